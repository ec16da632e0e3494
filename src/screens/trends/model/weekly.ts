import type { BarsModel, BlankStretch, FigureTable, PeriodBar } from '../../../charts'
import { severityLook, severityLooks } from '../../../charts/severity'
import { xmr, type XmrChart } from '../../../domain/statistics/xmr'
import type { Summary } from '../../../domain/summary'
import type { Instant } from '../../../domain/units'
import { type Series, seriesOf, sum, totalsOf } from './counts'
import { type Gap, gapsOf, whole } from './edges'
import { type Period, ticksOf } from './periods'
import type { Span } from './range'
import { signalsOf } from './signals'
import { sentenceOf, tableOf } from './weeklyTable'

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
  const model = {
    bars,
    series: series.map(({ key, label, fill }) => ({ key, label, fill })),
    levels,
    signals,
    blanks,
    happened: [],
    ticks: ticksOf(periods, step, zone),
    top: highest * 1.06,
  }
  return {
    gaps,
    chart,
    total: sum(totals),
    model,
    table: tableOf(model),
    sentence: sentenceOf(chart, totals, periods, step),
  }
}
