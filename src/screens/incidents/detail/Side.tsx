import type { Incident } from '../../../domain/incident'
import { unknownText } from '../../../domain/units'
import { Definitions } from '../../../ui'
import type { Names } from '../useNames'
import { counted } from '../words'
import styles from './side.module.css'
import { Plan } from './Plan'
import { ProblemLink } from './ProblemLink'
import { Roles } from './Roles'
import { SimilarIncidents } from './similar/SimilarIncidents'
import { WhoAnswers } from './WhoAnswers'

const Words = ({ items }: { readonly items: readonly string[] }) => (
  <span className={styles.words}>
    {items.map((item) => (
      <span key={item} className={styles.word}>
        {item}
      </span>
    ))}
  </span>
)

interface SideProps {
  readonly incident: Incident
  readonly names: Names
}

/** What belongs to the incident: people, owner, plan, and the facts. */
export function Side({ incident, names }: SideProps) {
  const { problem, factors, detection, reassignments, reopened, slaMet, inferred } = incident
  const facts = [
    ...(problem === undefined ? [] : [{ term: 'Problem', detail: <ProblemLink id={problem} /> }]),
    ...(incident.severityText === undefined ? [] : [{ term: 'Source says', detail: incident.severityText }]),
    ...(detection === undefined ? [] : [{ term: 'Noticed by', detail: unknownText(detection) ?? detection }]),
    ...(factors.length === 0 ? [] : [{ term: 'Factors', detail: <Words items={factors} /> }]),
    ...(!reassignments ? [] : [{ term: 'Reassigned', detail: counted(reassignments, 'time') }]),
    ...(!reopened ? [] : [{ term: 'Reopened', detail: counted(reopened, 'time') }]),
    ...(slaMet === undefined ? [] : [{ term: 'SLA', detail: slaMet ? 'met' : 'missed' }]),
    ...(inferred === undefined || inferred.length === 0
      ? []
      : [{ term: 'Inferred', detail: `${inferred.join(', ')}: guessed by a model, not recorded` }]),
  ]
  return (
    <aside className={styles.side} aria-label="About the incident">
      <Roles incident={incident} names={names} />
      <WhoAnswers incident={incident} names={names} />
      <Plan incident={incident} />
      <SimilarIncidents incident={incident} names={names} />
      {facts.length > 0 && (
        <section>
          <h3>Facts</h3>
          <Definitions items={facts} />
        </section>
      )}
    </aside>
  )
}
