import type { Id } from '../units'

/** How records of one facet are told apart and put in order. */
export interface FacetOrder<R, Q> {
  readonly id: (record: R) => Id
  /** A total order: ties end in the id, so that paging neither loses nor doubles. */
  readonly comparer: (query: Q) => (left: R, right: R) => number
}

/**
 * What the queries of one facet mean. The only place that says so: engines, mock backends and sources push down
 * what they can and use this for the rest, and the conformance kit compares every source with it.
 */
export interface FacetRules<R, Q> extends FacetOrder<R, Q> {
  /** A predicate for the query. Built once, applied to many records. */
  readonly matcher: (query: Q) => (record: R) => boolean
}

/** An absent or empty choice means "any". */
export function anyOf<T>(wanted: readonly T[] | undefined): (value: T | undefined) => boolean {
  if (!wanted || wanted.length === 0) return () => true
  const set = new Set(wanted)
  return (value) => value !== undefined && set.has(value)
}

/** True when the choice is absent or empty, or shares a member with the values. */
export function overlaps<T>(wanted: readonly T[] | undefined): (values: readonly T[]) => boolean {
  if (!wanted || wanted.length === 0) return () => true
  const set = new Set(wanted)
  return (values) => values.some((value) => set.has(value))
}

/** Plain code-unit order: the same in every browser, locale and backend. */
export const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** The first comparison that tells the two apart. */
export const inOrder =
  <R>(...comparisons: ((left: R, right: R) => number)[]) =>
  (left: R, right: R): number => {
    for (const compare of comparisons) {
      const result = compare(left, right)
      if (result !== 0) return result
    }
    return 0
  }
