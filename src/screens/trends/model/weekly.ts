import type { BarsModel, BlankStretch, FigureTable, PeriodBar } from '../../../charts'
import { severityLook, severityLooks } from '../../../charts/severity'
import { fewest, xmr, type XmrChart } from '../../../domain/statistics/xmr'
import type { Summary } from '../../../domain/summary'
import type { Instant } from '../../../domain/units'
import { type Series, seriesOf, sum, totalsOf } from './counts'
import { type Gap, gapsOf, whole } from './edges'
import { inText, type Period, type Step, ticksOf } from './periods'
import type { Span } from './range'
import { signalsOf } from './signals'
import { count, counted, listed } from './words'

export interface WeeklyGiven {
  /** By severity, bucketed. */
  readonly summary: Summary
  /** By problem, bucketed; absent until it is there. */
  readonly problems?: Summary
  readonly span: Span
  /** From the first record there is to the moment up to which something would have been recorded. */
  readonly recorded: { readonly first: Instant; readonly until: Instant }
  /** Where the incidents of a period are listed. */
  readonly to: (period: Period) => string
}

export interface WeeklyView {
  readonly model: BarsModel
  readonly table: FigureTable
  readonly sentence: string
  readonly gaps: readonly Gap[]
  readonly chart: XmrChart
  readonly total: number
}

const partialText = ({ end }: Period, now: Instant): string =>
  end > now ? 'not over yet: no part in level and limits' : 'began before the first record: no part in level and limits'

const gapText: Readonly<Record<Gap['kind'], string>> = {
  before: 'no records yet',
  after: 'no records',
  thin: 'edge of the data?',
}

/** Severities as they are drawn: what nobody knows the severity of is one series, lowest first. */
function drawnSeries(
  series: readonly Series[],
): readonly (Series & { readonly label: string; readonly fill: string })[] {
  return severityLooks(series.map(({ key }) => key))
    .toReversed()
    .map((look) => {
      const same = series.filter(({ key }) => severityLook(key).label === look.label)
      const counts = totalsOf(same, same[0]?.counts.length ?? 0)
      return { ...look, counts, total: sum(counts) }
    })
}

/** Counts per period by severity, with the level, limits and signals found in the whole periods among them. */
export function weeklyView({ summary, problems, span, recorded, to }: WeeklyGiven): WeeklyView {
  const { periods, step, zone, now } = span
  const series = drawnSeries(seriesOf(summary, periods))
  const totals = totalsOf(series, periods.length)
  const gaps = gapsOf(periods, totals, recorded)
  const taking = new Set(whole(periods, gaps))
  const chart = xmr(totals.map((value, index) => ({ value, partial: !taking.has(index) })))
  const gapAt = (index: number) => gaps.find(({ from, to: end }) => index >= from && index <= end)
  const signals = signalsOf(chart, totals, periods, problems ? seriesOf(problems, periods) : [])
  const bars = periods.map((period, index): PeriodBar => {
    const gap = gapAt(index)
    const partial = gap ? gapText[gap.kind] : period.partial ? partialText(period, now) : undefined
    return {
      key: period.label,
      label: period.name,
      values: series.map(({ counts }) => counts[index] ?? 0),
      total: totals[index] ?? 0,
      to: to(period),
      ...(partial !== undefined && { partial }),
    }
  })
  const levels = chart.segments.map(({ from, to: end, level, limits }) => ({
    from,
    to: end,
    mean: level,
    ...(limits && { limits }),
  }))
  const blanks = gaps.map(({ kind, from, to: end }): BlankStretch => ({ from, to: end, text: gapText[kind] }))
  const highest = Math.max(...totals, ...levels.map(({ limits }) => limits?.upper ?? 0), 1)
  return {
    gaps,
    chart,
    total: sum(totals),
    model: {
      bars,
      series: series.map(({ key, label, fill }) => ({ key, label, fill })),
      levels,
      signals,
      blanks,
      ticks: ticksOf(periods, step, zone),
      top: highest * 1.06,
    },
    table: tableOf(bars, series, levels, signals),
    sentence: sentenceOf(chart, totals, periods, step),
  }
}

const rounded = (value: number): string => count(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))

function tableOf(
  bars: readonly PeriodBar[],
  series: readonly { readonly label: string }[],
  levels: BarsModel['levels'],
  signals: BarsModel['signals'],
): FigureTable {
  const worstFirst = series.map(({ label }, index) => ({ label, index })).toReversed()
  return {
    caption: 'Incidents by period of their start',
    columns: ['Period', 'All', ...worstFirst.map(({ label }) => label), 'Level', 'Limits', 'Note'],
    rows: bars.map((bar, index) => {
      const level = levels.find(({ from, to }) => index >= from && index <= to)
      const limits = level?.limits
      return {
        key: bar.key,
        cells: [
          bar.label,
          count(bar.total),
          ...worstFirst.map(({ index: at }) => count(bar.values[at] ?? 0)),
          level ? rounded(level.mean) : '–',
          limits ? `${rounded(limits.lower)} to ${rounded(limits.upper)}` : '–',
          bar.partial ?? signals.find((signal) => signal.index === index)?.text ?? '',
        ],
        ...(bar.to !== undefined && { to: bar.to }),
      }
    }),
  }
}

/** One sentence: how many, at what level since when, and what stands out. */
function sentenceOf(
  { segments, signals }: XmrChart,
  totals: readonly number[],
  periods: readonly Period[],
  step: Step,
) {
  const name = (index: number) => (periods[index] ? inText(periods[index]) : '')
  const all = `${counted(sum(totals), 'incident')} in ${counted(periods.length, step)}`
  const [last, before] = [segments.at(-1), segments.at(-2)]
  if (!last) return `${all}; no whole ${step} to tell a level from.`
  const level = before
    ? `about ${rounded(last.level)} a ${step} since ${name(last.from)}, ${rounded(before.level)} before`
    : `about ${rounded(last.level)} a ${step}`
  if (!last.limits) return `${all}, ${level}; with fewer than ${fewest} whole ${step}s limits would mean nothing.`
  const outside = signals.flatMap((signal) => (signal.kind === 'outside' ? [signal.at] : []))
  const runs = signals.filter(({ kind }) => kind === 'run').length
  const normal = `normal variation (now ${rounded(last.limits.lower)} to ${rounded(last.limits.upper)})`
  const outsideText =
    outside.length === 0
      ? `no ${step} lies outside ${normal}`
      : outside.length > 3
        ? `${outside.length} ${step}s lie outside ${normal}`
        : `outside ${normal}: ${listed(outside.map((at) => `${name(at)} (${count(totals[at] ?? 0)})`))}`
  const runText = runs > 0 ? `; ${counted(runs, 'run')} of 8 or more on one side of the level` : ''
  return `${all}: ${level}; ${outsideText}${runText}.`
}
