import { day24, type Duration, duration, hour, type Instant, instant, minute } from '../units'

/** From `from` on, clocks in the zone show UTC + `offset` (east of Greenwich positive), until the next segment. */
export interface OffsetSegment {
  readonly from: Instant
  readonly offset: Duration
}

/** What a wall clock and a calendar in the zone show. */
export interface LocalParts {
  /** Days since 1970-01-01 on the zone's calendar: a calendar date as one integer. */
  readonly day: number
  readonly hour: number
  readonly minute: number
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
}

/** The zone's name where the engine knows it. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/**
 * The offsets of an IANA zone over [from, to), sorted, one segment for each transition. The first begins at `from`.
 * Loops over many instants use these instead of a calendar object per instant. Throws a RangeError for an unknown zone.
 */
export function offsetSegments(from: Instant, to: Instant, zone: string): readonly OffsetSegment[] {
  const segments: OffsetSegment[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  while (at !== null && (segments.length === 0 || at.epochMilliseconds < to)) {
    const offset = duration(Math.trunc(at.offsetNanoseconds / 1e6))
    // Zones also change name or rule without moving the clock: that is no new segment.
    if (segments.at(-1)?.offset !== offset) segments.push({ from: instant(at.epochMilliseconds), offset })
    at = at.getTimeZoneTransition('next')
  }
  return segments
}

/** The offset in force at an instant. Outside the range the segments were made for, the nearest one is used. */
export function offsetAt(at: Instant, segments: readonly OffsetSegment[]): Duration {
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle]?.from ?? at) <= at) low = middle
    else high = middle - 1
  }
  return segments[low]?.offset ?? duration(0)
}

// Local milliseconds have no transitions: on them a day is 24 hours, and integer arithmetic is calendar arithmetic.
const local = (at: Instant, segments: readonly OffsetSegment[]): number => at + offsetAt(at, segments)

// 1970-01-01 was a Thursday.
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** Days since 1970-01-01 on the zone's calendar. */
export const localDay = (at: Instant, segments: readonly OffsetSegment[]): number =>
  Math.floor(local(at, segments) / day24)

/** What a calendar and a clock in the zone show at that moment. */
export function localParts(at: Instant, segments: readonly OffsetSegment[]): LocalParts {
  const ms = local(at, segments)
  const day = Math.floor(ms / day24)
  const ofDay = ms - day * day24
  return {
    day,
    hour: Math.floor(ofDay / hour),
    minute: Math.floor((ofDay % hour) / minute),
    weekday: weekdayOf(day),
  }
}

/** 0 for Monday 00:00–00:59 in the zone, 167 for Sunday 23:00–23:59. */
export function hourOfWeek(at: Instant, segments: readonly OffsetSegment[]): number {
  const ms = local(at, segments)
  const day = Math.floor(ms / day24)
  return (weekdayOf(day) - 1) * 24 + Math.floor((ms - day * day24) / hour)
}

/** The calendar date of a day number. */
export const dateOfDay = (day: number): Temporal.PlainDate => new Temporal.PlainDate(1970, 1, 1).add({ days: day })

/** The first instant of a calendar day in a zone: not always midnight, for some days begin at 01:00. */
export const startOfDay = (date: Temporal.PlainDate, zone: string): Instant =>
  instant(date.toZonedDateTime(zone).epochMilliseconds)
