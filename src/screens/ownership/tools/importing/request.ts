import type { BatchIntent } from '../../../../data'
import { changeKindOf } from '../../../../domain/tables/raciCompare'
import type { RaciRow } from '../../../../domain/tables/raciRow'

/** What has no role of its own goes along in words, so that it is not lost. */
const kept = ({ notes }: RaciRow): string => (notes.length === 0 ? '' : ` (${notes.join('; ')})`)

/** A row as a request for the change of its activity. */
export const requestOf = (row: RaciRow, reason: string): BatchIntent => ({
  id: row.entry.key,
  command: {
    kind: 'request-change',
    activity: row.standing?.activity.id ?? '',
    change: changeKindOf(row.steps),
    steps: row.steps,
    reason: `${reason.trim()}${kept(row)}`,
  },
  ...(row.standing?.activity.version !== undefined && { version: row.standing.activity.version }),
})
