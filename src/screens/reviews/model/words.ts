import { countText } from '../../../domain/countText'
import type { ChangeKind, ChangeState } from '../../../domain/change'
import type { AlertCandidate, AlertFinding } from '../../../domain/alerts'
import type { ImprovementGroup } from '../../../domain/improvements'
import type { ReviewGroup } from '../../../domain/reviews'
import type { WorkState } from '../../../domain/problem'
import { dateText } from '../../../domain/time/format'
import { day24, type Instant, instant, unknownText } from '../../../domain/units'
import type { Tab } from './address'

export const tabNames: Readonly<Record<Tab, string>> = {
  reviews: 'Reviews',
  requests: 'Change requests',
  improvements: 'Improvements',
  alerts: 'Alerts',
}

export const reviewNames: Readonly<Record<ReviewGroup, string>> = {
  overdue: 'Overdue',
  never: 'Never reviewed',
  soon: 'Due in 30 days',
  later: 'Due later',
  excused: 'Late, excused for now',
  unplanned: 'No policy recorded',
}

export const changeStateNames: Readonly<Record<ChangeState, string>> = {
  proposed: 'Pending',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Taken back',
}

export const changeKindNames: Readonly<Record<ChangeKind, string>> = {
  add: 'Add a role',
  change: 'Change roles',
  transfer: 'Transfer',
  exception: 'Exception',
}

export const improvementNames: Readonly<Record<ImprovementGroup, string>> = {
  feedback: 'Feedback that nobody has taken on',
  overdue: 'Overdue',
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
}

export const workNames: Readonly<Record<WorkState, string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
}

export const fromNames: Readonly<Record<'feedback' | 'review' | 'incident', string>> = {
  feedback: 'from feedback',
  review: 'from a review',
  incident: 'from an incident',
}

export const alertNames: Readonly<Record<AlertFinding, string>> = {
  'no-activity': 'No activity answers it',
  'no-owner': 'Nobody owns the activity',
  'no-process': 'Owned, but no runbook',
  unjudged: 'Not recorded',
  covered: 'Owned, with a runbook',
}

export const candidateWords: Readonly<Record<AlertCandidate['because'], string>> = {
  threshold: 'names the same measure with another limit',
  incident: 'answered an incident that it led to',
  workload: 'may answer it, on the same workload',
}

/** A value of an open vocabulary, as people read it. */
export function openText<T extends string>(names: Readonly<Record<T, string>>, value: string): string {
  const raw = unknownText(value)
  if (raw !== undefined) return `unknown (${raw})`
  return Object.entries<string>(names).find(([key]) => key === value)?.[1] ?? value
}

export { countText }

export { counted as several } from '../../../domain/countText'

/** How late, or how soon: whole days of 24 hours, counted from the moment it is due. */
export function dueText(due: Instant, now: Instant): string {
  const days = Math.floor(Math.abs(now - due) / day24)
  if (due < now) return days === 0 ? '<1 d late' : `${countText(days)} d late`
  return days === 0 ? 'within a day' : `in ${countText(days)} d`
}

/** `2026-11-20`: the day of a moment on the calendar of the zone. */
export const dayOf = (at: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The first moment of a day; undefined where the text is no day. */
export function startOf(day: string, zone: string): Instant | undefined {
  try {
    return instant(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
  } catch {
    return undefined
  }
}

/** The last second of a day: what is due on a day may be done until it ends. */
export function endOf(day: string, zone: string): Instant | undefined {
  try {
    return instant(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1000)
  } catch {
    return undefined
  }
}

/** `20 Nov 2026`, or "not recorded". */
export const dateOr = (at: Instant | undefined, zone: string, otherwise = 'not recorded'): string =>
  at === undefined ? otherwise : dateText(at, zone)
