import type { Id, Instant, Open } from './units'

/** How far the cause is understood and mended, in that order. */
export const problemStates = ['identified', 'analysing', 'known-error', 'fix-in-progress', 'resolved'] as const
export type ProblemState = (typeof problemStates)[number]

/** How far an action or an improvement is. */
export const workStates = ['open', 'in-progress', 'done', 'dropped'] as const
export type WorkState = (typeof workStates)[number]

/** A change that was to end the problem. Whether it did is judged by the incidents after `at`. */
export interface Fix {
  readonly at: Instant
  readonly what: string
  readonly by?: Id
}

/** What an action is for. */
export const actionKinds = ['prevent', 'detect', 'mitigate', 'learn'] as const
export type ActionKind = (typeof actionKinds)[number]

/** A corrective or preventive action, from a review or a problem. */
export interface Action {
  readonly id: Id
  readonly title: string
  readonly kind: Open<ActionKind>
  readonly state: Open<WorkState>
  readonly owner?: Id
  readonly due?: Instant
  readonly doneAt?: Instant
}

/** One moment in the life of a problem. */
export interface ProblemMoment {
  readonly at: Instant
  /** One sentence, such as “State set to fix in progress”. */
  readonly what: string
  readonly by?: string
}

/** The underlying cause of one or more incidents. Incidents point to it by `Incident.problem`. */
export interface Problem {
  readonly id: Id
  readonly title: string
  readonly state: Open<ProblemState>
  readonly opened?: Instant
  readonly owner?: Id
  readonly workloads: readonly Id[]
  readonly rootCause?: { readonly method?: string; readonly text: string }
  readonly factors: readonly string[]
  readonly workaround?: string
  readonly fixes: readonly Fix[]
  readonly actions: readonly Action[]
  /** The newest first. Absent when no source keeps it. */
  readonly history?: readonly ProblemMoment[]
  readonly version?: string
}

/** An opportunity found, tracked to completion. */
export interface Improvement {
  readonly id: Id
  readonly title: string
  readonly from: Open<'feedback' | 'review' | 'incident'>
  readonly state: Open<WorkState>
  readonly owner?: Id
  readonly created?: Instant
  readonly due?: Instant
  readonly doneAt?: Instant
  readonly activity?: Id
  readonly incident?: Id
  readonly version?: string
}
