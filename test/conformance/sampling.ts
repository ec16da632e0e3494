import type { Facet, Holdings, Queries } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'

/** For each part of each query, values to ask with. A part that is added to a query has no samples, and does not compile. */
export type Samples<Of extends Facet = Facet> = {
  readonly [F in Of]: {
    readonly [P in keyof Required<Queries[F]>]: (world: Holdings) => readonly Required<Queries[F]>[P][]
  }
}

const first = <T>(values: readonly (T | undefined)[]): readonly T[] => {
  return [...new Set(values.filter((value): value is T & {} => value !== undefined))]
}

/** One value, several values, none, and one that no record has. */
export function choices<T>(values: readonly (T | undefined)[], foreign: T): readonly (readonly T[])[] {
  const all = first(values)
  const middle = all[all.length >> 1]
  return [all.slice(0, 1), all.slice(-3), ...(middle === undefined ? [] : [[middle, foreign]]), [foreign], []]
}

/** Moments around those of the records, to the millisecond: borders are where filters go wrong. */
export function moments(values: readonly (number | undefined)[]) {
  const sorted = first(values).toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return [at(0), at(0.3), at(0.3) + 1, at(0.5) - 1, at(1), at(1) + 1].map(instant)
}

export const wordIn = (texts: readonly (string | undefined)[]) => {
  const all = texts.flatMap((text) => text?.split(/\s+/) ?? []).filter((word) => word.length > 3)
  return [all[0] ?? 'x', (all[all.length >> 1] ?? 'x').slice(1, 4), 'no-record-has-this', '']
}
