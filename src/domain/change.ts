import type { GapKind } from './gaps'
import type { Role } from './ownership'
import type { Id, Instant, Open } from './units'

/** What a request asks for: a role added, roles changed, an activity handed over, or a gap borne with for some time. */
export const changeKinds = ['add', 'change', 'transfer', 'exception'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Proposed until somebody decides; approved requests are carried out at once. */
export const changeStates = ['proposed', 'approved', 'rejected', 'withdrawn'] as const
export type ChangeState = (typeof changeStates)[number]

/** One role of one party in the activity, given or taken away. */
export interface RoleStep {
  readonly op: 'give' | 'take'
  readonly role: Role
  readonly party: Id
}

/** A gap that is borne with until a moment, because somebody said why. */
export interface Exception {
  readonly gap: Open<GapKind>
  readonly until: Instant
  readonly reason: string
  /** Who approved it. */
  readonly by?: Id
}

/** A wish to change the ownership of one activity. Nothing changes before an approver says so. */
export interface ChangeRequest {
  readonly id: Id
  readonly activity: Id
  readonly kind: Open<ChangeKind>
  /** In order. Empty for an exception. */
  readonly steps: readonly RoleStep[]
  /** Of an exception: which gap, and until when. */
  readonly gap?: Open<GapKind>
  readonly expires?: Instant
  readonly reason: string
  readonly proposer: string
  readonly proposedAt: Instant
  /** Who may decide, by the review policy of the activity at the time. Empty: anybody. */
  readonly approvers: readonly Id[]
  readonly state: Open<ChangeState>
  readonly decidedBy?: string
  readonly decidedAt?: Instant
  /** What the decider said. */
  readonly note?: string
  /** Name of the planned transfer it is a part of. */
  readonly plan?: string
  readonly version?: string
}

/** One moment in the ownership of an activity: a review, a change, an exception. */
export interface OwnershipMoment {
  readonly at: Instant
  /** One sentence, such as “Accountable moved from Platform to Security”. */
  readonly what: string
  readonly by?: string
  /** What it rests on: a ticket, the minutes of a meeting. */
  readonly evidence?: string
}
