import type { Fix, Problem } from '../../../domain/problem'
import { type FixOutcome, fixOutcome } from '../../../domain/statistics/held'
import { compareRates, type Counted, type RateChange } from '../../../domain/statistics/rate'
import { between, type Instant } from '../../../domain/units'
import type { Tone } from '../../../ui'
import { countText, counted, daysText } from '../words'

/** A fix with what became of it; unjudged while not every incident of the problem is known. */
export interface JudgedFix {
  readonly fix: Fix
  readonly outcome?: FixOutcome
  /** How often it happened before and after. Absent where there is no time on one of the sides. */
  readonly rate?: { readonly before: Counted; readonly after: Counted; readonly change: RateChange }
}

/**
 * How often the problem happened before a fix and after it: since the fix before it, else since its first incident,
 * and until the fix after it, else until now. The incident that begins the time does not count: with it any time
 * would have one.
 */
function rateOf(began: readonly Instant[], fix: Fix, previous: Fix | undefined, next: Fix | undefined, now: Instant) {
  const from = previous?.at ?? began[0]
  const to = next?.at ?? now
  if (from === undefined || from >= fix.at || to <= fix.at) return undefined
  const before = { count: began.filter((at) => at > from && at <= fix.at).length, length: between(from, fix.at) }
  const after = { count: began.filter((at) => at > fix.at && at <= to).length, length: between(fix.at, to) }
  return { before, after, change: compareRates(before, after) }
}

/** The fixes of a problem, the newest first. `began`: when each of its incidents began; undefined while not all are known. */
export function judgedFixes(
  { fixes }: Pick<Problem, 'fixes'>,
  began: readonly Instant[] | undefined,
  now: Instant,
): readonly JudgedFix[] {
  const inOrder = fixes.toSorted((left, right) => left.at - right.at)
  const moments = began?.filter((at) => at <= now).toSorted((left, right) => left - right)
  return inOrder
    .map((fix, index): JudgedFix => {
      if (!moments) return { fix }
      const rate = rateOf(moments, fix, inOrder[index - 1], inOrder[index + 1], now)
      return { fix, outcome: fixOutcome(moments, fix.at, now), ...(rate && { rate }) }
    })
    .toReversed()
}

/** What became of a fix, in a few words. */
export function verdictText(outcome: FixOutcome): { readonly tone: Tone; readonly text: string; readonly why: string } {
  const { verdict, quiet, needed, recurrences } = outcome
  const pause = needed === undefined ? '' : `; the longest pause before it was ${daysText(needed)}`
  if (verdict === 'held')
    return { tone: 'ok', text: `held, ${daysText(quiet)}`, why: `No incident for ${daysText(quiet)}${pause}.` }
  if (verdict === 'did not hold')
    return {
      tone: 'bad',
      text: 'did not hold',
      why: `${counted(recurrences, 'incident')} since, the first after ${daysText(quiet)}${pause}.`,
    }
  return {
    tone: 'neutral',
    text: `too early to tell, ${daysText(quiet)}`,
    why:
      needed === undefined
        ? `No incident for ${daysText(quiet)}; fewer than two came before it, so there is no pause to compare with.`
        : `No incident for ${daysText(quiet)}${pause}: it must stay quiet for as long.`,
  }
}

const side = ({ count, length }: Counted): string => `${countText(count)} in ${daysText(length)}`
const times = (ratio: number): string => (Number.isFinite(ratio) ? ratio.toFixed(2) : '∞')

/** `before 5 in 196 d, after 0 in 84 d: × 0.00 (0.00–1.93), within noise` */
export function rateText({ before, after, change }: NonNullable<JudgedFix['rate']>): string {
  const told = `Before ${side(before)}, after ${side(after)}`
  const { ratio, verdict, n } = change
  return ratio === undefined
    ? `${told}: ${verdict} (n = ${n}).`
    : `${told}: rate × ${times(ratio.value)} (95 %: ${times(ratio.low)}–${times(ratio.high)}), ${verdict}.`
}
