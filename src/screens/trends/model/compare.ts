import type { Comparison } from '../../../domain/statistics/bootstrap'
import { count, counted } from './words'

export type Tone = 'neutral' | 'ok' | 'sev2'

/** What may be said about a figure against the periods before. Nothing is said without an interval. */
export interface Verdict {
  /** `−18 %`, which does not break over lines; absent when there are too few to tell. */
  readonly change?: string
  readonly tone: Tone
  /** Drawn before the text, where there is a real change. */
  readonly direction?: 'up' | 'down'
  readonly text: string
  /** `(95 %: −21…+4)`, in percent of the figure before. */
  readonly interval?: string
  /** What it was read from, in the unit of the figure; for programs. */
  readonly comparison?: Comparison
}

/** `−18`, `+4`, with a true minus sign; `−0.4` while small. */
const signed = (value: number): string => {
  const size = Math.abs(value) < 1 ? Math.abs(value).toFixed(1) : Math.abs(value).toFixed(0)
  return Number(size) === 0 ? '0' : `${value < 0 ? '−' : '+'}${size}`
}

/** Which way a figure should go. */
export type Better = 'more' | 'less'

const tooFewText = ({ n }: Comparison, unit?: string): Verdict => ({
  tone: 'neutral',
  text: `too few to tell a change: ${unit === undefined ? count(n.before) : counted(n.before, unit)} before, ${count(n.after)} now; ${count(n.needed)} needed`,
})

/** What the interval says, and whether that is good. */
function judged(verdict: Comparison['verdict'], difference: number, better: Better) {
  const real = verdict === 'real change'
  const falls = difference < 0
  return {
    tone: !real ? ('neutral' as const) : falls === (better === 'less') ? ('ok' as const) : ('sev2' as const),
    text: real ? 'real change' : '≈ within noise',
    ...(real && { direction: falls ? ('down' as const) : ('up' as const) }),
  }
}

/** A comparison of shares in words, in points. */
export function shareVerdict(comparison: Comparison, better: Better): Verdict {
  const { verdict, difference } = comparison
  if (!difference) return tooFewText(comparison)
  const points = (value: number) => signed(100 * value)
  return {
    ...judged(verdict, difference.value, better),
    change: `${points(difference.value)}\u00a0pt`,
    interval: `(95 %: ${points(difference.low)}…${points(difference.high)})`,
    comparison,
  }
}

/** A comparison in words, as shares of the figure before. `unit` is what n counts: `week`, `incident`. */
export function verdictOf(comparison: Comparison, unit: string): Verdict {
  const { verdict, before, difference } = comparison
  if (!difference || before === undefined) return tooFewText(comparison, unit)
  // Less of each of these figures is better.
  const told = judged(verdict, difference.value, 'less')
  if (before === 0) return { ...told, interval: '(none before)' }
  const share = (value: number) => (100 * value) / before
  return {
    ...told,
    change: `${signed(share(difference.value))}\u00a0%`,
    interval: `(95 %: ${signed(share(difference.low))}…${signed(share(difference.high))})`,
    comparison,
  }
}
