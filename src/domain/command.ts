import type { ChangeKind, RoleStep } from './change'
import type { GapKind } from './gaps'
import type { IncidentRole, IncidentState, PostIncidentReview, Severity } from './incident'
import type { ActionKind, ProblemState, WorkState } from './problem'
import type { Id, Instant } from './units'

/** Everything a person can ask a source to change. */
export type Command =
  | { readonly kind: 'set-state'; readonly incident: Id; readonly to: IncidentState; readonly note?: string }
  | { readonly kind: 'set-severity'; readonly incident: Id; readonly to: Severity; readonly reason: string }
  | { readonly kind: 'assign'; readonly incident: Id; readonly team?: Id; readonly person?: Id }
  | { readonly kind: 'take-role'; readonly incident: Id; readonly role: IncidentRole; readonly person: Id }
  | {
      readonly kind: 'add-entry'
      readonly incident: Id
      readonly entry: 'note' | 'update'
      readonly text: string
      readonly at?: Instant
    }
  | { readonly kind: 'link-problem'; readonly incident: Id; readonly problem?: Id }
  /** Of the response plan. `because` is needed to skip one. */
  | {
      readonly kind: 'set-step'
      readonly incident: Id
      readonly step: Id
      readonly to: StepState
      readonly because?: string
    }
  /** Without an incident the event belongs to none. */
  | { readonly kind: 'link-event'; readonly event: Id; readonly incident?: Id }
  | { readonly kind: 'correct-entry'; readonly incident: Id; readonly entry: Id; readonly text: string }
  | { readonly kind: 'write-review'; readonly incident: Id; readonly review: PostIncidentReview }
  | { readonly kind: 'mark-reviewed'; readonly activity: Id; readonly evidence?: string }
  | {
      readonly kind: 'request-change'
      readonly activity: Id
      readonly change: ChangeKind
      readonly steps: readonly RoleStep[]
      /** Of an exception, with `expires`. */
      readonly gap?: GapKind
      readonly expires?: Instant
      readonly reason: string
      readonly plan?: string
    }
  | {
      readonly kind: 'decide-change'
      readonly request: Id
      readonly decision: 'approved' | 'rejected' | 'withdrawn'
      readonly note?: string
    }
  /** Becomes an improvement from `feedback` that nobody has taken on yet. */
  | { readonly kind: 'give-feedback'; readonly activity: Id; readonly text: string }
  | {
      readonly kind: 'record-improvement'
      readonly title: string
      readonly from: 'review' | 'incident' | 'feedback'
      readonly activity?: Id
      readonly incident?: Id
      readonly owner?: Id
      readonly due?: Instant
    }
  /** Absent parts stay as they are. */
  | {
      readonly kind: 'set-improvement'
      readonly improvement: Id
      readonly state?: WorkState
      readonly owner?: Id
      readonly due?: Instant
    }
  /** Makes a problem of incidents that seem to share a cause; they point to it from then on. */
  | {
      readonly kind: 'record-problem'
      readonly title: string
      readonly workloads: readonly Id[]
      readonly owner?: Id
      readonly incidents: readonly Id[]
    }
  /** Absent parts stay as they are. */
  | {
      readonly kind: 'set-problem'
      readonly problem: Id
      readonly state?: ProblemState
      readonly owner?: Id
      readonly rootCause?: string
      readonly workaround?: string
      /** Why it is over: needed to resolve what no fix was declared for. */
      readonly because?: string
    }
  /** At the moment of the command where `at` is absent. */
  | { readonly kind: 'declare-fix'; readonly problem: Id; readonly what: string; readonly at?: Instant }
  | {
      readonly kind: 'add-action'
      readonly problem: Id
      readonly title: string
      readonly action: ActionKind
      readonly owner?: Id
      readonly due?: Instant
    }
  /** Absent parts stay as they are. */
  | {
      readonly kind: 'set-action'
      readonly problem: Id
      readonly action: Id
      readonly state?: WorkState
      readonly owner?: Id
      readonly due?: Instant
    }
  /** Takes back what the same actor sent under that key a moment ago (`undo.ts`). */
  | { readonly kind: 'undo'; readonly of: string }

/** What a step of a plan can be made. */
export type StepState = 'done' | 'skipped' | 'open'

export type CommandKind = Command['kind']
export const commandKinds = [
  'set-state',
  'set-severity',
  'assign',
  'take-role',
  'add-entry',
  'link-problem',
  'set-step',
  'link-event',
  'correct-entry',
  'write-review',
  'mark-reviewed',
  'request-change',
  'decide-change',
  'give-feedback',
  'record-improvement',
  'set-improvement',
  'record-problem',
  'set-problem',
  'declare-fix',
  'add-action',
  'set-action',
  'undo',
] as const satisfies readonly CommandKind[]

/** The commands that change an incident. */
export type IncidentCommand = Extract<
  Command,
  {
    readonly kind:
      | 'set-state'
      | 'set-severity'
      | 'assign'
      | 'take-role'
      | 'add-entry'
      | 'link-problem'
      | 'set-step'
      | 'correct-entry'
      | 'write-review'
  }
>
/** The commands that change the ownership of an activity. */
export type OwnershipCommand = Extract<Command, { readonly kind: 'mark-reviewed' | 'request-change' | 'decide-change' }>
/** The commands that make or change an improvement. */
export type ImprovementCommand = Extract<
  Command,
  { readonly kind: 'give-feedback' | 'record-improvement' | 'set-improvement' }
>

/** The commands that make or change a problem. */
export type ProblemCommand = Extract<
  Command,
  { readonly kind: 'record-problem' | 'set-problem' | 'declare-fix' | 'add-action' | 'set-action' }
>

/** The existing record that a command concerns. */
export interface Target {
  readonly facet: 'incidents' | 'events' | 'activities' | 'requests' | 'improvements' | 'problems'
  readonly id: Id
}

const about = (facet: Target['facet'], id: Id): Target => ({ facet, id })

/**
 * The existing record that a command concerns; undefined where it makes one that belongs to none, and for an undo, of
 * which only whoever carried out the command knows.
 */
export function targetOf(command: Command): Target | undefined {
  switch (command.kind) {
    case 'mark-reviewed':
    case 'request-change':
    case 'give-feedback':
      return about('activities', command.activity)
    case 'decide-change':
      return about('requests', command.request)
    case 'set-improvement':
      return about('improvements', command.improvement)
    case 'record-improvement':
      if (command.activity !== undefined) return about('activities', command.activity)
      return command.incident === undefined ? undefined : about('incidents', command.incident)
    case 'set-state':
    case 'set-severity':
    case 'assign':
    case 'take-role':
    case 'add-entry':
    case 'link-problem':
    case 'set-step':
    case 'correct-entry':
    case 'write-review':
      return about('incidents', command.incident)
    case 'link-event':
      return about('events', command.event)
    case 'set-problem':
    case 'declare-fix':
    case 'add-action':
    case 'set-action':
      return about('problems', command.problem)
    case 'record-problem':
      return command.incidents[0] === undefined ? undefined : about('incidents', command.incidents[0])
    case 'undo':
      return undefined
  }
}

/** A command with what makes it safe to send twice and to refuse. */
export interface CommandEnvelope {
  /** Made once per intent by the client: the same key is carried out once. */
  readonly key: string
  readonly actor: string
  readonly at: Instant
  /** The version of the record the person saw; a source refuses with a conflict when it has moved on. */
  readonly version?: string
  readonly command: Command
}
