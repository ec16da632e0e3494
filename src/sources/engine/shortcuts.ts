import type { Incident } from '../../domain/incident'
import type { IncidentOrder, IncidentQuery } from '../../domain/query/incident'
import { byText } from '../../domain/query/rules'
import { type TimelineQuery, timelineRules } from '../../domain/query/timeline'
import type { TimelineEntry } from '../../domain/timeline'
import type { Id } from '../../domain/units'
import type { Axes } from './axes'
import type { IncidentColumns } from './columns'
import { selectRows } from './select'
import type { Shortcut } from './shelf'

type Compare = (left: number, right: number) => number

/** What the comparers of `incidentRules` say, read from columns. */
function comparersOf(columns: IncidentColumns, records: readonly Incident[]): Record<IncidentOrder, Compare> {
  const byId: Compare = (left, right) => byText(records[left]!.id, records[right]!.id)
  const newest: Compare = (left, right) => columns.opened[right]! - columns.opened[left]! || byId(left, right)
  const oldest: Compare = (left, right) => columns.opened[left]! - columns.opened[right]! || byId(left, right)
  const worst = (row: number) => columns.severity[row]! || 9
  return { newest, oldest, severity: (left, right) => worst(left) - worst(right) || newest(left, right) }
}

/** Filters and sorts incidents on columns. */
export function byColumns(
  columns: IncidentColumns,
  axes: Axes,
  records: readonly Incident[],
): Shortcut<Incident, IncidentQuery> {
  const comparers = comparersOf(columns, records)
  return {
    hold: (row, incident) => columns.hold(row, incident),
    clear: () => columns.clear(),
    select: (query, sorted) => selectRows(query, columns, axes, sorted),
    comparer: ({ order = 'newest' }) => comparers[order],
  }
}

/** Above this share of all entries, going through all in order is faster than sorting those of the named incidents. */
const worthwhile = 1 / 8

/** Finds the entries of named incidents without going through all entries. */
export function byIncident(entries: readonly TimelineEntry[]): Shortcut<TimelineEntry, TimelineQuery> {
  const rowsOf = new Map<Id, Set<number>>()
  const incidentOf: Id[] = []
  return {
    clear: () => {
      rowsOf.clear()
      incidentOf.length = 0
    },
    hold: (row, entry) => {
      const former = incidentOf[row]
      if (former === entry.incident) return
      if (former !== undefined) rowsOf.get(former)?.delete(row)
      incidentOf[row] = entry.incident
      const rows = rowsOf.get(entry.incident)
      if (rows) rows.add(row)
      else rowsOf.set(entry.incident, new Set([row]))
    },
    select: (query, sorted, sort) => {
      if (!query.incidents || query.incidents.length === 0) return undefined
      const sets = [...new Set(query.incidents)].flatMap((id) => rowsOf.get(id) ?? [])
      if (sets.reduce((sum, set) => sum + set.size, 0) > sorted.length * worthwhile) return undefined
      const matches = timelineRules.matcher(query)
      const rows = sets.flatMap((set) => [...set]).filter((row) => matches(entries[row]!))
      return sort(Uint32Array.from(rows))
    },
  }
}
