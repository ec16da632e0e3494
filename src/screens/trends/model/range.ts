import { bucketOf, buckets } from '../../../domain/time/buckets'
import { startOfDay } from '../../../domain/time/zone'
import { day24, type Instant, instant } from '../../../domain/units'
import { dateIn, daysOf } from './days'
import { type Period, periodsOf, type Step } from './periods'

export const ranges = ['28d', 'quarter', '52w', 'all', 'custom'] as const
export type RangeName = (typeof ranges)[number]

/** What the address says of the stretch of time. `first` and `last` are calendar days, both inside. */
export interface RangeChoice {
  readonly range: RangeName
  readonly first?: string
  readonly last?: string
  /** Length of a period, where the reader chose one. */
  readonly step?: Step
}

/** What is known of the data as a whole, whatever the filters. */
export interface Extent {
  readonly first: Instant
  /** The newest incident, or where a copy ends. */
  readonly last: Instant
  /** Number of incidents, where a source knows it. */
  readonly total?: number
  /** False for copies that do not change: they are looked at from their end, not from today. */
  readonly live: boolean
}

/** A stretch of whole calendar periods. */
export interface Span {
  readonly choice: RangeChoice
  readonly zone: string
  /** [from, to): begins and ends with a period. */
  readonly from: Instant
  readonly to: Instant
  /** The moment everything is seen from: the present, or the end of a copy. */
  readonly now: Instant
  readonly live: boolean
  readonly step: Step
  /** Steps that make neither one bar nor a crowd. */
  readonly steps: readonly Step[]
  readonly periods: readonly Period[]
  /** What of the days asked for could not be shown, and what is shown in their place: sentences. */
  readonly told?: string
}

/** Data are taken to begin with the day of the first record: its first minutes may just have been quiet. */
const begin = ({ first }: Extent, zone: string): Instant => startOfDay(dateIn(first, zone), zone)

/** About how many days a step has, and from how many to how many of it are drawn. */
const sizes: readonly { readonly step: Step; readonly days: number }[] = [
  { step: 'day', days: 1 },
  { step: 'week', days: 7 },
  { step: 'month', days: 30.4 },
  { step: 'quarter', days: 91.3 },
]
const fewest = 3
const most = 62

const lengthInDays = (from: Instant, to: Instant): number => (to - from) / day24

/** Steps that suit a length; the coarsest when none does. */
function stepsFor(length: number): readonly Step[] {
  const fitting = sizes.filter(({ days }) => length / days >= fewest && length / days <= most)
  if (fitting.length > 0) return fitting.map(({ step }) => step)
  return [length < 10 ? 'day' : 'quarter']
}

/** The finest step that still leaves bars wide enough to be told apart. */
const usual = (length: number, steps: readonly Step[]): Step =>
  steps.find((step) => length / (sizes.find((size) => size.step === step)?.days ?? 1) <= 53) ?? steps.at(-1) ?? 'week'

/** The stretch of time a choice means at `now`, in whole periods of the calendar in `zone`. */
export function spanOf(choice: RangeChoice, extent: Extent, present: Instant, zone: string): Span {
  const now = extent.live ? present : extent.last
  const days = daysOf(choice, extent, now, zone)
  const wanted = { from: startOfDay(days.first, zone), to: startOfDay(days.last.add({ days: 1 }), zone) }
  const length = lengthInDays(wanted.from, wanted.to)
  const steps = stepsFor(length)
  const step = choice.step !== undefined && steps.includes(choice.step) ? choice.step : usual(length, steps)
  const periods = periodsOf(wanted.from, wanted.to, step, zone, now, begin(extent, zone))
  return {
    choice,
    zone,
    from: periods[0]?.start ?? wanted.from,
    to: periods.at(-1)?.end ?? wanted.to,
    now,
    live: extent.live,
    step,
    steps,
    periods,
    ...(days.told !== undefined && { told: days.told }),
  }
}

/**
 * The same number of periods right before a span, or undefined where the data do not reach back that far: what is not
 * recorded is no comparison.
 */
export function spanBefore(span: Span, extent: Extent): Span | undefined {
  const count = span.periods.length
  const size = span.step === 'quarter' ? 'month' : span.step
  const before = buckets(instant(span.from - (span.to - span.from) * 1.2), span.from, size, span.zone)
  const last = bucketOf(instant(span.from - 1), before)
  const first = before[last + 1 - count * (span.step === 'quarter' ? 3 : 1)]
  if (!first || first.start < begin(extent, span.zone)) return undefined
  const periods = periodsOf(first.start, span.from, span.step, span.zone, span.now, begin(extent, span.zone))
  return { ...span, from: first.start, to: span.from, periods }
}

/**
 * The same stretch a year before: 52 weeks, so that each day keeps its weekday, or the same months. Undefined where the
 * span is longer than that, for it would be compared with itself, and where the data do not reach back that far.
 */
export function spanYearBefore(span: Span, extent: Extent): Span | undefined {
  const { zone, step } = span
  const shift = step === 'day' || step === 'week' ? { weeks: 52 } : { years: 1 }
  const moved = (at: Instant) => startOfDay(dateIn(at, zone).subtract(shift), zone)
  const [from, to] = [moved(span.from), moved(span.to)]
  if (to > span.from || from < begin(extent, zone)) return undefined
  const periods = periodsOf(from, to, step, zone, span.now, begin(extent, zone))
  return { ...span, from, to, periods }
}

/** What a range is compared with. */
export const comparisons = ['before', 'year'] as const
export type Against = (typeof comparisons)[number]

/** The last calendar day in view, as the address writes it. */
export const lastDay = ({ now, to, zone }: Span): string => dateIn(instant(Math.min(now, to - 1)), zone).toString()

/** When silence is too long to be luck: eight times the usual gap between incidents, two weeks at least. */
export function silentSince({ first, last, total, live }: Extent, now: Instant): Instant | undefined {
  if (!live || total === undefined || total < 2) return undefined
  const usualGap = (last - first) / (total - 1)
  return now - last > Math.max(8 * usualGap, 14 * day24) ? instant(last + 1) : undefined
}
