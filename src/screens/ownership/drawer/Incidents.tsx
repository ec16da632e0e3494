import { useMemo } from 'react'
import { pathTo } from '../../../app/paths'
import { isWhole, useNow, useWindow, useZone } from '../../../data'
import type { Incident } from '../../../domain/incident'
import type { Activity } from '../../../domain/ownership'
import { dateTimeText, dayText } from '../../../domain/time/format'
import { day24, formatInstant, instant } from '../../../domain/units'
import { Link, SeverityGlyph, Time } from '../../../ui'
import { Section } from './Section'
import styles from './drawer.module.css'

const days = 90
const most = 500
const listed = 6

/** The incidents of the last 90 days that it answered for; where nobody recorded which, those of its workload. */
export function Incidents({ activity }: { readonly activity: Activity }) {
  const today = useNow(86_400)
  const query = useMemo(
    () => ({
      workloads: [activity.workload],
      openedFrom: instant(today - days * day24),
      order: 'newest' as const,
    }),
    [activity.workload, today],
  )
  const view = useWindow('incidents', query, most)
  const { items } = view
  const whole = isWhole(view)
  const matched = items.some((incident) => incident.activity !== undefined)
  const shown = matched ? items.filter((incident) => incident.activity === activity.id) : items
  const all = pathTo('incidents', { workload: activity.workload, status: 'all', from: formatInstant(query.openedFrom) })
  return (
    <Section
      title={matched ? `Answered for in incidents, ${days} d` : `Incidents of its workload, ${days} d`}
      what="Incidents"
      view={view}
    >
      {!matched && items.length > 0 && <p className="muted">Which activity answered is not recorded.</p>}
      {shown.length === 0 && <p className="muted">{whole ? 'None.' : 'None heard of: not everything was heard.'}</p>}
      <ul className={styles.incidents}>
        {shown.slice(0, listed).map((incident) => (
          <Row key={incident.id} incident={incident} />
        ))}
      </ul>
      {items.length > 0 && (
        <Link to={all}>
          All {whole ? items.length : `${items.length}+`} of this workload in {days} d
        </Link>
      )}
    </Section>
  )
}

function Row({ incident }: { readonly incident: Incident }) {
  const { name: zone } = useZone()
  const { id, title, severity, opened } = incident
  return (
    <li>
      <SeverityGlyph level={severity} />
      <Link to={pathTo('incidents', { id })}>
        <span className="num">{id}</span> {title}
      </Link>
      <span className="faint num">
        <Time iso={formatInstant(opened)} absolute={dateTimeText(opened, zone)}>
          {dayText(opened, zone)}
        </Time>
      </span>
    </li>
  )
}
