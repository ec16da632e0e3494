import { type Instant, instant } from '../units'
import { dayText, timeText } from './format'
import { dateOfDay, localDay, localParts, offsetSegments, startOfDay } from './zone'

/** A moment of a time axis in words. `major` begins a day, a month or a year, whichever is the next larger. */
export interface TimeTick {
  readonly at: Instant
  readonly label: string
  readonly major: boolean
}

const minutes = 60_000
const hours = 60 * minutes
/** Steps within a day, in local milliseconds: each divides a day. */
const clockSteps = [1, 2, 5, 10, 15, 30]
  .map((each) => each * minutes)
  .concat([1, 2, 3, 6, 12].map((each) => each * hours))
const daySteps = [1, 2, 7] as const
const monthSteps = [1, 3, 6, 12, 24, 60, 120] as const

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Round local times: the wall clock shows a multiple of the step, also on days when clocks change. */
function clockTicks(from: Instant, to: Instant, step: number, zone: string): readonly TimeTick[] {
  const segments = offsetSegments(from, to, zone)
  return segments.flatMap(({ from: begins, offset }, index) => {
    const start = Math.max(begins, from)
    const end = Math.min(segments[index + 1]?.from ?? to, to)
    const ticks: TimeTick[] = []
    for (let local = Math.ceil((start + offset) / step) * step; local - offset < end; local += step) {
      const at = instant(local - offset)
      const { hour, minute } = localParts(at, segments)
      const midnight = hour === 0 && minute === 0
      ticks.push({ at, label: midnight ? dayText(at, zone) : timeText(at, zone), major: midnight })
    }
    return ticks
  })
}

const inside = (ticks: readonly TimeTick[], from: Instant, to: Instant) =>
  ticks.filter(({ at }) => at >= from && at < to)

/** Calendar days; weeks begin on Monday. */
function dayTicks(from: Instant, to: Instant, step: number, zone: string): readonly TimeTick[] {
  const segments = offsetSegments(from, to, zone)
  // Day 4 was a Monday, so weeks counted from there begin on one; every second day is counted from there too.
  const first = Math.floor((localDay(from, segments) - 4) / step) * step + 4
  const ticks: TimeTick[] = []
  for (let day = first; day <= localDay(to, segments); day += step) {
    const date = dateOfDay(day)
    const at = startOfDay(date, zone)
    ticks.push({ at, label: `${date.day} ${monthNames[date.month - 1] ?? ''}`, major: date.day <= step })
  }
  return inside(ticks, from, to)
}

function monthTicks(from: Instant, to: Instant, step: number, zone: string): readonly TimeTick[] {
  const begin = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const months = begin.year * 12 + begin.month - 1
  const ticks: TimeTick[] = []
  for (let each = Math.floor(months / step) * step; ; each += step) {
    const year = Math.floor(each / 12)
    const month = (each % 12) + 1
    const at = startOfDay(new Temporal.PlainDate(year, month, 1), zone)
    if (at >= to) return inside(ticks, from, to)
    const january = month === 1
    ticks.push({ at, label: january ? String(year) : (monthNames[month - 1] ?? ''), major: january && step < 12 })
  }
}

/**
 * Round times in [from, to) for an axis with room for `most` labels, in a zone: steps of minutes, hours, days, ISO
 * weeks, months or years, whichever is the finest that fits. Empty unless from < to. Throws a RangeError for an
 * unknown zone.
 */
export function timeTicks(from: Instant, to: Instant, most: number, zone: string): readonly TimeTick[] {
  if (!(from < to)) return []
  const needed = (to - from) / Math.max(most, 1)
  const clock = clockSteps.find((step) => step >= needed)
  if (clock !== undefined) return clockTicks(from, to, clock, zone)
  const day = 24 * hours
  const days = daySteps.find((step) => step * day >= needed)
  if (days !== undefined) return dayTicks(from, to, days, zone)
  const months = monthSteps.find((step) => step * 30.4 * day >= needed) ?? 120
  return monthTicks(from, to, months, zone)
}
