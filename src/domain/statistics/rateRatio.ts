/** How often something happened in a stretch of time. */
export interface Rate {
  readonly count: number
  /** In any unit, the same for both rates that are compared. */
  readonly exposure: number
}

/** How a rate changed. */
export interface RateComparison {
  readonly verdict: 'fewer' | 'more' | 'within noise' | 'too few to tell'
  /** The rate after over the rate before, with its 95 % interval; `high` may be infinite. Absent when too few to tell. */
  readonly ratio?: { readonly value: number; readonly low: number; readonly high: number }
  /** All events of both stretches, and how many a verdict needs. */
  readonly n: number
  readonly needed: number
}

/** With five events, even all of them on one side of two equal stretches happen by chance more often than 1 in 20. */
export const fewestEvents = 6

/** P(X ≤ k) for X ~ Binomial(n, p), summed over logarithms so that n may be large. */
function binomialAtMost(k: number, n: number, p: number): number {
  if (k >= n || p <= 0) return 1
  if (k < 0 || p >= 1) return 0
  const odds = Math.log(p) - Math.log1p(-p)
  let term = n * Math.log1p(-p)
  let sum = Math.exp(term)
  for (let index = 1; index <= k; index += 1) {
    term += Math.log((n - index + 1) / index) + odds
    sum += Math.exp(term)
  }
  return Math.min(1, sum)
}

/** The p at which a falling function reaches `level`, by halving. */
function solve(falling: (p: number) => number, level: number): number {
  let [low, high] = [0, 1]
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2
    if (falling(middle) > level) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The exact 95 % interval of a share k of n: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413. */
export function shareInterval(k: number, n: number): { readonly low: number; readonly high: number } {
  return {
    low: k === 0 ? 0 : solve((p) => binomialAtMost(k - 1, n, p), 0.975),
    high: k === n ? 1 : solve((p) => binomialAtMost(k, n, p), 0.025),
  }
}

/**
 * The ratio of two Poisson rates. Given n events in all, those after are Binomial(n, ρ·t₂ / (t₁ + ρ·t₂)), so the exact
 * interval of that share gives the interval of ρ: J. Przyborowski and H. Wilenski, "Homogeneity of Results in Testing
 * Samples from Poisson Series", Biometrika 31 (1940) 313–323. Fewer or more: the interval excludes 1.
 */
export function compareRates(before: Rate, after: Rate): RateComparison {
  const n = before.count + after.count
  const tried = { n, needed: fewestEvents }
  if (n < fewestEvents || !(before.exposure > 0) || !(after.exposure > 0))
    return { verdict: 'too few to tell', ...tried }
  const ratioOf = (share: number) => (share / (1 - share)) * (before.exposure / after.exposure)
  const { low, high } = shareInterval(after.count, n)
  const ratio = { value: ratioOf(after.count / n), low: ratioOf(low), high: ratioOf(high) }
  return { verdict: ratio.high < 1 ? 'fewer' : ratio.low > 1 ? 'more' : 'within noise', ratio, ...tried }
}
