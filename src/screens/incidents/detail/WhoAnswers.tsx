import { isWhole, useRecord } from '../../../data'
import type { Incident } from '../../../domain/incident'
import { Definitions } from '../../../ui'
import type { Names } from '../useNames'
import { Owners } from './who/Owners'
import { Unmatched } from './who/Unmatched'
import styles from './side.module.css'

interface WhoAnswersProps {
  readonly incident: Incident
  readonly names: Names
}

/** The activity by its recorded id. One that no source knows is told, and the others are looked for. */
function Recorded({ incident, names, id }: WhoAnswersProps & { readonly id: string }) {
  const found = useRecord('activities', id)
  const [activity] = found.items
  if (activity) return <Owners activity={activity} names={names} />
  if (found.state === 'absent') return <Unmatched incident={incident} names={names} />
  if (!isWhole(found)) return <Definitions items={[{ term: 'Activity', detail: 'not every source has told' }]} />
  return (
    <>
      <p className={styles.gap}>{id} is recorded and not known</p>
      <Unmatched incident={incident} names={names} />
    </>
  )
}

/** Who answers: by the activity that is recorded, else by one that its events, labels or workloads name, else the gap. */
export function WhoAnswers({ incident, names }: WhoAnswersProps) {
  const { activity } = incident
  return (
    <section>
      <h3>Who answers for this</h3>
      {activity === undefined ? (
        <Unmatched incident={incident} names={names} />
      ) : (
        <Recorded key={activity} incident={incident} names={names} id={activity} />
      )}
    </section>
  )
}
