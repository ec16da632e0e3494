import type { Room } from '../../../domain/wall/layout'
import type { SceneName } from '../../../domain/wall/scenes'
import type { Names } from '../useNames'
import type { Incidents, Narrowing } from '../useWall'
import { LanesScene } from './LanesScene'
import { PlannedScene } from './PlannedScene'
import { WeeksScene } from './WeeksScene'

interface OtherSceneProps {
  readonly scene: SceneName
  readonly incidents: Incidents
  readonly names: Names
  readonly narrowing: Narrowing
  readonly room: Room
  /** Pixels of the text. */
  readonly text: number
}

/** Width in letters below which fewer weeks are shown. */
const narrow = 40

/** Every scene but the board. */
export function OtherScene({ scene, incidents, names, narrowing, room, text }: OtherSceneProps) {
  const wide = room.width / text
  if (scene === 'lanes') return <LanesScene incidents={incidents} names={names} room={room} text={text} />
  if (scene === 'planned') return <PlannedScene names={names} wide={wide} upright={room.height > room.width} />
  return <WeeksScene narrowing={narrowing} weeks={wide < narrow ? 5 : 8} />
}
