import { between, type Duration, type Id, type Instant, type Open } from './units'

/** 1 is the worst. Absent where the source's word maps to none. */
export type Severity = 1 | 2 | 3 | 4 | 5
export const severities: readonly Severity[] = [1, 2, 3, 4, 5]
/** A number as a severity, or undefined. */
export const severity = (value: number): Severity | undefined => severities.find((each) => each === value)

/** In the order an incident goes through them; which steps are lawful is in `transitions.ts`. */
export const incidentStates = ['triggered', 'acknowledged', 'mitigating', 'resolved', 'closed'] as const
export type IncidentState = (typeof incidentStates)[number]

/** The moments of an incident in the order in which they should happen. */
export const clockInstants = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved', 'closed'] as const
export type ClockInstant = (typeof clockInstants)[number]
/** The moments of an incident. Any may be missing or wrong; none is ever invented. */
export type Clocks = { readonly [K in ClockInstant]?: Instant }

/** The intervals a clock can measure. To mitigate, resolve and close run from detection. */
export const clocks = {
  detect: ['started', 'detected'],
  acknowledge: ['detected', 'acknowledged'],
  mitigate: ['detected', 'mitigated'],
  resolve: ['detected', 'resolved'],
  close: ['detected', 'closed'],
} as const satisfies Record<string, readonly [ClockInstant, ClockInstant]>
export type Clock = keyof typeof clocks

/** What people can be to an incident. All but `responder` are held by one person at a time. */
export const incidentRoles = ['commander', 'communications', 'scribe', 'responder'] as const
export type IncidentRole = (typeof incidentRoles)[number]

/** A person in a role, from the records of the incident. */
export interface RoleHolder {
  readonly role: Open<IncidentRole>
  readonly person: Id
}

/** One step of a response plan: to do until it has `doneAt` or `skippedBecause`. */
export interface PlanStep {
  readonly id: Id
  readonly text: string
  readonly owner?: string
  /** Due this long after detection. */
  readonly dueAfter?: Duration
  readonly doneAt?: Instant
  readonly skippedBecause?: string
}

/** What is to be done, in order, and how often people outside are to be told. */
export interface ResponsePlan {
  readonly id: Id
  readonly title: string
  readonly updateEvery?: Duration
  readonly steps: readonly PlanStep[]
}

/** An address a backend gave. Not checked: it is shown as a link only where its scheme is safe. */
export interface Link {
  readonly title: string
  readonly url: string
}

/** What people concluded afterwards. Empty lists mean that nothing of the kind was written down. */
export interface PostIncidentReview {
  readonly summary: string
  readonly heldAt?: Instant
  readonly factors: readonly string[]
  readonly wentWell: readonly string[]
  readonly lessons: readonly string[]
  readonly sharedWith: readonly string[]
}

/** An event that needs a response. An absent field means "not recorded". */
export interface Incident {
  readonly id: Id
  readonly title: string
  readonly severity?: Severity
  /** The source's own word for the severity, where it has one. */
  readonly severityText?: string
  readonly state: Open<IncidentState>
  /** `detected`, else `started`: what lists, buckets and windows go by. */
  readonly opened: Instant
  readonly clocks: Clocks
  readonly workloads: readonly Id[]
  readonly team?: Id
  readonly assignee?: Id
  readonly roles: readonly RoleHolder[]
  /** The activity it was matched to. */
  readonly activity?: Id
  readonly plan?: ResponsePlan
  readonly updateDue?: Instant
  readonly impact?: string
  readonly problem?: Id
  readonly factors: readonly string[]
  readonly labels: readonly string[]
  readonly detection?: Open<'alarm' | 'person' | 'customer'>
  readonly reassignments?: number
  /** How often it came back to a team that had passed it on: ping-pong. */
  readonly returns?: number
  readonly reopened?: number
  readonly slaMet?: boolean
  readonly links: readonly Link[]
  readonly review?: PostIncidentReview
  /** Names of fields that were guessed by somebody's model, not recorded. */
  readonly inferred?: readonly string[]
  readonly version?: string
}

/** The moment the incident stopped burning: resolved, or closed where no resolution was recorded. */
export const endOf = (incident: Incident): Instant | undefined => incident.clocks.resolved ?? incident.clocks.closed

/** Still open at `at`: opened by then and not ended by then. Opened counts, ended does not (opened <= at < end). */
export function isOpenAt(incident: Incident, at: Instant): boolean {
  const end = endOf(incident)
  if (incident.opened > at) return false
  if (end !== undefined) return at < end
  return incident.state !== 'resolved' && incident.state !== 'closed'
}

/**
 * The first moment from its opening on at which it is not open (`isOpenAt`): its end, and at once where that lies before or
 * nobody wrote down when it was. Undefined while it is open.
 */
export function stoppedAt(incident: Incident): Instant | undefined {
  const { opened, state } = incident
  const end = endOf(incident)
  if (end !== undefined) return end > opened ? end : opened
  return state === 'resolved' || state === 'closed' ? opened : undefined
}

/**
 * What a clock reads for an incident at `now`:
 * `closed` with its length; `open` with the age so far (right-censored); `fault` when the end lies before the start;
 * `missing` when the source lacks a moment that the interval needs.
 */
export type Reading =
  | { readonly kind: 'closed' | 'open' | 'fault'; readonly length: Duration }
  | { readonly kind: 'missing' }

/** Reads one interval of the incident. Never throws: what cannot be measured says why by its kind. */
export function readClock(incident: Incident, clock: Clock, now: Instant): Reading {
  const [from, to] = clocks[clock]
  const start = incident.clocks[from]
  const end = incident.clocks[to]
  if (start === undefined) return { kind: 'missing' }
  if (end !== undefined) {
    const length = between(start, end)
    return { kind: length < 0 ? 'fault' : 'closed', length }
  }
  return isOpenAt(incident, now) && now >= start ? { kind: 'open', length: between(start, now) } : { kind: 'missing' }
}
