import type { Incident } from '../../../domain/incident'
import { Badge, SeverityGlyph } from '../../../ui'
import { Age } from '../Age'
import styles from '../incidents.module.css'
import type { Names } from '../useNames'
import { severityWord, stateTone, stateWord } from '../words'

/** One incident of the list: how bad, what, where, who has it, how it stands, how long. */
export function Row({ incident, names }: { readonly incident: Incident; readonly names: Names }) {
  const owner = incident.team ?? incident.assignee
  return (
    <div className={styles.row}>
      <SeverityGlyph level={incident.severity} label={severityWord(incident.severity)} />
      <div className={styles.what}>
        <div className={styles.title} title={incident.title}>
          {incident.title}
        </div>
        <div className={styles.where}>
          <span className="num">{incident.id}</span>
          {incident.workloads.slice(0, 1).map((id) => (
            <span key={id}>
              {names.workload(id)}
              {incident.workloads.length > 1 && ` +${incident.workloads.length - 1}`}
            </span>
          ))}
          {owner === undefined ? <span className={styles.noOwner}>no owner</span> : <span>{names.party(owner)}</span>}
        </div>
      </div>
      <div className={styles.how}>
        <Badge tone={stateTone(incident.state)}>{stateWord(incident.state)}</Badge>
        <span className={styles.age}>
          <Age incident={incident} />
        </span>
      </div>
    </div>
  )
}
