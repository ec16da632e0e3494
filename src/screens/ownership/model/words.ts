import { counted, countText } from '../../../domain/countText'
import type { Standing } from '../../../domain/coverage'
import { declaredIn } from '../../../domain/holders'
import { type Gap, type GapKind, reviewDue } from '../../../domain/gaps'
import type { Activity } from '../../../domain/ownership'
import type { Recorded } from '../../../domain/recorded'
import type { Finding } from '../../../domain/query/standing'
import { dateText, dayText } from '../../../domain/time/format'
import { day24, type Instant, unknownText } from '../../../domain/units'

export const notRecorded = 'not recorded'

/** A value of an open vocabulary, as people read it. */
export function valueText(value: string): string {
  const raw = unknownText(value)
  return raw === undefined ? value : `unknown (${raw})`
}

export { countText }

/** The short names that stand over the figures. */
export const findingNames: Readonly<Record<Finding, string>> = {
  unowned: 'Not owned end to end',
  owned: 'Owned end to end',
  partly: 'Owned in part',
  nobody: 'Nobody answers',
  'blank-owner': 'No owner named at all',
  'placeholder-owner': 'Owner is a placeholder',
  borne: 'Not owned, excused for now',
  'by-design': 'No owner by design',
  unjudged: 'Owners not recorded',
  excused: 'Gap excused for now',
  sole: 'One person alone performs',
  'placeholder-runbook': 'Runbook is a placeholder',
  'no-accountable': 'No accountable',
  'many-accountable': 'Several accountable',
  'accountable-left': 'Owner has left',
  'no-responsible': 'Nobody responsible',
  'responsible-inactive': 'Responsible all left',
  'unowned-page': 'Pages, but nobody owns it',
  'review-overdue': 'Review overdue',
  'no-runbook': 'No runbook',
  'runbook-unversioned': 'Runbook not versioned',
  'declared-observed': 'Declared ≠ observed',
}

/** How bad a finding looks. */
export type Alarm = 'sev1' | 'sev2' | 'warn' | 'stale' | 'muted'
export const alarms: Readonly<Record<GapKind, Alarm>> = {
  'no-accountable': 'sev1',
  'many-accountable': 'sev2',
  'accountable-left': 'sev2',
  'no-responsible': 'sev2',
  'responsible-inactive': 'sev2',
  'unowned-page': 'sev1',
  'review-overdue': 'warn',
  'no-runbook': 'muted',
  'runbook-unversioned': 'muted',
  'declared-observed': 'stale',
}

const flags: Readonly<Record<GapKind, string>> = {
  'no-accountable': 'no owner',
  'many-accountable': 'several accountable',
  'accountable-left': 'owner left',
  'no-responsible': 'no performer',
  'responsible-inactive': 'performer left',
  'unowned-page': 'pages nobody',
  'review-overdue': '',
  'no-runbook': 'no runbook',
  'runbook-unversioned': 'not versioned',
  'declared-observed': '≠ observed',
}

/** A sign beside the name of an activity: a few words, and the whole of it where there is room. */
export interface Flag {
  readonly text: string
  readonly title: string
  readonly alarm: Alarm
}

/** What a flag says besides the activity's own: how dates are written, and what sources record of other activities. */
export interface FlagContext {
  readonly date: (at: Instant) => string
  readonly records: Recorded
}

/**
 * What is most worth knowing of an activity's ownership, in a few words: that none is meant and why, the worst gap, what
 * is excused and until when, or that its sources cannot know. An overdue review has a column of its own.
 */
export function flagOf(standing: Standing, { date, records }: FlagContext): Flag | undefined {
  const { gaps, excused, assignments, activity, owned } = standing
  if (activity.noOwnerBecause !== undefined)
    return { text: `by design no owner: ${activity.noOwnerBecause}`, title: activity.noOwnerBecause, alarm: 'muted' }
  const worst = gaps.find((gap: Gap) => gap.kind !== 'review-overdue')
  if (worst) {
    const many = worst.kind === 'many-accountable' ? `${declaredIn(assignments, 'A').length} accountable` : undefined
    return { text: many ?? flags[worst.kind], title: worst.reason, alarm: alarms[worst.kind] }
  }
  const [borne] = excused
  if (borne) {
    const until = `excused until ${date(borne.until)}`
    return { text: until, title: `${borne.reason} ${until}: ${borne.because}`, alarm: 'muted' }
  }
  const unknown = 'Its sources record no such role: nobody can say.'
  if (owned === undefined && records.owners) return { text: `owners ${notRecorded}`, title: unknown, alarm: 'muted' }
  return records.accountable && !standing.records.accountable
    ? { text: `accountable ${notRecorded}`, title: unknown, alarm: 'muted' }
    : undefined
}

const near = 300 * day24

/** `12 Jan`, and with the year where it is not plain which one. */
export const shortDate = (at: Instant, now: Instant, zone: string): string =>
  Math.abs(at - now) < near ? dayText(at, zone) : dateText(at, zone)

/** How late a review is: whole days, counted from the moment it was due. */
export const lateText = (due: Instant, now: Instant): string =>
  now - due < day24 ? '<1 d late' : `${Math.floor((now - due) / day24)} d late`

/** When the next review is due, in a word or two. `late` is what the gap rules say, never another judgement. */
export function reviewText({ activity, gaps }: Standing, now: Instant, zone: string): { text: string; late: boolean } {
  const due = reviewDue(activity)
  const late = gaps.some(({ kind }) => kind === 'review-overdue')
  if (due !== undefined) return { text: late ? lateText(due, now) : shortDate(due, now, zone), late }
  return { text: late ? 'never' : '—', late }
}

/** What is done without a person, in a word. */
export const automationText = ({ automation }: Activity): string =>
  automation === undefined ? '—' : valueText(automation.level)

const plurals = { activity: 'activities', team: 'teams', workload: 'workloads', holder: 'holders', name: 'names' }
/** `1 activity`, `10,000 activities` */
export const sizeText = (count: number, noun: keyof typeof plurals): string => counted(count, noun, plurals[noun])

/** `87.6%` */
export const shareText = (part: number, whole: number, digits = 1): string =>
  `${((100 * part) / whole).toFixed(digits)}%`
