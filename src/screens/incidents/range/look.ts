import { endOf, type Incident } from '../../../domain/incident'
import { day24, hour, type Instant, instant, minute } from '../../../domain/units'
import { lengthOfRange, type Range } from '../query'

/** A stretch of time to look at. */
export interface Look {
  readonly from: Instant
  readonly to: Instant
}

const length = (look: Look): number => look.to - look.from

/** The next full hour: what ends now ends there, so that the picture does not creep with every second. */
const hourAfter = (at: Instant): Instant => instant(Math.ceil(at / hour) * hour)

/** What a range shows: it ends with the newest moment there is; `all` begins with the oldest incident. */
export function lookOf(range: Range, anchor: Instant, oldest: Instant): Look {
  const to = hourAfter(anchor)
  const long = lengthOfRange(range)
  return { from: long === undefined ? instant(Math.min(oldest, to - day24)) : instant(to - long), to }
}

/** How far one may go: from the oldest incident to a week ahead, where planned events stand. */
export const limitsOf = (look: Look, anchor: Instant, oldest: Instant) => {
  const air = Math.max((anchor - oldest) * 0.01, day24)
  return {
    from: Math.min(oldest - air, look.from),
    to: Math.max(anchor + 7 * day24, look.to),
    least: 5 * minute,
  }
}

/** A window much larger than what is looked at would be loaded in vain. */
const mostTimes = 12

/**
 * The window to load for a look: the one already held while it covers the look and is not far too large, else the look
 * with its own length on either side, so that panning finds what it comes to.
 */
export function coverOf(look: Look, held: Look | undefined): Look {
  if (held && held.from <= look.from && held.to >= look.to && length(held) <= mostTimes * length(look)) return held
  return { from: instant(look.from - length(look)), to: instant(look.to + length(look)) }
}

/** `''` stands for "has none". */
export type LaneKey = string

/** Lanes of an incident by what is asked for; none is a lane of its own. */
export function lanesOf(incident: Incident, by: 'workload' | 'team' | 'severity' | 'problem'): readonly LaneKey[] {
  if (by === 'severity') return [incident.severity === undefined ? '' : String(incident.severity)]
  if (by === 'team') return [incident.team ?? '']
  if (by === 'problem') return [incident.problem ?? '']
  return incident.workloads.length > 0 ? incident.workloads : ['']
}

/**
 * Lanes in an order that does not jump while one pans: those known keep their place, new ones follow, the busiest
 * first; "has none" stands last.
 */
export function inOrder(known: readonly LaneKey[], counts: ReadonlyMap<LaneKey, number>): readonly LaneKey[] {
  const fresh = [...counts.keys()]
    .filter((key) => key !== '' && !known.includes(key))
    .toSorted((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0) || (left < right ? -1 : 1))
  const kept = known.filter((key) => key !== '')
  if (fresh.length === 0 && kept.length === known.length - (counts.has('') || known.includes('') ? 1 : 0)) return known
  return [...kept, ...fresh, ...(counts.has('') || known.includes('') ? [''] : [])]
}

/** Whether the incident burned at some moment of the look, as a list of what burned then would judge. */
export const touches = (incident: Incident, look: Look): boolean =>
  incident.opened < look.to && (endOf(incident) ?? Number.POSITIVE_INFINITY) >= look.from
