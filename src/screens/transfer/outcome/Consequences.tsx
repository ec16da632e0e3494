import { EmptyState, Segmented } from '../../../ui'
import type { Give } from '../../../domain/plan/plan'
import type { PartyOptions } from '../model/options'
import type { Reading } from '../model/useAddress'
import type { Rehearsed } from '../model/useRehearsal'
import { countText } from '../model/words'
import { Besides } from './Besides'
import { Changes } from './Changes'
import { Figures } from './Figures'
import { GapTable } from './GapTable'
import { LoadTable } from './LoadTable'
import styles from './outcome.module.css'
import { People } from './People'
import { Problems } from './Problems'

interface ConsequencesProps {
  readonly rehearsed: Rehearsed
  readonly options: PartyOptions
  readonly reading: Reading
  readonly onReading: (reading: Reading) => void
  readonly onGive: (gives: readonly Give[]) => void
}

/** What the plan would come to: its figures, what must be solved, and the details in several readings. */
export function Consequences({ rehearsed, options, reading, onReading, onGive }: ConsequencesProps) {
  const { outcome, notices, outdated } = rehearsed
  const readings = [
    { value: 'activities', label: `Activities ${countText(outcome.changes.length)}` },
    { value: 'load', label: 'Load' },
    { value: 'gaps', label: 'Gaps' },
    { value: 'people', label: 'Bus factor' },
    { value: 'besides', label: `Also see to ${countText(notices.length)}` },
  ] as const
  return (
    <section className={styles.outcome} aria-label="Consequences" aria-busy={outdated} data-outdated={outdated}>
      <Figures rehearsed={rehearsed} />
      {outcome.plan.moves.length === 0 ? (
        <EmptyState title="What it would come to will stand here" icon="matrix">
          <p>
            Each figure before and after the plan, judged by the same rules as the matrix: who gains and loses which
            role, what nobody would answer for or perform, the load of every team, and how many people could perform
            each activity.
          </p>
        </EmptyState>
      ) : (
        <>
          <Problems rehearsed={rehearsed} options={options} onGive={onGive} />
          <div className={styles.readings}>
            <Segmented label="Consequences for" value={reading} options={readings} onChange={onReading} />
          </div>
          {reading === 'activities' && <Changes rehearsed={rehearsed} />}
          {reading === 'load' && <LoadTable outcome={outcome} />}
          {reading === 'gaps' && <GapTable outcome={outcome} />}
          {reading === 'people' && <People outcome={outcome} />}
          {reading === 'besides' && <Besides outcome={outcome} notices={notices} />}
        </>
      )}
    </section>
  )
}
