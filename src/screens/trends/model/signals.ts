import type { BarSignal } from '../../../charts'
import type { XmrChart } from '../../../domain/statistics/xmr'
import type { Series } from './counts'
import { inText, type Period } from './periods'
import { count } from './words'

/** A problem is named beside a signal when at least this many, and a fifth, of its incidents are of it. */
const fewestOfProblem = 3

function mainProblem(problems: readonly Series[], at: number, total: number): string | undefined {
  const [most] = problems
    .filter(({ key }) => key !== '')
    .map(({ key, counts }) => ({ key, n: counts[at] ?? 0 }))
    .toSorted((left, right) => right.n - left.n)
  return most && most.n >= fewestOfProblem && most.n >= total / 5
    ? `${count(most.n)} of them from ${most.key}`
    : undefined
}

/**
 * A ring for each period outside the limits of its level. Words stand beside the farthest one only: the sentence and
 * the table tell them all.
 */
export function signalsOf(
  { segments, signals }: XmrChart,
  totals: readonly number[],
  periods: readonly Period[],
  problems: readonly Series[],
): readonly BarSignal[] {
  const outside = signals.flatMap((signal) => {
    if (signal.kind !== 'outside') return []
    const { at, side } = signal
    const limits = segments.find(({ from, to }) => at >= from && at <= to)?.limits
    const value = totals[at] ?? 0
    const limit = limits?.[side === 'above' ? 'upper' : 'lower'] ?? value
    return [{ at, value, far: Math.abs(value - limit) }]
  })
  const farthest = Math.max(...outside.map(({ far }) => far))
  return outside.map(({ at, value, far }) => {
    const period = periods[at]
    const detail = mainProblem(problems, at, value)
    return {
      index: at,
      text: `outside normal: ${count(value)} in ${period ? inText(period) : ''}`,
      spoken: far === farthest,
      ...(detail !== undefined && { detail }),
    }
  })
}
