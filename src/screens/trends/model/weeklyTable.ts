import type { BarsModel, FigureTable } from '../../../charts'
import { fewest, type XmrChart } from '../../../domain/statistics/xmr'
import { sum } from './counts'
import { inText, type Period, type Step } from './periods'
import { count, counted, listed } from './words'

const rounded = (value: number): string => count(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))

/** Where the incidents of a period that are of a part are listed; undefined where no list shows just them. */
export type PartAt = (bar: number, part: number) => string | undefined

/** The numbers of a drawing of bars: a row for each, a column for each part, worst or last drawn first. */
export function tableOf({ bars, series, levels, signals, happened }: BarsModel, partAt?: PartAt): FigureTable {
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
          [
            bar.partial ?? signals.find((signal) => signal.index === index)?.text,
            ...happened.filter((each) => each.index === index).map(({ text }) => text),
          ]
            .filter((text) => text !== undefined)
            .join('; '),
        ],
        ...(bar.to !== undefined && { to: bar.to }),
        ...(partAt && {
          links: [
            bar.to,
            bar.to,
            ...worstFirst.map(({ index: at }) => ((bar.values[at] ?? 0) > 0 ? partAt(index, at) : undefined)),
          ],
        }),
      }
    }),
  }
}

/** One sentence: how many, at what level since when, and what stands out. */
export function sentenceOf(
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
