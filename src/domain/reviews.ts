import type { Ownership, Standing } from './coverage'
import { exceptionFor, reviewDue } from './gaps'
import { declaredIn } from './holders'
import { byShownName } from './matrix'
import { type Role, roles } from './ownership'
import { inOrder } from './query/rules'
import { after, day24, type Duration, duration, type Id, type Instant } from './units'

/** How a review stands, the most urgent first. */
export const reviewGroups = ['overdue', 'never', 'soon', 'later', 'excused', 'unplanned'] as const
export type ReviewGroup = (typeof reviewGroups)[number]

/** Due within this time counts as soon. */
export const soonWithin: Duration = duration(30 * day24)

/** The review that an activity owes, and who owes it. */
export interface ReviewDuty {
  readonly standing: Standing
  /**
   * `overdue`: due before now. `never`: an interval is set and no review took place. `soon`: due within 30 days, the
   * present moment included. `excused`: late, but borne with by an exception that has not ended. `unplanned`: no
   * interval is recorded, or no source of the activity records reviews at all: nothing can be said of it.
   */
  readonly group: ReviewGroup
  readonly due?: Instant
  /** Of an excused one: when the exception ends. */
  readonly until?: Instant
  readonly reviewers: readonly Id[]
  readonly approvers: readonly Id[]
  /** Where the policy names no reviewer: who is accountable, and so owes it. */
  readonly instead: readonly Id[]
}

function groupOf({ activity, records }: Standing, due: Instant | undefined, now: Instant): ReviewGroup {
  if (!records.reviews || activity.review?.every === undefined) return 'unplanned'
  if (due === undefined) return 'never'
  if (due < now) return 'overdue'
  return due <= after(now, soonWithin) ? 'soon' : 'later'
}

/** How the review of one activity stands at `now`. Late exactly where the gap rule says so. */
export function reviewOf(standing: Standing, now: Instant): ReviewDuty {
  const { activity, assignments } = standing
  const due = reviewDue(activity)
  const group = groupOf(standing, due, now)
  const until =
    group === 'overdue' || group === 'never' ? exceptionFor(activity, 'review-overdue', now)?.until : undefined
  const reviewers = activity.review?.reviewers ?? []
  return {
    standing,
    group: until === undefined ? group : 'excused',
    reviewers,
    approvers: activity.review?.approvers ?? [],
    instead: reviewers.length > 0 ? [] : declaredIn(assignments, 'A'),
    ...(due !== undefined && { due }),
    ...(until !== undefined && { until }),
  }
}

const workloadName = ({ workload, activity }: Standing): string => workload?.name ?? activity.workload

/** All reviews: group by group, in each the first due first, then by workload and name. */
export const reviewsOf = (standings: readonly Standing[], now: Instant): readonly ReviewDuty[] =>
  standings
    .map((standing) => reviewOf(standing, now))
    .toSorted(
      inOrder<ReviewDuty>(
        (left, right) => reviewGroups.indexOf(left.group) - reviewGroups.indexOf(right.group),
        (left, right) => (left.due ?? 0) - (right.due ?? 0),
        (left, right) => byShownName(workloadName(left.standing), workloadName(right.standing)),
        (left, right) => byShownName(left.standing.activity.name, right.standing.activity.name),
      ),
    )

/** The parties themselves and, of a team among them, everybody in it. */
export const withMembers = (parties: readonly Id[], { members }: Pick<Ownership, 'members'>): ReadonlySet<Id> =>
  new Set(parties.flatMap((id) => [id, ...members(id).map((each) => each.id)]))

/** Whether anybody of them owes the review, approves it, answers for the activity or performs it. */
export const concerns = ({ standing, reviewers, approvers }: ReviewDuty, parties: ReadonlySet<Id>): boolean =>
  [...reviewers, ...approvers, ...declaredIn(standing.assignments, 'A'), ...declaredIn(standing.assignments, 'R')].some(
    (id) => parties.has(id),
  )

/** The roles that any of them holds in the activity by declaration: what a reorganisation puts in question. */
export const heldBy = ({ assignments }: Standing, parties: ReadonlySet<Id>): readonly Role[] =>
  roles.filter((role) => declaredIn(assignments, role).some((id) => parties.has(id)))

/** Whether it was looked at since: the moment itself counts. */
export const confirmedSince = ({ activity }: Standing, since: Instant): boolean =>
  activity.review?.last !== undefined && activity.review.last >= since
