import type { BarsModel, FigureTable, PeriodBar } from '../../../charts'
import { countOf, mergeDistributions } from '../../../domain/distribution'
import { kaplanMeier, medianOf } from '../../../domain/statistics/kaplanMeier'
import { xmr } from '../../../domain/statistics/xmr'
import type { Summary, SummaryCell } from '../../../domain/summary'
import { type Bucket, buckets } from '../../../domain/time/buckets'
import { dateText } from '../../../domain/time/format'
import { day24, hour, type Instant, minute } from '../../../domain/units'
import type { Span } from './range'
import { count, lengthText } from './words'

/** Incidents that began on consecutive days, as many days as it takes to have n of them. */
interface Group {
  readonly from: Instant
  readonly to: Instant
  readonly count: number
  readonly open: number
  /** Milliseconds, with the open ones counted; undefined while fewer than half have ended. */
  readonly median: number | undefined
  /** Has its n. */
  readonly whole: boolean
}

export interface ControlView {
  /** Undefined with fewer than two groups. */
  readonly model: BarsModel | undefined
  readonly table: FigureTable
  readonly sentence: string
  readonly n: number
}

const fewestInGroup = 10
const mostGroups = 40

const measured = ({ closed, open }: SummaryCell): number => countOf(closed) + countOf(open)

/** Tens, so that there are at most `mostGroups` groups. */
const sizeFor = (total: number): number => Math.max(fewestInGroup, Math.ceil(total / mostGroups / 5) * 5)

function groupOf(cells: readonly SummaryCell[], days: ReadonlyMap<string, Bucket>, n: number): readonly Group[] {
  const [first, last] = [days.get(cells[0]?.bucket ?? ''), days.get(cells.at(-1)?.bucket ?? '')]
  if (!first || !last) return []
  const closed = mergeDistributions(cells.map((cell) => cell.closed))
  const open = mergeDistributions(cells.map((cell) => cell.open))
  const size = countOf(closed) + countOf(open)
  return [
    {
      from: first.start,
      to: last.end,
      count: size,
      open: countOf(open),
      median: medianOf(kaplanMeier(closed, open)),
      whole: size >= n,
    },
  ]
}

function groupsOf(summary: Summary, { from, to, zone }: Span, n: number): readonly Group[] {
  const days = new Map(buckets(from, to, 'day', zone).map((day) => [day.label, day]))
  const groups: SummaryCell[][] = []
  let held = n
  for (const cell of summary.cells.filter((each) => measured(each) > 0)) {
    if (held >= n) {
      groups.push([])
      held = 0
    }
    groups.at(-1)?.push(cell)
    held += measured(cell)
  }
  return groups.flatMap((cells) => groupOf(cells, days, n))
}

const units = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 4, 8, 12].map((n) => n * hour),
  ...[1, 2, 5, 10, 30, 90, 365].map((n) => n * day24),
]

/** At most about five marks from 0 up, in units that people use. */
function marksTo(top: number): NonNullable<BarsModel['marks']> {
  const unit = units.find((each) => top / each <= 5) ?? top / 5
  return Array.from({ length: Math.floor(top / unit) + 1 }, (_, index) => ({
    at: index * unit,
    label: index === 0 ? '0' : lengthText(index * unit),
  }))
}

const dates = ({ from, to }: Group, zone: string): string =>
  `${dateText(from, zone)} – ${dateText((to - 1) as Instant, zone)}`

/**
 * Medians of consecutive groups of about n incidents, with the level and limits of an XmR chart. From a summary by day that
 * measured a clock: days are joined until they hold n, so that a group never splits a day.
 */
export function controlView(
  summary: Summary,
  span: Span,
  done: string,
  to: (stretch: { readonly from: Instant; readonly to: Instant }) => string,
): ControlView {
  const total = summary.cells.reduce((all, cell) => all + measured(cell), 0)
  const n = sizeFor(total)
  const groups = groupsOf(summary, span, n)
  const chart = xmr(
    groups.map(({ median, whole }) => ({ value: median ?? 0, partial: median === undefined || !whole })),
  )
  const bars = groups.map((group): PeriodBar => {
    const { median, open, whole } = group
    const words = `${median === undefined ? 'median not reached yet' : `median ${lengthText(median)}`}, n = ${count(group.count)}${open > 0 ? ` (${count(open)} open)` : ''}`
    return {
      key: String(group.from),
      label: dates(group, span.zone),
      values: [],
      total: median ?? 0,
      words,
      to: to(group),
      ...(!whole && { partial: `fewer than ${n}: no part in level and limits` }),
    }
  })
  const levels = chart.segments.map(({ from, to: end, level, limits }) => ({
    from,
    to: end,
    mean: level,
    ...(limits && { limits }),
  }))
  const top =
    Math.max(...bars.map((bar) => bar.total), ...levels.map(({ limits }) => limits?.upper ?? 0), minute) * 1.06
  const outside = chart.signals.flatMap((signal) => (signal.kind === 'outside' ? [signal.at] : []))
  const model: BarsModel = {
    bars,
    series: [],
    levels,
    signals: outside.map((index) => ({
      index,
      text: `outside normal: ${lengthText(groups[index]?.median)}`,
      spoken: outside.length <= 2,
    })),
    blanks: groups.flatMap(({ median }, index) =>
      median === undefined ? [{ from: index, to: index, text: 'median not reached yet' }] : [],
    ),
    happened: [],
    ticks: bars
      .map((bar, index) => ({ key: bar.key, label: dateText(groups[index]?.from ?? span.from, span.zone) }))
      .filter((_tick, index) => index % Math.max(1, Math.ceil(bars.length / 5)) === 0),
    marks: marksTo(top),
    top,
  }
  const level = levels.at(-1)
  const shifts = levels.length > 1 ? `, ${levels.length} levels in the range` : ''
  return {
    n,
    model: groups.length >= 2 ? model : undefined,
    table: {
      caption: `Median time until ${done}, in groups of ${n}`,
      columns: ['Began', 'n', 'Open', 'Median', 'Level', 'Limits', 'Note'],
      rows: groups.map((group, index) => rowOf(group, bars[index], levels, model, index)),
    },
    sentence:
      level === undefined
        ? `${count(total)} measured: too few for groups of ${n}.`
        : `Median of each group about ${lengthText(level.mean)}${shifts}; ${
            level.limits
              ? `${outside.length === 0 ? 'none' : count(outside.length)} outside normal variation (now ${lengthText(level.limits.lower)} to ${lengthText(level.limits.upper)})`
              : 'too few groups for limits'
          }. Days are joined until they hold ${n}, the open ones counted; n = ${count(total)}.`,
  }
}

function rowOf(
  group: Group,
  bar: PeriodBar | undefined,
  levels: BarsModel['levels'],
  { signals }: BarsModel,
  index: number,
) {
  const level = levels.find(({ from, to }) => index >= from && index <= to)
  return {
    key: String(group.from),
    cells: [
      bar?.label ?? '',
      count(group.count),
      count(group.open),
      group.median === undefined ? 'not reached' : lengthText(group.median),
      lengthText(level?.mean),
      level?.limits ? `${lengthText(level.limits.lower)} to ${lengthText(level.limits.upper)}` : '–',
      bar?.partial ?? signals.find((signal) => signal.index === index)?.text ?? '',
    ],
    ...(bar?.to !== undefined && { to: bar.to }),
  }
}
