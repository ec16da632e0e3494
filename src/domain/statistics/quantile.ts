/**
 * The quantile of ranked values, by linear interpolation between the two nearest ranks: definition 7 of R. J. Hyndman
 * and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996) 361–365; the default of R,
 * NumPy and spreadsheets. `valueAt(rank)` gives the value of rank 0 (smallest) to count − 1. Undefined for no values.
 * Throws a RangeError unless 0 ≤ p ≤ 1.
 */
export function quantileOfRanked(count: number, valueAt: (rank: number) => number, p: number): number | undefined {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile needs a share from 0 to 1, not ${p}.`)
  if (count === 0) return undefined
  const position = (count - 1) * p
  const rank = Math.floor(position)
  const low = valueAt(rank)
  const rest = position - rank
  return rest === 0 ? low : low + rest * (valueAt(rank + 1) - low)
}

/** The type 7 quantile of values sorted ascending; see `quantileOfRanked`. */
export const quantileSorted = (sorted: readonly number[], p: number): number | undefined =>
  quantileOfRanked(sorted.length, (rank) => sorted[rank] ?? Number.NaN, p)

/** The type 7 quantile of values in any order. */
export const quantile = (values: readonly number[], p: number): number | undefined =>
  quantileSorted(ascending(values), p)

/** A sorted copy. Typed arrays sort numbers by value, several times faster than with a comparison. */
export const ascending = (values: readonly number[]): readonly number[] => Array.from(Float64Array.from(values).sort())
