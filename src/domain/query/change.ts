import type { ChangeKind, ChangeRequest, ChangeState } from '../change'
import type { Id, Open } from '../units'
import { facetOrders } from './orders'
import { anyOf, type FacetRules, overlaps } from './rules'
import { textMatcher, words } from './text'

/** All parts must hold; an absent or empty part does not limit. */
export interface ChangeQuery {
  readonly text?: string
  readonly ids?: readonly Id[]
  readonly activities?: readonly Id[]
  readonly states?: readonly Open<ChangeState>[]
  readonly kinds?: readonly Open<ChangeKind>[]
  /** Parties that would gain or lose a role. */
  readonly parties?: readonly Id[]
}

/** The newest first. Text is looked for in id, activity, reason, proposer and plan. */
export const changeRules: FacetRules<ChangeRequest, ChangeQuery> = {
  ...facetOrders.requests,
  matcher: (query) => {
    const text = textMatcher(query.text)
    const id = anyOf(query.ids)
    const activity = anyOf(query.activities)
    const state = anyOf(query.states)
    const kind = anyOf(query.kinds)
    const party = overlaps(query.parties)
    return (request) =>
      id(request.id) &&
      activity(request.activity) &&
      state(request.state) &&
      kind(request.kind) &&
      party(request.steps.map((step) => step.party)) &&
      text(words(request.id, request.activity, request.reason, request.proposer, request.plan))
  },
}
