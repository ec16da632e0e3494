import { bisectRight } from 'd3-array'
import { ascending, quantileOfRanked } from './statistics/quantile'
import type { Distribution } from './summary'

/** The most by which a value of a binned distribution differs from the true one, relative to it. */
export const relativeError = 0.01

// Each bin is wider than the one before by this factor, so its middle is within 1 % of all that it holds: the sketch of
// C. Masson, J. E. Rim and H. K. Lee, "DDSketch", PVLDB 12 (2019) 2195–2205.
const growth = (1 + relativeError) / (1 - relativeError)
const logGrowth = Math.log(growth)

type Binned = Extract<Distribution, { kind: 'binned' }>

/** Adding it changes nothing. */
export const emptyDistribution: Distribution = { kind: 'exact', values: [] }

/** The bin of a length above zero. */
export const binOf = (value: number): number => Math.ceil(Math.log(value) / logGrowth)

/** The length that stands for every value in a bin. */
export const representativeOf = (bin: number): number => (2 * growth ** bin) / (growth + 1)

/**
 * An exact distribution of lengths in any order. Throws a RangeError for a negative or non-finite one: those are faults,
 * counted apart and never measured.
 */
export function fromValues(values: readonly number[]): Distribution {
  const wrong = values.find((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY))
  if (wrong !== undefined) throw new RangeError(`${wrong} is not a length.`)
  return { kind: 'exact', values: ascending(values) }
}

type Bins = Binned['bins']

/** Calls back for each bin of all parts: by index, which on this path is several times as fast as taking pairs apart. */
function forEachBin(parts: readonly Bins[], work: (bin: number, count: number) => void): void {
  for (const bins of parts)
    for (let at = 0; at < bins.length; at += 1) {
      const pair = bins[at]!
      work(pair[0], pair[1])
    }
}

/** Adds up counts by bin. Bins lie close together, so a table serves: some thousand places for all lengths there are. */
function addedBins(zeros: number, parts: readonly Bins[]): Binned {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  forEachBin(parts, (bin) => {
    if (bin < least) least = bin
    if (bin > most) most = bin
  })
  const table = new Float64Array(Math.max(0, most - least + 1))
  forEachBin(parts, (bin, count) => {
    table[bin - least]! += count
  })
  const bins: (readonly [number, number])[] = []
  for (const [place, count] of table.entries()) if (count > 0) bins.push([least + place, count])
  return { kind: 'binned', zeros, bins }
}

/** Lengths in any order, in logarithmic bins. */
export function binned(values: Iterable<number>): Binned {
  const each: (readonly [number, number])[] = []
  let zeros = 0
  for (const value of values)
    if (value === 0) zeros += 1
    else each.push([binOf(value), 1])
  return addedBins(zeros, [each])
}

/** The same lengths in logarithmic bins. What is binned already stays as it is. */
export const toBinned = (distribution: Distribution): Binned =>
  distribution.kind === 'binned' ? distribution : binned(distribution.values)

/**
 * All lengths of all distributions. Exact ones stay exact; with a binned one among them the result is binned. Adding up
 * is associative and commutative, and `emptyDistribution` changes nothing.
 */
export function mergeDistributions(parts: readonly Distribution[]): Distribution {
  const filled = parts.filter((part) => part.kind === 'binned' || part.values.length > 0)
  const [first] = filled
  if (first === undefined) return emptyDistribution
  if (filled.length === 1) return first
  const exact = filled.flatMap((part) => (part.kind === 'exact' ? [part.values] : []))
  if (exact.length === filled.length) return { kind: 'exact', values: ascending(exact.flat()) }

  const inBins = filled.map(toBinned)
  return addedBins(
    inBins.reduce((sum, { zeros }) => sum + zeros, 0),
    inBins.map(({ bins }) => bins),
  )
}

/** How many lengths it holds, zeros and repeated ones counted. */
export const countOf = (distribution: Distribution): number =>
  distribution.kind === 'exact'
    ? distribution.values.length
    : distribution.bins.reduce((sum, [, count]) => sum + count, distribution.zeros)

/** Each distinct length in milliseconds, ascending, with how often it occurs. Bins tell their representatives. */
export function entriesOf(distribution: Distribution): readonly (readonly [value: number, count: number])[] {
  if (distribution.kind === 'binned') {
    const bins = distribution.bins.map(([bin, count]) => [representativeOf(bin), count] as const)
    return distribution.zeros > 0 ? [[0, distribution.zeros], ...bins] : bins
  }
  const entries: [number, number][] = []
  for (const value of distribution.values) {
    const last = entries.at(-1)
    if (last?.[0] === value) last[1] += 1
    else entries.push([value, 1])
  }
  return entries
}

/** Tells the length of any rank, 0 for the shortest to `countOf` − 1, without walking all lengths each time. */
export function rankedValues(distribution: Distribution): (rank: number) => number {
  if (distribution.kind === 'exact') return (rank) => distribution.values[rank] ?? Number.NaN
  const entries = entriesOf(distribution)
  let sum = 0
  const upTo = entries.map(([, count]) => (sum += count))
  return (rank) => entries[bisectRight(upTo, rank)]?.[0] ?? Number.NaN
}

/**
 * The type 7 quantile in milliseconds, undefined for an empty distribution. On bins the same definition over their
 * representatives, within `relativeError` of the exact one.
 */
export const quantileOf = (distribution: Distribution, p: number): number | undefined =>
  quantileOfRanked(countOf(distribution), rankedValues(distribution), p)
