import type { Id, Instant, Open } from './units'

/** What an entry tells of. `state`, `severity`, `assignment`: a change, in `from` and `to`. */
export const entryKinds = [
  'state', 'severity', 'assignment', 'escalation', 'event', 'note', 'update', 'plan', 'deploy', 'link', 'resume',
] as const // prettier-ignore
export type EntryKind = (typeof entryKinds)[number]

/** One moment of an incident. It may arrive late and out of order, and may be corrected. */
export interface TimelineEntry {
  readonly id: Id
  readonly incident: Id
  /** When it happened. */
  readonly at: Instant
  /** When it was written down, where the source keeps both. */
  readonly recordedAt?: Instant
  /** The source's own order, for entries of one instant. Unique within an incident. */
  readonly sequence: number
  readonly kind: Open<EntryKind>
  readonly actor?: string
  readonly text?: string
  readonly from?: string
  readonly to?: string
  /** The former text, where the entry was corrected. */
  readonly corrected?: string
}
