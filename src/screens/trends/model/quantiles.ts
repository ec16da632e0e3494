import type { FigureTable } from '../../../charts'
import { severityLooks } from '../../../charts/severity'
import { countOf, quantileOf } from '../../../domain/distribution'
import { kaplanMeier, lengthFor } from '../../../domain/statistics/kaplanMeier'
import { collapse } from '../../../domain/summarise'
import type { Summary, SummaryCell } from '../../../domain/summary'
import { count, counted, lengthText } from './words'

/** What a clock said of an incident: the values of the dimension `reading`. */
export type ReadingWord = 'closed' | 'open' | 'missing' | 'fault'

const quantiles = [0.5, 0.75, 0.9, 0.95] as const

/** Where the incidents of a severity (absent: of all) with those readings are listed. */
export type ReadingsAt = (severity: string | undefined, readings: readonly ReadingWord[]) => string

/** Not broken over lines. */
const whole = (text: string): string => text.replaceAll(' ', '\u00a0')

/** `3 h 06 m`, and behind it the same with the open ones counted where that differs. */
function quantileText({ closed, open }: SummaryCell, p: number): string {
  const ended = quantileOf(closed, p)
  if (countOf(open) === 0) return whole(lengthText(ended))
  const curve = kaplanMeier(closed, open)
  const honest = lengthFor(curve, p)
  if (ended === undefined) return 'none ended'
  const [text, openCounted] = [lengthText(ended), honest === undefined ? 'not yet' : lengthText(honest)]
  return text === openCounted ? whole(text) : `${whole(text)} (${whole(openCounted)})`
}

function rowOf(key: string, label: string, severity: string | undefined, cell: SummaryCell, to: ReadingsAt) {
  const { closed, open, missing, faults } = cell
  const at = (n: number, reading: ReadingWord) => (n > 0 ? to(severity, [reading]) : undefined)
  const ended = countOf(closed)
  const behind = to(severity, countOf(open) > 0 ? ['closed', 'open'] : ['closed'])
  return {
    key,
    cells: [
      label,
      ...[ended, countOf(open), missing, faults].map(count),
      ...quantiles.map((p) => quantileText(cell, p)),
    ],
    to: to(severity, ['closed', 'open', 'missing', 'fault']),
    links: [
      undefined,
      at(ended, 'closed'),
      at(countOf(open), 'open'),
      at(missing, 'missing'),
      at(faults, 'fault'),
      ...quantiles.map(() => (ended > 0 ? behind : undefined)),
    ],
  }
}

/**
 * Quantiles of a clock per severity from a summary by severity: type 7 of those that ended, and in brackets with the open
 * ones counted (Kaplan–Meier). Each number leads to its records.
 */
export function quantilesView(summary: Summary, done: string, to: ReadingsAt) {
  const cells = collapse(summary, [0], true).cells
  const [all] = collapse(summary, [], true).cells
  const rows = severityLooks(cells.map(({ key }) => key[0] ?? '')).flatMap(({ key, label }) => {
    const cell = cells.find((each) => (each.key[0] ?? '') === key)
    return cell ? [rowOf(key || 'unknown', label, key, cell, to)] : []
  })
  const table: FigureTable = {
    caption: `Time until ${done}: quantiles by severity`,
    columns: ['Severity', 'Ended', 'Open', 'Not recorded', 'Negative', 'p50', 'p75', 'p90', 'p95'],
    rows: all ? [...rows, rowOf('all', 'All', undefined, all, to)] : rows,
  }
  const n = all ? countOf(all.closed) : 0
  const open = all ? countOf(all.open) : 0
  const sentence = `Quantiles (type 7) of the ${count(n)} that ended${
    open > 0 ? `; in brackets with the ${count(open)} open ones counted` : ''
  }. Not recorded: the source lacks a moment. Negative: ended before they began. n = ${counted(all?.count ?? 0, 'incident')}.`
  return { table, sentence }
}
