import type { Incident } from '../../../domain/incident'
import type { TriagePlace } from '../../../domain/triage'
import { Badge, cx, Icon, SeverityGlyph } from '../../../ui'
import { Age } from '../Age'
import { useTick } from '../anchor'
import styles from '../incidents.module.css'
import type { Names } from '../useNames'
import { severityWord, stateTone, stateWord } from '../words'
import { placeText, pressing } from './placeWords'

interface RowProps {
  readonly incident: Incident
  readonly names: Names
  /** Why it stands where it does. */
  readonly place?: TriagePlace | undefined
  readonly marked?: boolean
  /** It is no longer in the list, and waits to go. */
  readonly gone?: boolean
  /** Marks it by the pointer; the keyboard has a key for that. */
  readonly onMark?: (id: string) => void
}

function Place({ place }: { readonly place: TriagePlace }) {
  const text = placeText(place, useTick(15))
  return (
    text !== undefined && <div className={cx(styles.place, pressing.has(place.kind) && styles.pressing)}>{text}</div>
  )
}

/** One incident of the list: how bad, what, where, who has it, how it stands, how long. */
export function Row({ incident, names, place, marked = false, gone = false, onMark }: RowProps) {
  const owner = incident.team ?? incident.assignee
  return (
    <div className={cx(styles.row, marked && styles.marked, gone && styles.gone)}>
      <span
        className={styles.mark}
        {...(onMark && {
          onClick: (event) => {
            event.stopPropagation()
            onMark(incident.id)
          },
        })}
      >
        {marked ? (
          <Icon name="check" size={18} />
        ) : (
          <SeverityGlyph level={incident.severity} label={severityWord(incident.severity)} />
        )}
        {marked && <span className="hidden">marked, {severityWord(incident.severity)}</span>}
      </span>
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
        {gone ? <div className={styles.place}>no longer in this list</div> : place && <Place place={place} />}
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
