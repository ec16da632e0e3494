import type { StepState } from './command'
import type { OpsEvent } from './event'
import type { IncidentState, PlanStep, Severity } from './incident'
import type { Id, Instant, Open } from './units'

/** What an entry tells of. `state`, `severity`, `assignment`: a change, in `from` and `to`. */
export const entryKinds = [
  'state', 'severity', 'assignment', 'escalation', 'event', 'note', 'update', 'plan', 'deploy', 'link', 'resume',
] as const // prettier-ignore
export type EntryKind = (typeof entryKinds)[number]

/**
 * How an incident stood after an entry. An absent field was not told. `''`: nobody, none; severity 0: not known.
 */
export interface Standing {
  readonly state?: Open<IncidentState>
  readonly severity?: Severity | 0
  readonly team?: Id
  readonly assignee?: Id
  readonly problem?: Id
}

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
  /** The text as it was first written, where the entry was corrected since, however often. */
  readonly corrected?: string
  /** The entry of what this one took back. */
  readonly undoes?: Id
  /** How the incident stood then, where the source tells that with each entry: logs whose every row is the whole record. */
  readonly stands?: Standing
}

/** A step of the plan and what was made of it. */
export interface StepMoment {
  readonly step: Id
  readonly to: StepState
}

/** What an entry tells, without when and by whom. */
export type EntryFields = Pick<TimelineEntry, 'kind' | 'text' | 'from' | 'to' | 'undoes'>

/**
 * How an entry tells of a step of the plan: `to` names a step that was done; else `from` names it, and `to` says what
 * became of it.
 */
export function planEntry({ id, text }: PlanStep, to: StepState, because?: string): EntryFields {
  const why = because?.trim()
  const words = why ? `${text}: ${why}` : text
  return { kind: 'plan', text: words, ...(to === 'done' ? { to: id } : { from: id, to }) }
}

/** How an entry tells that an event was counted in (`to` names it), or no longer is (`from` names it). */
export const eventFields = ({ id, title }: Pick<OpsEvent, 'id' | 'title'>, counted: boolean): EntryFields =>
  counted ? { kind: 'event', text: title, to: id } : { kind: 'event', text: `No longer counted in: ${title}`, from: id }

/** Which step an entry of the plan is about, and what was made of it; undefined where it does not say. */
export function stepMoment({ kind, from, to }: TimelineEntry): StepMoment | undefined {
  if (kind !== 'plan' || to === undefined) return undefined
  if (from === undefined) return { step: to, to: 'done' }
  return to === 'skipped' || to === 'open' ? { step: from, to } : undefined
}
