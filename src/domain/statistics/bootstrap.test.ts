import { describe, expect, it } from 'vitest'
import { emptyDistribution, fromValues, toBinned } from '../distribution'
import { compareCounts, compareQuantiles, compareShares, fewestCounts, fewestFor, fewestOfShare } from './bootstrap'
import { quantile } from './quantile'
import { normal, type Random, randomOf } from './random'

/** Lengths as they are: log-normal, a heavy tail. */
const lengths = (count: number, random: Random, times = 1) =>
  fromValues(Array.from({ length: count }, () => times * Math.exp(14 + 1.3 * normal(random))))

/** Counts of independent events: D. Knuth's way to a Poisson number. */
function poisson(mean: number, random: Random): number {
  let count = -1
  for (let product = 1; product > Math.exp(-mean); product *= random()) count += 1
  return count
}
/** How many of n happen, each by itself with the same chance. */
const share = (of: number, chance: number, random: Random) => ({
  count: Array.from({ length: of }, () => random() < chance).filter(Boolean).length,
  of,
})
const counts = (weeks: number, mean: number, random: Random) =>
  Array.from({ length: weeks }, () => poisson(mean, random))

/** Share of comparisons of like with like that are called a real change. */
function falseAlarms(runs: number, compare: (seed: number) => { readonly verdict: string }): number {
  const verdicts = Array.from({ length: runs }, (_, seed) => compare(seed).verdict)
  expect(verdicts).not.toContain('too few to tell')
  return verdicts.filter((verdict) => verdict === 'real change').length / runs
}

describe('where nothing changed', () => {
  const random = randomOf(2026)
  // Aim: 5 in 100. With 400 runs the standard error is 1.1 points.
  it.each([
    ['the median of 12 lengths', 0.5, 12, 12],
    ['the median of 25 and 200 lengths', 0.5, 25, 200],
    ['p90 of 40 lengths', 0.9, 40, 40],
  ])('%s seldom seems changed', (_what, p, before, after) => {
    const alarms = falseAlarms(400, (seed) =>
      compareQuantiles(lengths(before, random), lengths(after, random), p, seed),
    )
    expect(alarms).toBeLessThanOrEqual(0.07)
  })
  it.each([
    ['8 and 8 weeks', 8, 8],
    ['12 and 40 weeks', 12, 40],
  ])('the mean count of %s seldom seems changed', (_what, before, after) => {
    const alarms = falseAlarms(400, (seed) => compareCounts(counts(before, 9, random), counts(after, 9, random), seed))
    expect(alarms).toBeLessThanOrEqual(0.07)
  })
})

describe('shares', () => {
  const random = randomOf(11)
  it.each([
    ['10 and 10 with an even chance', 10, 10, 0.5],
    ['40 and 60 of which one in ten', 40, 60, 0.1],
    ['300 and 300 of which one in three', 300, 300, 1 / 3],
  ])('of %s seldom seem changed where nothing did', (_what, before, after, chance) => {
    const alarms = falseAlarms(400, (seed) =>
      compareShares(share(before, chance, random), share(after, chance, random), seed),
    )
    expect(alarms).toBeLessThanOrEqual(0.07)
  })

  it('have about the interval of Agresti and Caffo: worked by hand for 10 of 40 and 20 of 40', () => {
    // Shares 11/42 and 21/42; 0.2381 ± 1.96·√(0.2619·0.7381/42 + 0.5·0.5/42) = 0.0373…0.4388.
    const { verdict, difference } = compareShares({ count: 10, of: 40 }, { count: 20, of: 40 })
    expect(verdict).toBe('real change')
    expect(difference?.value).toBeCloseTo(0.25, 12)
    expect(Math.abs((difference?.low ?? 0) - 0.0373)).toBeLessThan(0.015)
    expect(Math.abs((difference?.high ?? 0) - 0.4388)).toBeLessThan(0.015)
  })

  it('are not certain where none of a few did, and are not told of fewer than ten', () => {
    const { difference, verdict } = compareShares({ count: 0, of: 12 }, { count: 0, of: 12 })
    expect(verdict).toBe('within noise')
    expect(difference?.low).toBeLessThan(-0.1)
    expect(difference?.high).toBeGreaterThan(0.1)
    expect(compareShares({ count: 0, of: 9 }, { count: 9, of: 90 })).toEqual({
      verdict: 'too few to tell',
      before: 0,
      after: 0.1,
      n: { before: 9, after: 90, needed: fewestOfShare },
    })
    expect(compareShares({ count: 0, of: 0 }, { count: 9, of: 90 })).not.toHaveProperty('before')
  })
})

