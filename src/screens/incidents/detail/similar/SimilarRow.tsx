import { useZone } from '../../../../data'
import type { Problem } from '../../../../domain/problem'
import type { Similar } from '../../../../domain/similar'
import type { TimelineEntry } from '../../../../domain/timeline'
import { Link, SeverityGlyph } from '../../../../ui'
import { Ago } from '../../Age'
import { useAnchor } from '../../anchor'
import type { Names } from '../../useNames'
import { severityWord } from '../../words'
import { useIncidentPath } from '../useIncidentPath'
import styles from './similar.module.css'
import { kinText, lengthText, mendings } from './words'

interface SimilarRowProps {
  readonly similar: Similar
  readonly entries: readonly TimelineEntry[]
  readonly problem: Problem | undefined
  /** The timeline has answered: what it lacks is not recorded. */
  readonly told: boolean
  readonly names: Names
}

/** An incident that is like this one: when, how long, why it is alike, and what mended it. */
export function SimilarRow({ similar: { incident, reasons }, entries, problem, told, names }: SimilarRowProps) {
  const { at: now } = useAnchor()
  const path = useIncidentPath()
  const { name: zone } = useZone()
  const mended = mendings(incident, entries, problem, zone)
  return (
    <li>
      <SeverityGlyph level={incident.severity} size={18} label={severityWord(incident.severity)} />
      <div>
        <Link to={path(incident.id)}>{incident.title}</Link>
        <p className={styles.meta}>
          {incident.id} · <Ago at={incident.opened} /> · {lengthText(incident, now)}
        </p>
        <p className={styles.meta}>{reasons.map((reason) => kinText(reason, names)).join(' · ')}</p>
        {mended.map((text) => (
          <p key={text} className={styles.mended} title={text}>
            {text}
          </p>
        ))}
        {mended.length === 0 && told && <p className={styles.meta}>What mended it is not recorded.</p>}
      </div>
    </li>
  )
}
