import { countOf, quantileOf, rankedValues } from '../distribution'
import type { Distribution } from '../summary'
import { quantileSorted } from './quantile'
import { orderStatistic, type Random, randomOf } from './random'

/** What a comparison of two periods comes to. */
export type Verdict = 'real change' | 'within noise' | 'too few to tell'

/** What can be said about a figure before and after. */
export interface Comparison {
  readonly verdict: Verdict
  /** The figure in each period; absent where the period has nothing to measure. */
  readonly before?: number
  readonly after?: number
  /** After minus before, with its 95 % interval; absent when there are too few to tell. */
  readonly difference?: { readonly value: number; readonly low: number; readonly high: number }
  /** How many values each period has, and how many each must have for a verdict. */
  readonly n: { readonly before: number; readonly after: number; readonly needed: number }
}

/** How often the data are drawn anew. The ends of the interval move by less than a tenth of its width between seeds. */
const rounds = 2000

/** With fewer counts in a period, data without a change would seem changed much more often than 5 times in 100. */
export const fewestCounts = 8

/**
 * How many lengths a period must have for a quantile: 10, and 3 beyond the quantile on its thinner side, so that the
 * interval does not end at the one extreme value (median 10, p90 30).
 */
export const fewestFor = (p: number): number => Math.max(10, Math.ceil(3 / Math.min(p, 1 - p) - 1e-9))

type Draw = (random: Random) => number

function verdictOf(
  figures: { readonly before: number; readonly after: number },
  n: Comparison['n'],
  draws: { readonly before: Draw; readonly after: Draw },
  seed: number,
): Comparison {
  const random = randomOf(seed)
  const differences = Float64Array.from({ length: rounds }, () => draws.after(random) - draws.before(random)).sort()
  const low = quantileSorted(Array.from(differences), 0.025) ?? Number.NaN
  const high = quantileSorted(Array.from(differences), 0.975) ?? Number.NaN
  const verdict = low > 0 || high < 0 ? 'real change' : 'within noise'
  return { verdict, ...figures, difference: { value: figures.after - figures.before, low, high }, n }
}

const tooFew = (before: number | undefined, after: number | undefined, n: Comparison['n']): Comparison => ({
  verdict: 'too few to tell',
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
  n,
})

/**
 * The quantile of a sample drawn anew, with replacement, from a distribution of n lengths. Its rank-k value is the one
 * at place ⌊n·U₍ₖ₎⌋, where U₍ₖ₎ is the k-th smallest of n uniform numbers; so a draw costs the same for a billion lengths as
 * for ten. Given U₍ₖ₎, the next is 1 − (1 − U₍ₖ₎)·V^(1/(n−k)).
 */
function drawQuantile(distribution: Distribution, p: number): Draw {
  const n = countOf(distribution)
  const valueAt = rankedValues(distribution)
  const position = (n - 1) * p
  const rank = Math.floor(position)
  const rest = position - rank
  const at = (uniform: number) => valueAt(Math.min(n - 1, Math.floor(uniform * n)))
  return (random) => {
    const uniform = orderStatistic(rank + 1, n, random)
    const low = at(uniform)
    if (rest === 0) return low
    const next = 1 - (1 - uniform) * random() ** (1 / (n - rank - 1))
    return low + rest * (at(next) - low)
  }
}

/**
 * Whether a quantile of lengths (0.5: the median, 0.9: p90) changed between two periods: the 95 % percentile interval of
 * the bootstrap (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13). Real change: the
 * interval excludes zero. The same data and seed give the same answer. Only lengths that ended are compared; where many
 * are open, read the Kaplan–Meier curves beside it.
 */
export function compareQuantiles(before: Distribution, after: Distribution, p: number, seed = 1): Comparison {
  const n = { before: countOf(before), after: countOf(after), needed: fewestFor(p) }
  const was = quantileOf(before, p)
  const is = quantileOf(after, p)
  if (was === undefined || is === undefined || n.before < n.needed || n.after < n.needed) return tooFew(was, is, n)
  return verdictOf(
    { before: was, after: is },
    n,
    { before: drawQuantile(before, p), after: drawQuantile(after, p) },
    seed,
  )
}

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length

/** The square of the standard error of a mean. */
function errorOf(values: readonly number[]): number {
  const mean = meanOf(values) ?? 0
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) / values.length
}

/** Degrees of freedom of a difference of means: B. L. Welch, Biometrika 34 (1947) 28–35. */
function freedomOf(left: readonly number[], right: readonly number[]): number {
  const [one, other] = [errorOf(left), errorOf(right)]
  const freedom = (one + other) ** 2 / (one ** 2 / (left.length - 1) + other ** 2 / (right.length - 1))
  return Number.isNaN(freedom) ? left.length + right.length - 2 : freedom
}

/**
 * The mean of counts drawn anew. Resampling n counts spreads their mean by √((n − 1)/n) too little (the same book,
 * section 5.3), and the ends of a percentile interval are those of the normal, not of Student's t, whose ratio is about
 * 1 + (z² + 1)/(4·df). For 8 weeks both matter, so the draw is widened about the mean by both: T. Hesterberg, "What
 * Teachers Should Know About the Bootstrap", The American Statistician 69 (2015) 371–386.
 */
function drawMean(values: readonly number[], mean: number, freedom: number): Draw {
  const n = values.length
  const widening = Math.sqrt(n / (n - 1)) * (1 + (1.96 ** 2 + 1) / (4 * freedom))
  return (random) => {
    let sum = 0
    for (let index = 0; index < n; index += 1) sum += values[Math.floor(random() * n)] ?? 0
    return mean + widening * (sum / n - mean)
  }
}

/** Whether the mean count per period (week, month) changed; otherwise as `compareQuantiles`. Give complete periods only. */
export function compareCounts(before: readonly number[], after: readonly number[], seed = 1): Comparison {
  const n = { before: before.length, after: after.length, needed: fewestCounts }
  const was = meanOf(before)
  const is = meanOf(after)
  if (was === undefined || is === undefined || n.before < n.needed || n.after < n.needed) return tooFew(was, is, n)
  const freedom = freedomOf(before, after)
  return verdictOf(
    { before: was, after: is },
    n,
    { before: drawMean(before, was, freedom), after: drawMean(after, is, freedom) },
    seed,
  )
}

/** So many of so many. */
export interface Share {
  readonly count: number
  readonly of: number
}

/** With fewer in a period, an interval of a share is so wide that it says nothing. */
export const fewestOfShare = 10

/**
 * The share as weights drawn anew give it (D. B. Rubin, "The Bayesian Bootstrap", The Annals of Statistics 9 (1981)
 * 130–134), with one more of each kind, so that none of ten is not taken for certain (A. Agresti and B. Caffo, The
 * American Statistician 54 (2000) 280–288): Beta(k + 1, n − k + 1), the (k + 1)-th smallest of n + 1 uniform numbers.
 */
const drawShare =
  ({ count, of }: Share): Draw =>
  (random) =>
    orderStatistic(count + 1, of + 1, random)

/** Whether a share changed; values are parts of one, and n counts what the shares are of. Otherwise as `compareQuantiles`. */
export function compareShares(before: Share, after: Share, seed = 1): Comparison {
  const n = { before: before.of, after: after.of, needed: fewestOfShare }
  const [was, is] = [before, after].map(({ count, of }) => (of === 0 ? undefined : count / of))
  if (was === undefined || is === undefined || n.before < n.needed || n.after < n.needed) return tooFew(was, is, n)
  return verdictOf({ before: was, after: is }, n, { before: drawShare(before), after: drawShare(after) }, seed)
}
