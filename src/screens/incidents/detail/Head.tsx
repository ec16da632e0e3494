import { pathTo } from '../../../app/paths'
import { updateDuty } from '../../../domain/duties'
import { endOf, type Incident } from '../../../domain/incident'
import { ageText, durationText } from '../../../domain/time/format'
import { Badge, Link, SafeLink, SeverityGlyph } from '../../../ui'
import { Ago, Moment } from '../Age'
import { useTick } from '../anchor'
import type { Names } from '../useNames'
import { severityWord, stateTone, stateWord } from '../words'
import styles from './detail.module.css'

/** When the next status update is due; stands out once it is late. */
function UpdateDue({ incident }: { readonly incident: Incident }) {
  const now = useTick(15)
  const duty = updateDuty(incident, now)
  if (!duty) return null
  return duty.overdue ? (
    <span className={styles.late}>update overdue by {durationText(now - duty.due)}</span>
  ) : (
    <span>update due {ageText(duty.due, now)}</span>
  )
}

/** When it began and how old it is, or how long it took and when it ended. */
function Age({ incident }: { readonly incident: Incident }) {
  const end = endOf(incident)
  return (
    <span>
      opened <Moment at={incident.opened} />
      {end === undefined ? (
        <>
          {' '}
          · <Ago at={incident.opened} />
        </>
      ) : (
        <>
          {end >= incident.opened && ` · lasted ${durationText(end - incident.opened)}`} · ended <Ago at={end} />
        </>
      )}
    </span>
  )
}

/** What is wrong, how bad, since when, where, and what it means for people. */
export function Head({ incident, names }: { readonly incident: Incident; readonly names: Names }) {
  const { id, title, severity, state, workloads, impact, labels, links } = incident
  return (
    <div className={styles.title}>
      <SeverityGlyph level={severity} size={26} label={severityWord(severity)} />
      <div>
        <h2>{title}</h2>
        <p className={`${styles.facts} muted num`}>
          <Badge tone={stateTone(state)}>{stateWord(state)}</Badge>
          <span>{id}</span>
          <span>
            {workloads.length === 0 && 'no workload'}
            {workloads.map((workload, index) => (
              <span key={workload}>
                {index > 0 && ', '}
                <Link to={pathTo('ownership', { workload })}>{names.workload(workload)}</Link>
              </span>
            ))}
          </span>
          <Age incident={incident} />
          <UpdateDue incident={incident} />
        </p>
        {impact !== undefined && <p>{impact}</p>}
        {(labels.length > 0 || links.length > 0) && (
          <p className={styles.facts}>
            {labels.map((label) => (
              <span key={label} className={styles.label}>
                {label}
              </span>
            ))}
            {links.map((link) => (
              <SafeLink key={link.url} href={link.url}>
                {link.title}
              </SafeLink>
            ))}
          </p>
        )}
      </div>
    </div>
  )
}
