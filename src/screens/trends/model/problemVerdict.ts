import { durationText } from '../../../domain/time/format'
import type { Problem } from '../../../domain/problem'
import { fixRates, newestFix } from '../../../domain/problemRates'
import { fixOutcome } from '../../../domain/statistics/held'
import { day24, type Duration, type Instant } from '../../../domain/units'
import { count, counted } from './words'

export interface Told {
  readonly tone: 'ok' | 'bad' | 'warn' | 'stale' | 'neutral'
  readonly text: string
}

const days = (length: Duration): string => (length < day24 ? durationText(length) : `${Math.floor(length / day24)} d`)

const endings: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  zero: 'th',
  many: 'th',
}
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const nth = (n: number) => `${count(n)}${endings[ordinals.select(n)]}`

/**
 * What became of the newest fix, judged by every incident of the problem (`began`, also outside range and filters);
 * without a fix, what is missing. `began` is undefined while it is not known. Where no problem at all has an owner, the
 * sources do not record them: that nobody owns it is then not known.
 */
export function verdictOf(
  problem: Problem | undefined,
  began: readonly Instant[] | undefined,
  now: Instant,
  ownersRecorded = true,
): Told {
  if (!problem) return { tone: 'neutral', text: 'no problem record' }
  const fix = newestFix(problem, now)
  if (!fix) {
    const times = began?.filter((at) => at <= now).length ?? 0
    if (problem.owner === undefined && ownersRecorded) return { tone: 'stale', text: 'nobody owns it' }
    if (problem.state === 'known-error' && problem.workaround !== undefined)
      return { tone: 'warn', text: 'known error, workaround' }
    return { tone: 'warn', text: times > 1 ? `no fix recorded, ${nth(times)} time` : 'no fix recorded' }
  }
  if (!began) return { tone: 'neutral', text: 'fix not judged yet' }
  const { verdict, quiet, needed } = fixOutcome(began, fix.at, now)
  if (verdict === 'held') return { tone: 'ok', text: `fix held ${days(quiet)}` }
  if (verdict === 'did not hold') return { tone: 'bad', text: `fix did not hold: ${days(quiet)} after` }
  const needs = needed === undefined ? 'no earlier gap to compare with' : `needs ${days(needed)}`
  return { tone: 'neutral', text: `too early: ${days(quiet)}, ${needs}` }
}

const month = 30 * day24
const perMonth = ({ count: n, exposure }: { readonly count: number; readonly exposure: number }) =>
  exposure > 0 ? ((n * month) / exposure).toFixed(1) : '–'
const times = (ratio: number) => (Number.isFinite(ratio) ? ratio.toFixed(ratio < 1 ? 2 : 1) : '∞')

export interface RatesTold {
  /** For a row: the rates and the interval of their ratio. */
  readonly short: string
  readonly full: string
}

/** Incidents per 30 days before and after the newest fix, with the ratio and its interval; undefined where there is none. */
export function ratesTold(
  problem: Problem | undefined,
  began: readonly Instant[] | undefined,
  now: Instant,
): RatesTold | undefined {
  const fix = problem && newestFix(problem, now)
  const rates = fix && began && fixRates(began, fix.at, now)
  if (!rates) return undefined
  const { before, after, comparison } = rates
  const told = `${perMonth(before)}, then ${perMonth(after)} per 30 d`
  if (!comparison.ratio)
    return {
      short: `${told}: too few to tell`,
      full: `${told}: too few to tell (n = ${comparison.n}, needs ${comparison.needed})`,
    }
  const { value, low, high } = comparison.ratio
  const interval = `${times(low)}…${times(high)}`
  return {
    short: `${told} (×${interval})`,
    full: `${told}: ${comparison.verdict}, ×${times(value)} (95 %: ${interval})`,
  }
}

/** `2 actions, 1 late`, `all done`, `no actions`; empty where none are recorded. Dropped ones do not count. */
export function actionsOf(problem: Problem | undefined, now: Instant, actionsRecorded = true): string {
  const kept = problem?.actions.filter(({ state }) => state !== 'dropped') ?? []
  if (kept.length === 0) return problem && actionsRecorded ? 'no actions' : ''
  const open = kept.filter(({ state }) => state !== 'done')
  if (open.length === 0) return 'all done'
  const late = open.filter(({ due }) => due !== undefined && due < now).length
  return `${counted(kept.length, 'action')}${late > 0 ? `, ${count(late)} late` : ''}`
}
