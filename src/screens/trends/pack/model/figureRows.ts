import type { SummaryQuestion } from '../../../../domain/summary'
import type { HeadFigure } from '../../model/figures'
import { type AnswerOf, answersOf } from '../../model/shares'
import type { Summary } from '../../../../domain/summary'
import type { Scope } from '../../scope'
import type { CheckedFigure, Place, Row } from './section'

export const figureColumns = ['Figure', 'Value', 'Of, and left out', 'Change', '95 % interval', 'Verdict']

const dash: Place = { text: '–' }
const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

/** A head figure as a row: no change without its interval, no verdict without either. */
export function figureRow({ label, value, basis, verdict }: HeadFigure, to?: string): Row {
  const tone = verdict && { tone: verdict.tone }
  return {
    key: label,
    cells: [
      { text: label },
      { text: spaced(value), ...(value !== 'not available' && { to }) },
      { text: basis.join('; ') },
      verdict?.change === undefined ? dash : { text: spaced(verdict.change), ...tone },
      verdict?.interval === undefined ? dash : { text: verdict.interval.replace(/^\((?:95 %: )?|\)$/g, '') },
      verdict ? { text: verdict.text, ...tone } : { text: 'nothing to compare with' },
    ],
  }
}

/** A figure that is not there, and why. */
export const missingFigure = (label: string, why: string): HeadFigure => ({
  label,
  value: 'not available',
  basis: [why],
})

/** Where the incidents are of which a share tells. */
export function shareRecords(scope: Scope, question: SummaryQuestion, summary: Summary, answerOf: AnswerOf) {
  if (answersOf(summary, answerOf).yes === 0) return undefined
  const keys = summary.cells.flatMap(({ key }) => (answerOf(key) === 'yes' ? [key] : []))
  const values = question.by.map((by, at) => [by, [...new Set(keys.map((key) => key[at] ?? ''))]])
  return scope.recordsAt(question, Object.fromEntries(values))
}

/** A figure and where its records are. */
export interface Told {
  readonly figure: CheckedFigure
  readonly to: string | undefined
}
