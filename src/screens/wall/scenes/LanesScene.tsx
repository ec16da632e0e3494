import { useSources } from '../../../data'
import type { Room } from '../../../domain/wall/layout'
import { Lanes, laneText } from '../Lanes'
import type { Names } from '../useNames'
import { type Incidents, useEvents } from '../useWall'
import { lackOf } from './lack'
import { Nothing, Scene } from './Scene'

interface LanesSceneProps {
  readonly incidents: Incidents
  readonly names: Names
  readonly room: Room
  /** Pixels of the text. */
  readonly text: number
}

/** The last 24 hours by workload, over the whole panel. */
export function LanesScene({ incidents: { view, sure }, names, room, text }: LanesSceneProps) {
  const events = useEvents()
  const sources = useSources()
  const titleOf = (source: string) => sources.find(({ id }) => id === source)?.title ?? source
  const lack = lackOf(view, 'incidents', titleOf) || lackOf(events, 'events', titleOf)
  const most = Math.max(1, Math.floor((room.height / text - 6) / laneText))
  const some = view.items.some(({ workloads }) => workloads.length > 0)
  return (
    <Scene title="Last 24 hours" lack={lack}>
      {some ? (
        <Lanes incidents={view.items} events={events.items} names={names} most={most} tall />
      ) : (
        <Nothing>
          {sure
            ? 'No incident burned on any workload in the last 24 hours'
            : 'No incident of the last 24 hours is known'}
        </Nothing>
      )}
    </Scene>
  )
}
