import { day24, hour, type Instant, minute } from '../units'
import { isoWeek } from './buckets'

type Part = 'weekday' | 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'timeZoneName'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs about a hundred times as much as using it, so each zone has one. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  // en-US only for its three-letter months; the order of the parts is ours, so no browser's locale data change it.
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'shortOffset',
  })
  formats.set(zone, made)
  return made
}

function partsOf(at: Instant, zone: string): Readonly<Record<Part, string>> {
  const parts = { weekday: '', year: '', month: '', day: '', hour: '', minute: '', second: '', timeZoneName: '' }
  for (const { type, value } of formatOf(zone).formatToParts(at)) if (type in parts) parts[type as Part] = value
  return parts
}

// Every formatter below takes an IANA zone and throws a RangeError for an unknown one.

/** `09:04` */
export function timeText(at: Instant, zone: string): string {
  const { hour: hours, minute: minutes } = partsOf(at, zone)
  return `${hours}:${minutes}`
}

/** `09:04:17` */
export function timeTextToSecond(at: Instant, zone: string): string {
  const { hour: hours, minute: minutes, second } = partsOf(at, zone)
  return `${hours}:${minutes}:${second}`
}

/** `20 Nov 2026` */
export function dateText(at: Instant, zone: string): string {
  const { day, month, year } = partsOf(at, zone)
  return `${day} ${month} ${year}`
}

/** `20 Nov`: where the year is clear from what stands around it. */
export function dayText(at: Instant, zone: string): string {
  const { day, month } = partsOf(at, zone)
  return `${day} ${month}`
}

/** `Fri` */
export const weekdayText = (at: Instant, zone: string): string => partsOf(at, zone).weekday

/**
 * `UTC`, `UTC+1`, `UTC+5:45`: the offset in force at that moment. Abbreviations such as IST or CST mean several zones,
 * and browsers differ in them.
 */
export const zoneText = (at: Instant, zone: string): string =>
  partsOf(at, zone)
    .timeZoneName.replace(/^GMT([+-]0)?$/, 'UTC')
    .replace('GMT', 'UTC')
    .replace('-', '−')

/** `20 Nov 2026 09:04 UTC` */
export const dateTimeText = (at: Instant, zone: string): string =>
  `${dateText(at, zone)} ${timeText(at, zone)} ${zoneText(at, zone)}`

/** `2026-W47`: the ISO week that the instant lies in. */
export const isoWeekText = (at: Instant, zone: string): string =>
  isoWeek(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate())

const withRest = (whole: string, rest: number, text: string): string => (rest === 0 ? whole : `${whole} ${text}`)

/**
 * A length in its two largest units, cut off and not rounded: `<1 min`, `38 min`, `3 h 06 m`, `2 d 4 h`. A day is 24
 * hours here. Negative lengths are data faults and carry a minus sign: `−38 min`.
 */
export function durationText(length: number): string {
  if (length < 0) return `−${durationText(-length)}`
  // Lengths that were reckoned are not whole: 4.7 h is a hair less than 4 h 42 m.
  const whole = Math.round(length)
  if (whole < minute) return '<1 min'
  const minutes = Math.floor(whole / minute)
  if (whole < hour) return `${minutes} min`
  const hours = Math.floor(whole / hour)
  if (whole < day24) return withRest(`${hours} h`, minutes % 60, `${String(minutes % 60).padStart(2, '0')} m`)
  return withRest(`${Math.floor(whole / day24)} d`, hours % 24, `${hours % 24} h`)
}

/** How long ago, or how soon: `38 min ago`, `in 4 min`, and `just now` within a minute either way. */
export function ageText(at: Instant, now: Instant): string {
  const age = now - at
  if (Math.abs(age) < minute) return 'just now'
  return age > 0 ? `${durationText(age)} ago` : `in ${durationText(-age)}`
}
