import { compareShares, type Share } from '../../../domain/statistics/bootstrap'
import type { Summary } from '../../../domain/summary'
import { type Better, shareVerdict } from './compare'
import { type HeadFigure, level, type Measured, wholeOnly } from './figures'
import { count } from './words'

/** What the key of a cell says of its incidents: it counts, it does not, or it says nothing. */
export type Answer = 'yes' | 'no' | 'out'
export type AnswerOf = (key: readonly string[]) => Answer

/** How many answers of each kind. */
export type Answers = Readonly<Record<Answer, number>>

/** Adds up the answers of all cells. */
export function answersOf({ cells }: Summary, answerOf: AnswerOf): Answers {
  const found = { yes: 0, no: 0, out: 0 }
  for (const { key, count: n } of cells) found[answerOf(key)] += n
  return found
}

const shareOf = ({ yes, no }: Answers): Share => ({ count: yes, of: yes + no })

/** `14 %`; one decimal while it would read as none or all of them. */
export function percentText({ count: k, of }: Share): string {
  const percent = (100 * k) / of
  const near = k > 0 && k < of && (percent < 1 || percent > 99)
  return `${percent.toFixed(near ? 1 : 0)}\u00a0%`
}

export interface ShareWords {
  readonly label: string
  /** What is counted: `reviews due`. */
  readonly of: string
  /** Why the others are left out: `without a problem`. */
  readonly out: string
  /** Said where nothing can be told. */
  readonly unrecorded: string
  readonly better: Better
  /** Which cells show that it is recorded at all; without one, those that lack it say nothing. */
  readonly shows?: (key: readonly string[]) => boolean
}

/** A share of those of which something is known; the rest is left out and counted. */
export function shareFigure(
  { label, of, out, unrecorded, better, shows }: ShareWords,
  now: Measured,
  before: Measured | undefined,
  answerOf: AnswerOf,
): HeadFigure {
  const answers = answersOf(now.summary, answerOf)
  const share = shareOf(answers)
  const left = answers.out > 0 ? `left out: ${count(answers.out)} ${out}` : 'none left out'
  const untold = shows && !now.summary.cells.some(({ key }) => shows(key))
  if (share.of === 0 || untold) return { label, value: 'not available', basis: [unrecorded, left] }
  const exact = { value: share.count / share.of, unit: 'share' as const, n: share.of, leftOut: answers.out }
  const told = {
    label,
    value: percentText(share),
    exact,
    basis: [`${count(share.count)} of ${count(share.of)} ${of}`, left],
  }
  if (!before) return told
  const [was, is] = level(before, now).map((each) => shareOf(answersOf(wholeOnly(each), answerOf)))
  return was && is ? { ...told, verdict: shareVerdict(compareShares(was, is), better) } : told
}
