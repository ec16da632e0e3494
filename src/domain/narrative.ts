import { durationText } from './time/format'
import type { EntryKind, TimelineEntry } from './timeline'
import { between, type Duration, duration, type Id, type Instant, minute, unknownText } from './units'

/** Written down this long after it happened is normal; later is worth telling. */
export const promptly = duration(5 * minute)

/** From more entries than this on, a reader is first shown the moments that count. */
export const longFrom = 30

/** How much later than it happened an entry was written down, where that is worth telling. */
export function lateBy(entry: TimelineEntry): Duration | undefined {
  if (entry.recordedAt === undefined) return undefined
  const late = between(entry.at, entry.recordedAt)
  return late > promptly ? late : undefined
}

/** How long before it happened an entry was written down: a data fault. Clocks that differ by a minute are none. */
export function earlyBy(entry: TimelineEntry): Duration | undefined {
  if (entry.recordedAt === undefined) return undefined
  const early = between(entry.recordedAt, entry.at)
  return early > minute ? early : undefined
}

const minuteOf = ({ at }: TimelineEntry): number => Math.floor(at / minute)
const byId = (left: TimelineEntry, right: TimelineEntry): number => (left.id < right.id ? -1 : 1)

/**
 * Entries in the order they are told. Sources often know only the minute: within one, the source's own sequence says
 * what came first.
 */
export function narrated(entries: readonly TimelineEntry[], newestFirst: boolean): readonly TimelineEntry[] {
  const ordered = entries.toSorted(
    (left, right) =>
      minuteOf(left) - minuteOf(right) || left.sequence - right.sequence || left.at - right.at || byId(left, right),
  )
  return newestFirst ? ordered.toReversed() : ordered
}

/** Those that happened in an earlier minute than one that stands before them. */
function overtaken(inOrder: readonly TimelineEntry[]): readonly Id[] {
  let latest = Number.NEGATIVE_INFINITY
  return inOrder.flatMap((entry) => {
    const before = minuteOf(entry) < latest
    latest = Math.max(latest, minuteOf(entry))
    return before ? [entry.id] : []
  })
}

/**
 * The entries that happened before one that was recorded earlier. Where the source does not keep when it recorded, its
 * sequence says; an entry that has that moment is not compared with one that lacks it.
 */
export function outOfOrder(entries: readonly TimelineEntry[]): ReadonlySet<Id> {
  const dated = entries.flatMap((entry) => (entry.recordedAt === undefined ? [] : [{ entry, at: entry.recordedAt }]))
  const byRecord = dated.toSorted((left, right) => left.at - right.at || left.entry.sequence - right.entry.sequence)
  const bySequence = entries
    .filter(({ recordedAt }) => recordedAt === undefined)
    .toSorted((left, right) => left.sequence - right.sequence)
  return new Set([...overtaken(byRecord.map(({ entry }) => entry)), ...overtaken(bySequence)])
}

/** The entries of what was taken back later. */
export const takenBack = (entries: readonly TimelineEntry[]): ReadonlySet<Id> =>
  new Set(entries.flatMap(({ undoes }) => undoes ?? []))

const moments: ReadonlySet<string> = new Set<EntryKind>(['state', 'severity', 'escalation', 'link', 'update', 'resume'])

/** The team that a party belongs to, or is; undefined where nobody knows. */
export type TeamOf = (party: Id) => Id | undefined

/** From one team to another, to a team at first, or to nobody. Where a team is not known it does not count. */
function crossesTeams({ from, to }: TimelineEntry, teamOf: TeamOf): boolean {
  const before = from ? teamOf(from) : 'nobody'
  const then = to ? teamOf(to) : 'nobody'
  return before !== undefined && then !== undefined && before !== then
}

/** Whether an entry is one of the moments that tell a long story short. What kind is not known is not left out. */
export function isMoment(entry: TimelineEntry, teamOf: TeamOf): boolean {
  if (unknownText(entry.kind) !== undefined) return true
  if (entry.kind === 'assignment') return crossesTeams(entry, teamOf)
  return moments.has(entry.kind)
}

/** What can be said of a moment that somebody names for a new entry: why it cannot be, or what to look at again. */
export interface Judgement {
  readonly error?: string
  readonly warning?: string
}

/** An entry tells what has happened: not in the future, and not before computers count time. `began`: of the incident. */
export function judgeMoment(at: Instant, now: Instant, began: Instant): Judgement {
  if (at > now) return { error: `That is in ${durationText(at - now)}: an entry tells what has happened.` }
  if (at < 0) return { error: 'That is before 1970.' }
  return at < began ? { warning: `That is ${durationText(began - at)} before the incident began.` } : {}
}
