import {
  confirmedSince,
  heldBy,
  type ReviewDuty,
  type ReviewGroup,
  reviewGroups,
  reviewsOf,
  withMembers,
} from '../../../domain/reviews'
import type { Role } from '../../../domain/ownership'
import type { Raw } from '../model/address'
import { type Book, type Ignored, narrowing, ownersOf, understood } from '../model/book'
import { startOf } from '../model/words'

/** One review in the list; after a reorganisation with the roles that the moved hold. */
export interface Listed extends ReviewDuty {
  readonly roles: readonly Role[]
  readonly confirmed: boolean
}

export interface ReviewList {
  readonly all: readonly ReviewDuty[]
  readonly shown: readonly Listed[]
  readonly count: (group: ReviewGroup) => number
  readonly ignored: readonly Ignored[]
  /** Set when the list is of what a reorganisation puts in question. */
  readonly moved: readonly string[]
}

/** The reviews that the address asks for: one rule for the figures and the list. */
export function reviewList(raw: Raw, book: Book): ReviewList {
  const { asked, ignored } = understood(raw, book, reviewGroups)
  const since = raw.since === null ? undefined : startOf(raw.since, book.zone)
  const all = reviewsOf(book.ownership.standings, book.now)
  const fits = narrowing(asked, book)
  const moved = withMembers(asked.moved, book.ownership)
  const base = all
    .filter(({ standing, reviewers, approvers }) =>
      fits({
        words: [standing.activity.id, standing.activity.name],
        parties: [...reviewers, ...approvers, ...ownersOf(standing)],
        workloads: [standing.activity.workload],
      }),
    )
    .map((duty): Listed => ({
      ...duty,
      roles: heldBy(duty.standing, moved),
      confirmed: since !== undefined && confirmedSince(duty.standing, since),
    }))
    .filter(({ roles }) => moved.size === 0 || roles.length > 0)
  return {
    all,
    shown: asked.show.length === 0 ? base : base.filter(({ group }) => asked.show.includes(group)),
    count: (wanted) => base.filter(({ group }) => group === wanted).length,
    ignored: [
      ...ignored,
      ...(raw.since !== null && since === undefined ? [{ filter: 'since', value: raw.since }] : []),
    ],
    moved: asked.moved,
  }
}
