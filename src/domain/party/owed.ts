import type { ChangeRequest } from '../change'
import type { Ownership } from '../coverage'
import type { Improvement } from '../problem'
import { inOrder } from '../query/rules'
import { type ReviewDuty, reviewGroups, reviewOf } from '../reviews'
import type { Id, Instant } from '../units'
import { withMembers } from './circle'

/** A review that a party owes, and as what. */
export interface OwedReview {
  readonly duty: ReviewDuty
  readonly as: 'reviewer' | 'approver' | 'accountable'
}

/** Reviews the party must do or approve: late, never done, due soon; and how many come later. */
export function reviewsOwed(id: Id, ownership: Ownership, now: Instant) {
  const mine = withMembers(id, ownership)
  const has = (ids: readonly Id[]) => ids.some((each) => mine.has(each))
  const all = ownership.standings.flatMap((standing): readonly OwedReview[] => {
    const duty = reviewOf(standing, now)
    if (duty.group === 'unplanned') return []
    const { reviewers, approvers, instead } = duty
    const as = has(reviewers) ? 'reviewer' : has(approvers) ? 'approver' : has(instead) ? 'accountable' : undefined
    return as === undefined ? [] : [{ duty, as }]
  })
  const isOpen = ({ duty: { group } }: OwedReview) => group === 'overdue' || group === 'never' || group === 'soon'
  const open = all.filter(isOpen).toSorted(
    inOrder<OwedReview>(
      (left, right) => reviewGroups.indexOf(left.duty.group) - reviewGroups.indexOf(right.duty.group),
      (left, right) => (left.duty.due ?? 0) - (right.duty.due ?? 0),
    ),
  )
  return { open, later: all.length - open.length }
}

/** Improvements the party has taken on and not finished, the first due first. */
export function improvementsOwed(id: Id, improvements: readonly Improvement[], ownership: Ownership) {
  const mine = withMembers(id, ownership)
  return improvements.filter(
    ({ owner, state }) => owner !== undefined && mine.has(owner) && state !== 'done' && state !== 'dropped',
  )
}

/** An open request, and how it concerns a party. */
export interface Concern {
  readonly request: ChangeRequest
  readonly how: 'decides' | 'changes' | 'answers'
}

/** Open requests that the party decides, that would change what it holds, or that are about what it answers for. */
export function requestsFor(
  id: Id,
  requests: readonly ChangeRequest[],
  answersFor: ReadonlySet<Id>,
  ownership: Ownership,
): readonly Concern[] {
  const mine = withMembers(id, ownership)
  return requests.flatMap((request): readonly Concern[] => {
    if (request.state !== 'proposed') return []
    if (request.approvers.some((each) => mine.has(each))) return [{ request, how: 'decides' }]
    if (request.steps.some(({ party }) => mine.has(party))) return [{ request, how: 'changes' }]
    return answersFor.has(request.activity) ? [{ request, how: 'answers' }] : []
  })
}
