import type { Severity } from './incident'
import type { Id, Instant, Open } from './units'

/** What was observed. A backend's other words are kept as `unknown:<word>`. */
export const eventKinds = ['alarm', 'deploy', 'promotion', 'test', 'freeze', 'change', 'health'] as const
export type EventKind = (typeof eventKinds)[number]

/** An observation of an action, occurrence or change of state. Not yet an incident. */
export interface OpsEvent {
  readonly id: Id
  readonly title: string
  readonly kind: Open<EventKind>
  /** The rule or threshold that told it from normal. */
  readonly rule?: string
  readonly at: Instant
  /** Absent for a point in time, and for one that has not ended. */
  readonly until?: Instant
  readonly planned: boolean
  readonly origin?: Open<'internal' | 'external'>
  readonly workloads: readonly Id[]
  readonly severity?: Severity
  readonly pages?: boolean
  /** The incident it became part of, and the escalation rule that turned it into one. */
  readonly incident?: Id
  readonly escalatedBy?: string
  readonly outcome?: Open<'escalated' | 'grouped' | 'ignored'>
  readonly version?: string
}
