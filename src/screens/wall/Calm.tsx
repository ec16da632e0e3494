import { useMemo } from 'react'
import { pathTo } from '../../app/paths'
import { isWhole, useMoving } from '../../data'
import { day24, hour, instant } from '../../domain/units'
import { reviewDebt } from '../../domain/wall/recent'
import { Link } from '../../ui'
import styles from './calm.module.css'
import { useWallClock } from './clock'
import { Lit } from './Lamp'
import { Planned, Since } from './Notes'
import { useFit } from './useFit'
import type { Incidents, Narrowing } from './useWall'
import { counted } from './words'

interface CalmProps {
  readonly incidents: Incidents
  readonly narrowing: Narrowing
  readonly only: string
  /** A heartbeat that is missing or not seen: then nothing is called quiet. */
  readonly doubt: boolean
}

/** How far back reviews that are owed are looked for. */
const back = 90 * day24

/** Post-incident reviews that are owed: what a quiet room can do. */
function Debt({ narrowing }: { readonly narrowing: Narrowing }) {
  const { at } = useWallClock()
  const from = instant(Math.floor(at / hour) * hour - back)
  const { teams } = narrowing
  const view = useMoving(
    'incidents',
    useMemo(() => ({ severities: [1 as const, 2 as const], teams, openedFrom: from }), [teams, from]),
    teams.join(' '),
  )
  if (view.state !== 'ready') return null
  const { overdue, due } = reviewDebt(view.items, at)
  const whole = isWhole(view)
  if (overdue + due === 0)
    return whole ? (
      <>No post-incident review is owed (SEV1 and SEV2 of the last 90 days)</>
    ) : (
      <>Reviews that are owed: not every source has told</>
    )
  return (
    <>
      {!whole && 'At least '}
      <b>{counted(overdue, 'post-incident review')}</b> overdue, {due} more due
    </>
  )
}

function titleOf({ view: { state }, sure }: Incidents, doubt: boolean, only: string): string {
  if (state === 'absent') return 'No source tells incidents'
  if (state === 'loading') return 'Waiting for the first answer'
  if (state === 'failed') return 'What burns is not known'
  if (!sure) return 'Nothing that is known burns'
  if (doubt) return 'No incident is told'
  return only === '' ? 'All quiet' : `All quiet for ${only}`
}

/** Nothing burns: says so only where every source of incidents answered just now, and how that is known. */
export function Calm({ incidents, narrowing, only, doubt }: CalmProps) {
  const [container, gone] = useFit('y')
  const { view, tellers, sure } = incidents
  const hidden = (index: number) => (gone.has(index) ? styles.gone : undefined)
  return (
    <div ref={container} className={styles.calm} data-sure={(sure && !doubt) || undefined}>
      <h2 data-rank={0}>{titleOf(incidents, doubt, only)}</h2>
      {view.state === 'absent' ? (
        <p data-rank={0}>
          A backend of the kind “rest”, or files with incidents in them, would fill this wall.{' '}
          <Link to={pathTo('sources')}>See the sources</Link>
        </p>
      ) : (
        <p data-rank={0} className={styles.proof}>
          {tellers.map((light) => (
            <Lit key={light.id} light={light} more={light.error === undefined ? '' : `: ${light.error}`} />
          ))}
        </p>
      )}
      <p data-rank={1} className={hidden(2)}>
        <Since narrowing={narrowing} />
      </p>
      <p data-rank={2} className={hidden(3)}>
        <Planned most={3} none="Nothing is planned for the next 24 hours" />
      </p>
      <p data-rank={3} className={hidden(4)}>
        <Debt narrowing={narrowing} />
      </p>
      {gone.size > 0 && <small data-rank={0}>{counted(gone.size, 'line')} not shown: no room at this size</small>}
    </div>
  )
}
