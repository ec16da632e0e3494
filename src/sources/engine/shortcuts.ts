import type { Incident } from '../../domain/incident'
import type { IncidentQuery } from '../../domain/query/incident'
import { type TimelineQuery, timelineRules } from '../../domain/query/timeline'
import type { TimelineEntry } from '../../domain/timeline'
import type { Id } from '../../domain/units'
import type { Axes } from './axes'
import type { IncidentColumns } from './columns'
import { selectRows } from './select'
import type { Shortcut } from './shelf'

/** Filters incidents on columns. */
export const byColumns = (columns: IncidentColumns, axes: Axes): Shortcut<Incident, IncidentQuery> => ({
  hold: (row, incident) => columns.hold(row, incident),
  clear: () => columns.clear(),
  select: (query, sorted) => selectRows(query, columns, axes, sorted),
})

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
