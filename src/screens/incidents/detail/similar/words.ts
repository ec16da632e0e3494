import { type Incident, readClock } from '../../../../domain/incident'
import type { Problem } from '../../../../domain/problem'
import { fixAfter, type Kinship, type Recurrence } from '../../../../domain/similar'
import { dayText, durationText } from '../../../../domain/time/format'
import type { TimelineEntry } from '../../../../domain/timeline'
import type { Instant } from '../../../../domain/units'
import type { Names } from '../../useNames'
import { counted } from '../../words'

const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' }
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })

/** `1st`, `2nd`, `3rd`, `11th` */
export const ordinal = (nth: number): string => `${nth.toLocaleString('en')}${endings[ordinals.select(nth)] ?? 'th'}`

/** Why an incident is like this one, in words. */
export function kinText(reason: Kinship, names: Pick<Names, 'workload'>): string {
  switch (reason.kind) {
    case 'problem':
      return 'same problem'
    case 'activity':
      return 'same activity'
    case 'workload':
      return reason.workloads.map((id) => names.workload(id)).join(', ')
    case 'text':
      return `title ${Math.round(reason.share * 100)}% alike`
  }
}

/** `took 2 h 04 m`; says so where that cannot be told. */
export function lengthText(incident: Incident, now: Instant): string {
  const reading = readClock(incident, 'resolve', now)
  switch (reading.kind) {
    case 'closed':
      return `took ${durationText(reading.length)}`
    case 'open':
      return `still open after ${durationText(reading.length)}`
    case 'fault':
      return 'its end lies before its beginning'
    case 'missing':
      return 'how long is not recorded'
  }
}

const fixText = (fix: { readonly at: Instant; readonly what: string }, zone: string) =>
  `${dayText(fix.at, zone)}, “${fix.what}”`

/** What became of the newest fix of the problem, in a sentence. */
export function fixVerdict({ fix: told }: Recurrence, zone: string): string {
  if (!told) return 'No fix of it is recorded.'
  const { fix, outcome } = told
  const of = `fix (${fixText(fix, zone)})`
  if (outcome.verdict === 'did not hold')
    return `The last ${of} did not hold: ${counted(outcome.recurrences, 'incident')} began after it.`
  const quiet = durationText(outcome.quiet)
  return outcome.verdict === 'held'
    ? `The last ${of} has held for ${quiet}.`
    : `Too early to tell whether the last ${of} holds: ${quiet} without an incident.`
}

/** `3rd time in 60 days, 16th in 12 months`, as far as it was told. */
export function recurrenceText({ nth, recent, later }: Recurrence, known: boolean): string {
  const least = known ? '' : 'at least the '
  const months = `${ordinal(nth)}${recent > 1 ? '' : ' time'} in 12 months`
  const times = recent > 1 ? `${ordinal(recent)} time in 60 days${nth > recent ? `, ${months}` : ''}` : months
  return `${least}${times}${later === 0 ? '' : `, and ${counted(later, 'more', 'more')} since`}`
}

/** The word that went with the resolution. */
const resolution = (incident: Incident, entries: readonly TimelineEntry[]): string | undefined =>
  entries.findLast(
    ({ incident: of, kind, to, text }) =>
      of === incident.id && kind === 'state' && (to === 'resolved' || to === 'closed') && text !== undefined,
  )?.text

/** What is written down of how an incident was mended: the word at its resolution, the fix of its problem, its review. */
export function mendings(
  incident: Incident,
  entries: readonly TimelineEntry[],
  problem: Problem | undefined,
  zone: string,
): readonly string[] {
  const word = resolution(incident, entries)
  const fix = fixAfter(incident, problem)
  const learned = incident.review?.lessons[0] ?? incident.review?.summary
  return [
    ...(word === undefined ? [] : [`Resolved: ${word}`]),
    ...(fix ? [`Fix of ${fixText(fix, zone)}`] : []),
    ...(learned === undefined || learned === '' ? [] : [`Review: ${learned}`]),
  ]
}
