import type { ReactNode } from 'react'
import { pathTo } from '../../../app/paths'
import { type Clock, type Incident, readClock } from '../../../domain/incident'
import { durationText } from '../../../domain/time/format'
import type { Instant } from '../../../domain/units'
import { Badge, Link, SeverityGlyph } from '../../../ui'
import { Moment } from '../Age'
import type { Names } from '../useNames'
import { severityWord, stateTone, stateWord } from '../words'
import styles from './table.module.css'

/** What a cell is made from. */
export interface CellContext {
  readonly names: Names
  readonly now: Instant
  readonly open: (id: string) => void
}

export interface TableColumn {
  readonly key: string
  readonly label: string
  /** A track of the CSS grid. */
  readonly width: string
  readonly end?: boolean
  readonly cell: (incident: Incident, context: CellContext) => ReactNode
}

/** A length, or why there is none: still running, not recorded, or a fault in the data. */
function Length({
  incident,
  clock,
  now,
}: {
  readonly incident: Incident
  readonly clock: Clock
  readonly now: Instant
}) {
  const reading = readClock(incident, clock, now)
  if (reading.kind === 'missing')
    return (
      <span className="muted" title="Not recorded">
        –
      </span>
    )
  if (reading.kind === 'fault')
    return (
      <span className={styles.fault} title="The end lies before the start: left out of all figures">
        {durationText(reading.length)} fault
      </span>
    )
  return (
    <span className={reading.kind === 'open' ? styles.running : undefined}>
      {durationText(reading.length)}
      {reading.kind === 'open' && ' …'}
    </span>
  )
}

const length = (clock: Clock, label: string): TableColumn => ({
  key: clock,
  label,
  width: '98px',
  end: true,
  cell: (incident, { now }) => <Length incident={incident} clock={clock} now={now} />,
})

/** How often something happened to the incident, where its source counts that. */
const turns = (field: 'reassignments' | 'reopened', label: string): TableColumn => ({
  key: field,
  label,
  width: '74px',
  end: true,
  cell: (incident) =>
    incident[field] ?? (
      <span className="muted" title="Not recorded">
        –
      </span>
    ),
})

/** The columns of the table, the naming one second. */
export const columns: readonly TableColumn[] = [
  {
    key: 'severity',
    label: 'Sev',
    width: '34px',
    cell: (incident) => <SeverityGlyph level={incident.severity} label={severityWord(incident.severity)} />,
  },
  {
    key: 'title',
    label: 'Incident',
    width: 'minmax(220px, 3fr)',
    cell: (incident, { open }) => (
      <Link
        to={pathTo('incidents', { id: incident.id })}
        title={incident.title}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          open(incident.id)
        }}
      >
        {incident.title}
      </Link>
    ),
  },
  { key: 'id', label: 'Id', width: '92px', cell: (incident) => <span className="num">{incident.id}</span> },
  {
    key: 'state',
    label: 'State',
    width: '126px',
    cell: (incident) => <Badge tone={stateTone(incident.state)}>{stateWord(incident.state)}</Badge>,
  },
  {
    key: 'workload',
    label: 'Workload',
    width: 'minmax(110px, 1fr)',
    cell: (incident, { names }) => incident.workloads.map((id) => names.workload(id)).join(', ') || '–',
  },
  {
    key: 'team',
    label: 'Team',
    width: 'minmax(92px, 1fr)',
    cell: (incident, { names }) =>
      incident.team === undefined ? <span className={styles.fault}>no owner</span> : names.party(incident.team),
  },
  { key: 'opened', label: 'Opened', width: '132px', cell: (incident) => <Moment at={incident.opened} short /> },
  length('acknowledge', 'First response'),
  length('mitigate', 'To mitigate'),
  length('resolve', 'To resolve'),
  turns('reassignments', 'Handed on'),
  turns('reopened', 'Reopened'),
  {
    key: 'problem',
    label: 'Problem',
    width: '76px',
    cell: (incident) =>
      incident.problem === undefined ? (
        ''
      ) : (
        <Link to={pathTo('problems', { id: incident.problem })}>{incident.problem}</Link>
      ),
  },
]