describe('where something changed', () => {
  const random = randomOf(7)

  it('says that lengths halved', () => {
    const result = compareQuantiles(lengths(200, random), lengths(200, random, 0.5), 0.5)
    expect(result.verdict).toBe('real change')
    expect(result.difference?.high).toBeLessThan(0)
    expect(result.difference?.value).toBe((result.after ?? 0) - (result.before ?? 0))
    expect(result.n).toEqual({ before: 200, after: 200, needed: 10 })
  })

  it('says that counts doubled', () => {
    const result = compareCounts(counts(12, 8, random), counts(12, 16, random))
    expect(result.verdict).toBe('real change')
    expect(result.difference?.low).toBeGreaterThan(0)
  })
})

describe('the interval', () => {
  it('is that of drawing the whole sample anew', () => {
    const given = fromValues([3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610])
    const still = fromValues(Array.from({ length: 12 }, () => 0))
    const { difference } = compareQuantiles(still, given, 0.5)
    // The plain way: 12 picks of 12, their median, many times over.
    const random = randomOf(99)
    const medians = Array.from({ length: 20_000 }, () => {
      const picks = Array.from({ length: 12 }, () =>
        given.kind === 'exact' ? (given.values[Math.floor(random() * 12)] ?? 0) : 0,
      )
      return quantile(picks, 0.5) ?? 0
    })
    expect(difference?.value).toBe(44.5)
    expect(Math.abs((difference?.low ?? 0) - (quantile(medians, 0.025) ?? 0))).toBeLessThanOrEqual(2.5)
    expect(Math.abs((difference?.high ?? 0) - (quantile(medians, 0.975) ?? 0))).toBeLessThanOrEqual(22)
  })

  it('is the same for the same data and seed, and nearly so for another seed', () => {
    const random = randomOf(5)
    const [before, after] = [lengths(80, random), lengths(80, random)]
    const result = compareQuantiles(before, after, 0.5, 1)
    expect(compareQuantiles(before, after, 0.5, 1)).toEqual(result)
    const other = compareQuantiles(before, after, 0.5, 2).difference
    const { low, high } = result.difference ?? { low: 0, high: 0 }
    expect(Math.abs((other?.low ?? 0) - low)).toBeLessThan((high - low) / 10)
  })

  it('on bins is near that on exact lengths', () => {
    const random = randomOf(6)
    const [before, after] = [lengths(300, random), lengths(300, random, 0.6)]
    const exact = compareQuantiles(before, after, 0.5)
    const binned = compareQuantiles(toBinned(before), toBinned(after), 0.5)
    expect(binned.verdict).toBe(exact.verdict)
    const tolerance = 0.02 * (exact.before ?? 0)
    expect(Math.abs((binned.difference?.low ?? 0) - (exact.difference?.low ?? 0))).toBeLessThan(tolerance)
  })

  it('is a point when the data do not vary', () => {
    const same = Array.from({ length: 8 }, () => 4)
    expect(compareCounts(same, same)).toMatchObject({
      verdict: 'within noise',
      difference: { value: 0, low: 0, high: 0 },
    })
  })
})

describe('too few to tell', () => {
  it('is said below the documented number, with n', () => {
    expect([fewestFor(0.5), fewestFor(0.9), fewestFor(0.99), fewestCounts]).toEqual([10, 30, 300, 8])
    const random = randomOf(1)
    const result = compareQuantiles(lengths(9, random), lengths(500, random, 9), 0.5)
    expect(result).toMatchObject({ verdict: 'too few to tell', n: { before: 9, after: 500, needed: 10 } })
    expect(result).not.toHaveProperty('difference')
    expect(compareCounts([1, 2, 3, 4, 5, 6, 7], counts(30, 90, random)).verdict).toBe('too few to tell')
  })
  it('leaves out the figure of a period without values', () => {
    expect(compareQuantiles(emptyDistribution, fromValues([5]), 0.5)).toEqual({
      verdict: 'too few to tell',
      after: 5,
      n: { before: 0, after: 1, needed: 10 },
    })
    expect(compareCounts([], [])).not.toHaveProperty('before')
  })
})
