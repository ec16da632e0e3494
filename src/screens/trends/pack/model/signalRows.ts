import { inText, type Period } from '../../model/periods'
import type { WeeklyView } from '../../model/weekly'
import { count } from '../../model/words'
import { type Row, type Section, text } from './section'

const rounded = (value: number) => value.toFixed(value < 10 ? 1 : 0)

/** What stands out of the chart of counts: periods outside the limits, runs, and where the level changed. */
export function signalsSection(weekly: WeeklyView, periods: readonly Period[], step: string): Section {
  const { chart, model, sentence, gaps } = weekly
  const name = (index: number) => (periods[index] ? inText(periods[index]) : '')
  const rows = chart.signals.map((signal, nth): Row => {
    if (signal.kind === 'outside') {
      const bar = model.bars[signal.at]
      const told = model.signals.find(({ index }) => index === signal.at)
      return {
        key: String(nth),
        cells: [
          text(name(signal.at)),
          { text: count(bar?.total ?? 0), to: bar?.to },
          text(`${signal.side} the limits${told?.detail === undefined ? '' : `; ${told.detail}`}`),
        ],
      }
    }
    if (signal.kind === 'run') {
      const length = signal.to - signal.from + 1
      return {
        key: String(nth),
        cells: [
          text(`${name(signal.from)} to ${name(signal.to)}`),
          text('–'),
          text(`${count(length)} ${step}s in a row ${signal.side} the level`),
        ],
      }
    }
    return {
      key: String(nth),
      cells: [
        text(`from ${name(signal.at)} on`),
        text('–'),
        text(`new level: ${rounded(signal.after)} a ${step}, ${rounded(signal.before)} before`),
      ],
    }
  })
  const edges =
    gaps.length > 0 ? ['Periods at the edge of the data take no part in level, limits and comparisons.'] : []
  return {
    key: 'signals',
    title: `Signals of the incidents per ${step}`,
    state: 'ready',
    told: [sentence, ...edges],
    columns: [step.charAt(0).toUpperCase() + step.slice(1), 'Incidents', 'Signal'],
    rows,
  }
}
