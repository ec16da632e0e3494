import type { Clock } from '../../../domain/incident'
import { whole } from './edges'
import type { Span } from './range'

/** The worst severities, counted apart. */
export const severe = ['1', '2']

const ofClock: Readonly<Record<Clock, string>> = {
  detect: 'from the start to the detection',
  acknowledge: 'from the detection to the acknowledgement',
  mitigate: 'from the detection to the mitigation',
  resolve: 'from the detection to the resolution',
  close: 'from the detection to the closing',
}

/** What a figure is, and how it is reckoned. */
export interface FigureWords {
  readonly definition: string
  readonly formula: string
}

export const countWords: FigureWords = {
  definition: 'Incidents that began in the range, under the filters.',
  formula: 'Their number. Compared: the mean per period, of as many whole periods on either side.',
}

export const openWords: FigureWords = {
  definition: 'Incidents that began in the range and were not resolved at the moment named below.',
  formula: 'Their number, and the quantiles of their age.',
}

/** Of the median (`p` 0.5) or p90 of a clock. */
export const lengthWords = (clock: Clock, p: number): FigureWords => ({
  definition: `${p === 0.9 ? 'Nine of ten' : 'Half'} of the incidents that got there took no longer, ${ofClock[clock]}. Those still open have no part in it: the curve of shares counts them.`,
  formula: `Quantile ${p} of the lengths that ended, linear interpolation (type 7 of Hyndman and Fan 1996).`,
})

/** Of the actions of problems and the improvements that were done on time. */
export const actionsWords: FigureWords = {
  definition:
    'Actions of problems, and improvements, that were due in the range and before now. The filters are about incidents and do not narrow them.',
  formula: 'Share = done by the due date ÷ (done by it + done later + not done). Dropped ones are left out.',
}

/** Which periods may be compared: whole ones, inside what was recorded. */
export interface Comparable {
  readonly now: readonly number[]
  readonly before: readonly number[]
}

/** The periods of both stretches that may be compared. Of the same days a year before, just those that are whole now. */
export function comparableOf(before: Span | undefined, taking: readonly number[], sideBySide: boolean): Comparable {
  const earlier = before ? whole(before.periods, []) : []
  if (!sideBySide) return { now: taking, before: earlier }
  const both = taking.filter((index) => earlier.includes(index))
  return { now: both, before: both }
}
