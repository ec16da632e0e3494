import type { ReactNode } from 'react'
import { pathTo } from '../../../app/paths'
import type { Incident } from '../../../domain/incident'
import { dateText } from '../../../domain/time/format'
import { unknownText } from '../../../domain/units'
import { Link, SeverityGlyph } from '../../../ui'
import type { Book } from '../model/book'
import styles from '../problems.module.css'

interface IncidentLineProps {
  readonly incident: Incident
  readonly book: Book
  /** What can be done with it. */
  readonly children?: ReactNode
}

/** One incident in a line, leading to it. */
export const IncidentLine = ({ incident, book, children }: IncidentLineProps) => (
  <div className={styles.line}>
    <SeverityGlyph level={incident.severity} />
    <Link to={pathTo('incidents', { id: incident.id })}>{incident.id}</Link>
    <span className={styles.title}>{incident.title}</span>
    <span className="muted">{unknownText(incident.state) ?? incident.state}</span>
    <span className="muted num">{dateText(incident.opened, book.zone)}</span>
    {children}
  </div>
)
