import { countOf, emptyDistribution, quantileOf } from '../../../domain/distribution'
import { compareCounts, compareQuantiles } from '../../../domain/statistics/bootstrap'
import { collapse } from '../../../domain/summarise'
import type { Summary, SummaryCell } from '../../../domain/summary'
import { type Verdict, verdictOf } from './compare'
import { seriesOf, sum, totalsOf } from './counts'
import type { Period } from './periods'
import { count, leftOutShort, lengthText } from './words'

/** A big number with all that is needed to believe it. */
export interface HeadFigure {
  readonly label: string
  readonly value: string
  /** Lines: n, and what was left out and why. */
  readonly basis: readonly string[]
  /** Period by period, for a hint of its shape. */
  readonly shape?: readonly number[]
  readonly verdict?: Verdict
  /** The value as a number, of how many it is told, and how many were left out; for programs. */
  readonly exact?: {
    readonly value: number
    readonly unit: 'incidents' | 'milliseconds' | 'share'
    readonly n: number
    readonly leftOut: number
  }
}

/** A bucketed summary with the periods that may be compared: whole ones, inside what was recorded. */
export interface Measured {
  readonly summary: Summary
  readonly periods: readonly Period[]
  readonly whole: readonly number[]
}

/** Only the cells of the whole periods. */
export function wholeOnly({ summary, periods, whole }: Measured): Summary {
  const taking = new Set(whole.flatMap((index) => periods[index]?.buckets ?? []))
  return { cells: summary.cells.filter(({ bucket }) => taking.has(bucket)) }
}

const nothing: SummaryCell = {
  bucket: '',
  key: [],
  count: 0,
  closed: emptyDistribution,
  open: emptyDistribution,
  missing: 0,
  faults: 0,
}

const together = (summary: Summary): SummaryCell => collapse(summary, [], true).cells[0] ?? nothing

/** Counts period by period, of all severities or of the ones named. */
const countsOf = ({ summary, periods }: Measured, severities?: readonly string[]): readonly number[] =>
  totalsOf(
    seriesOf(summary, periods).filter(({ key }) => severities?.includes(key) ?? true),
    periods.length,
  )

/** The same of the whole periods only. */
function wholeCounts(measured: Measured, severities?: readonly string[]): readonly number[] {
  const totals = countsOf(measured, severities)
  return measured.whole.map((index) => totals[index] ?? 0)
}

/** The last as many of both: as long a time before as after. */
export const level = (before: Measured, after: Measured): readonly [Measured, Measured] => {
  const n = Math.min(before.whole.length, after.whole.length)
  return [
    { ...before, whole: before.whole.slice(-n) },
    { ...after, whole: after.whole.slice(-n) },
  ]
}

/** Incidents, all or of some severities. `unit` is the length of a period. */
export function countFigure(
  label: string,
  now: Measured,
  before: Measured | undefined,
  unit: string,
  severities?: readonly string[],
): HeadFigure {
  const shape = countsOf(now, severities)
  const total = sum(shape)
  const all = together(now.summary).count
  const basis = severities ? `of ${count(all)} incidents` : `n = ${count(total)}`
  const exact = { value: total, unit: 'incidents' as const, n: all, leftOut: 0 }
  const told = { label, value: count(total), basis: [basis], shape, exact }
  if (!before) return told
  const [was, is] = level(before, now)
  const comparison = compareCounts(wholeCounts(was, severities), wholeCounts(is, severities))
  return { ...told, verdict: verdictOf(comparison, unit) }
}

/** A quantile of the lengths that ended, and beside it the same with the open ones counted where that differs. */
export function lengthFigure(
  label: string,
  p: number,
  now: Measured,
  before: Measured | undefined,
  unrecorded: string,
): HeadFigure {
  const { closed, open, missing, faults } = together(now.summary)
  const value = quantileOf(closed, p)
  const out = leftOutShort(missing, faults)
  if (value === undefined)
    return {
      label,
      value: 'not available',
      basis: [countOf(open) > 0 ? `none of ${count(countOf(open))} has ended yet` : unrecorded, out],
    }
  const basis = [`n = ${count(countOf(closed))} ended, ${count(countOf(open))} open`, out]
  const exact = { value, unit: 'milliseconds' as const, n: countOf(closed), leftOut: missing + faults }
  const told = { label, value: lengthText(value), basis, exact }
  if (!before) return told
  const [was, is] = level(before, now)
  const comparison = compareQuantiles(together(wholeOnly(was)).closed, together(wholeOnly(is)).closed, p)
  return { ...told, verdict: verdictOf(comparison, 'incident') }
}

/** Incidents of the range that still burn, of how many that `began` in it, and how long the oldest has. */
export function openFigure(summary: Summary, began?: number): HeadFigure {
  const { count: n, open } = together(summary)
  const oldest = quantileOf(open, 1)
  const half = quantileOf(open, 0.5)
  return {
    label: 'Still open',
    value: count(n),
    basis: [
      began === undefined ? 'of those that began in the range' : `of ${count(began)} that began in the range`,
      ...(oldest === undefined ? [] : [`half older than ${lengthText(half)}`, `the oldest ${lengthText(oldest)}`]),
    ],
  }
}

/** Whether any length was told in bins, so that its quantiles are near and not exact. */
export const isBinned = ({ cells }: Summary): boolean =>
  cells.some(({ closed, open }) => closed.kind === 'binned' || open.kind === 'binned')
