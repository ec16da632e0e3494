import { countOf, mergeDistributions, quantileOf } from '../../../../domain/distribution'
import { compareQuantiles, type Comparison } from '../../../../domain/statistics/bootstrap'
import type { Distribution, Summary, SummaryCell } from '../../../../domain/summary'
import { durationText } from '../../../../domain/time/format'
import { count, lengthText } from '../../model/words'

const minute = 60_000

/** Incidents of one kind, and how long they took. */
export interface Group {
  readonly count: number
  readonly closed: Distribution
}

/** Adds up the cells that a test takes. */
export function groupOf({ cells }: Summary, takes: (key: readonly string[]) => boolean): Group {
  const taken: readonly SummaryCell[] = cells.filter(({ key }) => takes(key))
  return {
    count: taken.reduce((sum, cell) => sum + cell.count, 0),
    closed: mergeDistributions(taken.map(({ closed }) => closed)),
  }
}

/** `median 42 min of 118`: the median of those that ended. */
export const medianText = ({ closed }: Group): string =>
  countOf(closed) === 0 ? 'none measured' : `median ${lengthText(quantileOf(closed, 0.5))} of ${count(countOf(closed))}`

/** `+21 min`; less than a minute either way is told as none. */
const signed = (length: number) =>
  Math.abs(length) < minute ? '±0 min' : `${length < 0 ? '−' : '+'}${durationText(Math.abs(length))}`

/** The difference of two medians in words, never without its interval. */
export function differenceText({ verdict, difference, n }: Comparison): string {
  if (!difference)
    return `too few to tell (${count(n.before)} and ${count(n.after)} measured; ${count(n.needed)} of each needed)`
  const { value, low, high } = difference
  return `${signed(value)} (95 %: ${signed(low)} to ${signed(high)}), ${verdict === 'real change' ? 'a real difference' : 'within noise'}`
}

/** The median of the second group against that of the first. */
export const compareGroups = (first: Group, second: Group): Comparison =>
  compareQuantiles(first.closed, second.closed, 0.5)
