import type { Duration } from '../units'
import type { Verdict } from './bootstrap'

/** So many events in so long a time. */
export interface Counted {
  readonly count: number
  readonly length: Duration
}

/** How the rate of rare events differs between two times. */
export interface RateChange {
  readonly verdict: Verdict
  /** Rate after ÷ rate before, with its 95 % interval; absent when there are too few to tell. */
  readonly ratio?: { readonly value: number; readonly low: number; readonly high: number }
  readonly n: number
}

/** Share of probability outside the interval on each side. */
const tail = 0.025

/** P(X ≤ k) for X ~ Binomial(n, p). */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1
  if (p >= 1) return k >= n ? 1 : 0
  const odds = Math.log(p) - Math.log1p(-p)
  let term = n * Math.log1p(-p)
  let sum = Math.exp(term)
  for (let i = 1; i <= k; i += 1) {
    term += odds + Math.log((n - i + 1) / i)
    sum += Math.exp(term)
  }
  return Math.min(1, sum)
}

/** Where a function that falls from above zero to below does so, in [0, 1]. */
function root(falling: (p: number) => number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (falling(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Odds, with certainty as infinity. */
const oddsOf = (p: number): number => (p >= 1 ? Infinity : p / (1 - p))

/**
 * Compares two rates of events that happen one by one (Poisson). Given all n events, those after are binomial, whose
 * exact interval (C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413) becomes one of the ratio of rates
 * (J. Przyborowski and H. Wilenski, Biometrika 31 (1940) 313–323). Too few to tell: however the n had
 * fallen, the interval would not leave out 1.
 */
export function compareRates(before: Counted, after: Counted): RateChange {
  const n = before.count + after.count
  const share = after.length / (before.length + after.length)
  if (!(before.length > 0 && after.length > 0) || Math.min(share, 1 - share) ** n > tail)
    return { verdict: 'too few to tell', n }
  const k = after.count
  const least = k === 0 ? 0 : root((p) => tail - (1 - atMost(k - 1, n, p)))
  const most = k === n ? 1 : root((p) => atMost(k, n, p) - tail)
  const times = before.length / after.length
  const [low, high] = [oddsOf(least) * times, oddsOf(most) * times]
  const value = before.count === 0 ? Infinity : (k / before.count) * times
  return { verdict: low > 1 || high < 1 ? 'real change' : 'within noise', ratio: { value, low, high }, n }
}
