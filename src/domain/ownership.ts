import type { Exception, OwnershipMoment } from './change'
import type { Duration, Id, Instant, Open } from './units'

/** What is operated: an application, a service, a platform. */
export interface Workload {
  readonly id: Id
  readonly name: string
  readonly aliases?: readonly string[]
  readonly description?: string
  /** 1 is the most critical. */
  readonly tier?: number
  /** The group of workloads it belongs to. */
  readonly group?: string
  /** Team that owns the resource itself; says nothing about its activities. */
  readonly team?: Id
  readonly tags: readonly string[]
  readonly url?: string
}

/** What sort of work it is: a standing process, a procedure on request, the response to an event, or a review. */
export const activityKinds = ['process', 'procedure', 'response', 'review'] as const
export type ActivityKind = (typeof activityKinds)[number]
/** From by hand without a text to started by the event itself. */
export const automationLevels = ['none', 'manual', 'runbook', 'scripted', 'event-driven'] as const
export type AutomationLevel = (typeof automationLevels)[number]
/** How much can go wrong in performing it, by its owners' own judgement. */
export const risks = ['low', 'medium', 'high'] as const
export type Risk = (typeof risks)[number]

/** A runbook or playbook. `placeholder` is the text that stood where a link should ("TODO"); then there is no `url`. */
export interface Document {
  readonly title?: string
  readonly url?: string
  readonly placeholder?: string
  /** Absent when no source knows. */
  readonly versioned?: boolean
  readonly reachable?: boolean
}

/** How far it runs by itself, with counts over the time that the source keeps them for. */
export interface Automation {
  readonly level: Open<AutomationLevel>
  /** How often it was started, finished without error, and reached what it was started for. */
  readonly started?: number
  readonly worked?: number
  readonly reachedOutcome?: number
}

/** How often its ownership and documents are looked at again. Without `every` nothing can be overdue. */
export interface ReviewPolicy {
  readonly every?: Duration
  readonly last?: Instant
  readonly reviewers: readonly Id[]
  readonly approvers: readonly Id[]
}

/** Something that must be performed on a workload. An absent field means "not recorded", never "no". */
export interface Activity {
  readonly id: Id
  readonly name: string
  readonly workload: Id
  readonly kind: Open<ActivityKind>
  readonly description?: string
  /** Why the ownership exists as it does. */
  readonly why?: string
  readonly value?: string
  /** Names of the event rules it answers. */
  readonly events: readonly string[]
  /** The events it answers can page a person. */
  readonly pages?: boolean
  readonly runbook?: Document
  readonly playbook?: Document
  readonly automation?: Automation
  readonly risk?: Open<Risk>
  readonly preApproved?: boolean
  readonly review?: ReviewPolicy
  /** Set when nobody is meant to own it, with the reason. */
  readonly noOwnerBecause?: string
  /** Gaps that are borne with for some time. One that has expired excuses nothing. */
  readonly exceptions?: readonly Exception[]
  /** What became of its ownership, the newest first. Absent when no source keeps it. */
  readonly history?: readonly OwnershipMoment[]
  readonly tags: readonly string[]
  readonly version?: string
}

/** A way to reach a party: `text` is shown, `url` opens it where there is one. */
export interface Contact {
  readonly kind: Open<'chat' | 'mail' | 'pager' | 'phone' | 'web'>
  readonly text: string
  readonly url?: string
}

/** `id` is `team:<key>`. */
export interface Team {
  readonly type: 'team'
  readonly id: Id
  readonly name: string
  readonly aliases?: readonly string[]
  readonly parent?: Id
  readonly mandate?: string
  readonly contacts: readonly Contact[]
  readonly tags: readonly string[]
  readonly url?: string
}

/** `id` is `person:<key>`. */
export interface Person {
  readonly type: 'person'
  readonly id: Id
  readonly name: string
  readonly aliases?: readonly string[]
  readonly teams: readonly Id[]
  /** False once the person has left. Absent when no source knows. */
  readonly active?: boolean
  readonly contacts: readonly Contact[]
  readonly tags: readonly string[]
}

/** Who can hold a role. Told apart by `type`, and by the prefix of the id. */
export type Party = Team | Person

/** R performs it, A answers for it (exactly one), C is consulted, I is told, V checks the result. */
export const roles = ['A', 'R', 'V', 'C', 'I'] as const
export type Role = (typeof roles)[number]
/** What each letter of the matrix is called. */
export const roleNames: Readonly<Record<Role, string>> = {
  A: 'Accountable',
  R: 'Responsible',
  V: 'Validator',
  C: 'Consulted',
  I: 'Informed',
}

/** One role of one party in one activity, as one source claims it. */
export interface Assignment {
  readonly id: Id
  readonly activity: Id
  readonly role: Role
  /** Absent when the source holds only a placeholder. */
  readonly party?: Id
  /** The text that stood where an owner should ("TODO", "{{ $labels.team }}"). */
  readonly placeholder?: string
  /** A document said so, or it was seen in tags, commits, tickets, responses. */
  readonly claim: 'declared' | 'observed'
  readonly evidence?: string
  readonly at?: Instant
  /** Id of the workload or group it was inherited from. */
  readonly inheritedFrom?: Id
}

/** Tells a team from a person by the id alone, also where the party itself is not among the records. */
export const isTeamId = (id: Id): boolean => id.startsWith('team:')
