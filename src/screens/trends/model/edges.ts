import type { Instant } from '../../../domain/units'
import type { Period } from './periods'

/** A stretch of periods, both ends inside, that says nothing about how things went. */
export interface Gap {
  readonly kind: 'before' | 'after' | 'thin'
  readonly from: number
  readonly to: number
  /** For a thin tail: its share of the level before. */
  readonly share?: number
}

const fewestBefore = 6
const fewestAfter = 4
/** Below this share of the level before, a tail is more likely the end of an extract than an improvement. */
const thin = 0.15

const mean = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0) / values.length

/**
 * A tail of several whole periods, each below `thin` of the mean before it. Undefined when there is none. What the data
 * do not hold must not read as a fall; what it may be is for the reader to say.
 */
function thinTail(totals: readonly number[], first: number, last: number): Gap | undefined {
  for (let cut = first + fewestBefore; cut + fewestAfter - 1 <= last; cut++) {
    const level = mean(totals.slice(first, cut))
    const tail = totals.slice(cut, last + 1)
    if (level >= 4 && Math.max(...tail) < thin * level)
      return { kind: 'thin', from: cut, to: last, share: mean(tail) / level }
  }
  return undefined
}

/** The periods before the first record, after the last one, and in a thin tail. */
export function gapsOf(
  periods: readonly Period[],
  totals: readonly number[],
  recorded: { readonly first: Instant; readonly until: Instant },
): readonly Gap[] {
  const before = periods.findIndex(({ end }) => end > recorded.first)
  const after = periods.findIndex(({ start }) => start >= recorded.until)
  const first = before === -1 ? periods.length : before
  const last = (after === -1 ? periods.length : after) - 1
  const tail = thinTail(totals, first, last)
  return [
    ...(first > 0 ? [{ kind: 'before' as const, from: 0, to: first - 1 }] : []),
    ...(tail ? [tail] : []),
    ...(last < periods.length - 1 ? [{ kind: 'after' as const, from: last + 1, to: periods.length - 1 }] : []),
  ]
}

/** Indexes of the periods that may take part in limits and comparisons: whole, and inside what was recorded. */
export function whole(periods: readonly Period[], gaps: readonly Gap[]): readonly number[] {
  return periods.flatMap(({ partial }, index) =>
    partial || gaps.some(({ from, to }) => index >= from && index <= to) ? [] : [index],
  )
}
