import { endOf, type Incident, isOpenAt, type PostIncidentReview, type Severity } from './incident'
import { after, between, day24, type Duration, duration, type Instant } from './units'

/**
 * When an incident must be reviewed: each of these severities within so long of its end. A week keeps memory fresh and
 * leaves room for one meeting; lesser incidents may be reviewed and never are overdue.
 */
export const reviewPolicy = {
  severities: [1, 2] as const satisfies readonly Severity[],
  within: duration(7 * day24),
} as const

/** How the review of an incident stands. `late` is by how much the policy was missed, where it asks for one. */
export type ReviewStanding =
  | { readonly kind: 'held'; readonly at: Instant; readonly late?: Duration }
  /** To be held at a set time. */
  | { readonly kind: 'planned'; readonly at: Instant; readonly late?: Duration }
  /** Written; when it was held is not recorded. */
  | { readonly kind: 'undated' }
  | { readonly kind: 'due'; readonly due: Instant }
  | { readonly kind: 'overdue'; readonly due: Instant; readonly late: Duration }
  /** It still burns. */
  | { readonly kind: 'burning' }
  /** It is over, and nobody wrote down since when: nothing can be called due. */
  | { readonly kind: 'no-end' }
  /** The policy asks for none. */
  | { readonly kind: 'free' }

/** When the policy wants the review held; undefined where it asks for none, or the end is not recorded. */
export function reviewDueAt(incident: Incident): Instant | undefined {
  const asked = reviewPolicy.severities.some((each) => each === incident.severity)
  const end = endOf(incident)
  return asked && end !== undefined ? after(end, reviewPolicy.within) : undefined
}

const lateness = (due: Instant | undefined, at: Instant) =>
  due !== undefined && at > due ? { late: between(due, at) } : {}

/** Judges the review at `now`. At the very moment it is due it is not overdue. */
export function reviewStanding(incident: Incident, now: Instant): ReviewStanding {
  const { review } = incident
  const due = reviewDueAt(incident)
  if (review?.heldAt !== undefined)
    return { kind: review.heldAt <= now ? 'held' : 'planned', at: review.heldAt, ...lateness(due, review.heldAt) }
  if (review) return { kind: 'undated' }
  if (isOpenAt(incident, now)) return { kind: 'burning' }
  if (!reviewPolicy.severities.some((each) => each === incident.severity)) return { kind: 'free' }
  if (due === undefined) return { kind: 'no-end' }
  return due < now ? { kind: 'overdue', due, late: between(due, now) } : { kind: 'due', due }
}

/** What set it off, apart from what made it possible. */
export interface Causes {
  readonly trigger?: string
  readonly factors: readonly string[]
}

const mark = /^\s*trigger\s*:\s*/i

/**
 * Sources keep one list of factors. The one that begins with `Trigger:` is the trigger; a second one stays among the
 * factors, as it was written.
 */
export function causesOf(factors: readonly string[]): Causes {
  const at = factors.findIndex((factor) => mark.test(factor) && factor.replace(mark, '').trim() !== '')
  const trigger = factors[at]?.replace(mark, '').trim()
  return trigger === undefined ? { factors } : { trigger, factors: factors.toSpliced(at, 1) }
}

/** The list of factors as sources keep it, the trigger first. */
export const factorsOf = ({ trigger, factors }: Causes): PostIncidentReview['factors'] =>
  trigger === undefined || trigger.trim() === '' ? factors : [`Trigger: ${trigger.trim()}`, ...factors]
