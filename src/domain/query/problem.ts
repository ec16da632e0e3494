import type { Improvement, Problem, ProblemState } from '../problem'
import type { Id, Open } from '../units'
import { facetOrders } from './orders'
import { anyOf, type FacetRules, overlaps } from './rules'
import { textMatcher, words } from './text'

/** All parts must hold; an absent or empty part does not limit. */
export interface ProblemQuery {
  readonly text?: string
  readonly ids?: readonly Id[]
  readonly states?: readonly Open<ProblemState>[]
  readonly owners?: readonly Id[]
  readonly workloads?: readonly Id[]
}

/** By id. Text is looked for in id, title, factors and workaround. */
export const problemRules: FacetRules<Problem, ProblemQuery> = {
  ...facetOrders.problems,
  matcher: (query) => {
    const text = textMatcher(query.text)
    const id = anyOf(query.ids)
    const state = anyOf(query.states)
    const owner = anyOf(query.owners)
    const workload = overlaps(query.workloads)
    return (problem) =>
      id(problem.id) &&
      state(problem.state) &&
      owner(problem.owner) &&
      workload(problem.workloads) &&
      text(words(problem.id, problem.title, problem.factors, problem.workaround))
  },
}

/** All parts must hold; an absent or empty part does not limit. */
export interface ImprovementQuery {
  readonly text?: string
  readonly ids?: readonly Id[]
  readonly states?: readonly Improvement['state'][]
  readonly owners?: readonly Id[]
  readonly activities?: readonly Id[]
  readonly incidents?: readonly Id[]
}

/** The first due first, those without a date last. Text is looked for in id and title. */
export const improvementRules: FacetRules<Improvement, ImprovementQuery> = {
  ...facetOrders.improvements,
  matcher: (query) => {
    const text = textMatcher(query.text)
    const id = anyOf(query.ids)
    const state = anyOf(query.states)
    const owner = anyOf(query.owners)
    const activity = anyOf(query.activities)
    const incident = anyOf(query.incidents)
    return (improvement) =>
      id(improvement.id) &&
      state(improvement.state) &&
      owner(improvement.owner) &&
      activity(improvement.activity) &&
      incident(improvement.incident) &&
      text(words(improvement.id, improvement.title))
  },
}
