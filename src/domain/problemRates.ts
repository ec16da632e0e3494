import { fromValues } from './distribution'
import type { Fix, Problem } from './problem'
import { compareRates, type RateComparison } from './statistics/rateRatio'
import type { Distribution } from './summary'
import { between, type Instant } from './units'

/** The newest fix that was declared by then. */
export const newestFix = ({ fixes }: Problem, now: Instant): Fix | undefined =>
  fixes
    .filter(({ at }) => at <= now)
    .toSorted((left, right) => left.at - right.at)
    .at(-1)

/** How often a problem's incidents began before and after a fix. */
export interface FixRates {
  /** Incidents and milliseconds. */
  readonly before: { readonly count: number; readonly exposure: number }
  readonly after: { readonly count: number; readonly exposure: number }
  readonly comparison: RateComparison
}

/**
 * The rates before and after a fix. The time before begins with the first incident, which therefore does not count: a
 * problem is only known from its first incident on. Incidents later than `now` have not happened. Undefined without an
 * incident before the fix, for then nothing tells since when the problem is there.
 */
export function fixRates(began: readonly Instant[], fixed: Instant, now: Instant): FixRates | undefined {
  const known = began.filter((at) => at <= now)
  const earlier = known.filter((at) => at <= fixed)
  if (earlier.length === 0 || fixed > now) return undefined
  const first = earlier.reduce((left, right) => (right < left ? right : left))
  const before = { count: earlier.length - 1, exposure: between(first, fixed) }
  const after = { count: known.length - earlier.length, exposure: between(fixed, now) }
  return { before, after, comparison: compareRates(before, after) }
}

/** How long problems stayed open, and how long those that are open have been. */
export interface ProblemAges {
  readonly closed: Distribution
  readonly open: Distribution
  /** Left out: no beginning, or resolved without a fix that says when; fixed before it began. */
  readonly missing: number
  readonly faults: number
}

/** From when a problem was opened to its newest fix, where it is resolved; others are open at `now`. */
export function problemAges(problems: readonly Problem[], now: Instant): ProblemAges {
  const closed: number[] = []
  const open: number[] = []
  let missing = 0
  let faults = 0
  for (const problem of problems) {
    const { opened, state } = problem
    const end = state === 'resolved' ? newestFix(problem, now)?.at : undefined
    if (opened === undefined || opened > now || (state === 'resolved' && end === undefined)) missing += 1
    else if (end === undefined) open.push(between(opened, now))
    else if (end < opened) faults += 1
    else closed.push(between(opened, end))
  }
  return { closed: fromValues(closed), open: fromValues(open), missing, faults }
}
