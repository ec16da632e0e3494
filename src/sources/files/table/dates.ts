import { type Instant, instant, parseInstant } from '../../../domain/units'

/** Reads one way of writing a moment; undefined for anything that is not written exactly so. */
export type DateReader = (text: string) => Instant | undefined

type Part = 'year' | 'month' | 'day' | 'hour' | 'half' | 'minute' | 'second' | 'fraction' | 'offset'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What a format may contain. `D` takes 3 and 03, `DD` only 03. */
const tokens: Readonly<Record<string, readonly [part: Part, pattern: string]>> = {
  YYYY: ['year', String.raw`(\d{4})`],
  MMM: ['month', `(${months.join('|')})`],
  MM: ['month', String.raw`(\d{2})`],
  M: ['month', String.raw`(\d{1,2})`],
  DD: ['day', String.raw`(\d{2})`],
  D: ['day', String.raw`(\d{1,2})`],
  HH: ['hour', String.raw`(\d{2})`],
  H: ['hour', String.raw`(\d{1,2})`],
  hh: ['hour', String.raw`(\d{2})`],
  h: ['hour', String.raw`(\d{1,2})`],
  A: ['half', '(am|pm)'],
  mm: ['minute', String.raw`(\d{2})`],
  ss: ['second', String.raw`(\d{2})`],
  SSS: ['fraction', String.raw`(\d{1,9})`],
  Z: ['offset', String.raw`(z|[+-]\d{2}:?\d{2})`],
}
const tokenPattern = /\[([^\]]*)\]|YYYY|MMM|MM|M|DD|D|HH|H|hh|h|A|mm|ss|SSS|Z|./gs

type Fields = Record<Exclude<Part, 'half' | 'offset'>, number>

const day = 86_400_000

/** Finds the offset of a local time in a zone. One look-up a day, but for days on which the clocks change. */
function zoneReader(zone: string): (local: number) => Instant | undefined {
  if (zone === 'UTC') return (local) => instant(local)
  const steady = new Map<number, number | undefined>()
  const offsetAt = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
  const offsetOfDay = (local: number): number | undefined => {
    const start = Math.floor(local / day)
    if (!steady.has(start)) {
      const before = offsetAt(start * day - day)
      steady.set(start, before === offsetAt(start * day + 2 * day) ? before : undefined)
    }
    return steady.get(start)
  }
  return (local) => {
    const offset = offsetOfDay(local)
    if (offset !== undefined) return instant(local - offset)
    const plain = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime()
    const zoned = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
    // A local time that the clocks skipped does not come back the same: it never was.
    return zoned.toPlainDateTime().equals(plain) ? instant(zoned.epochMilliseconds) : undefined
  }
}

function toLocal({ year, month, day: date, hour, minute, second, fraction }: Fields): number | undefined {
  const ms = Date.UTC(year, month - 1, date, hour, minute, second, fraction)
  const real = new Date(ms)
  const isReal = real.getUTCMonth() === month - 1 && real.getUTCDate() === date && real.getUTCHours() === hour
  return isReal && real.getUTCMinutes() === minute && second < 60 ? ms : undefined
}

const offsetOf = (text: string): number => {
  if (text.toLowerCase() === 'z') return 0
  const sign = text.startsWith('-') ? -1 : 1
  return sign * (Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))) * 60_000
}

function patternReader(format: string, zone: string): DateReader {
  const parts: Part[] = []
  let source = ''
  for (const [token, quoted] of format.matchAll(tokenPattern)) {
    const known = tokens[token]
    if (known) parts.push(known[0])
    source += known?.[1] ?? (quoted ?? token).replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
  }
  for (const needed of ['year', 'month', 'day'] as const)
    if (!parts.includes(needed)) throw new RangeError(`The date format “${format}” has no ${needed}.`)
  if (/h/.test(format.replaceAll(/\[[^\]]*\]/g, '')) !== parts.includes('half'))
    throw new RangeError(`The date format “${format}” needs both h and A, or H.`)
  const pattern = new RegExp(`^${source}$`, 'i')
  const inZone = zoneReader(zone)
  return (text) => {
    const match = pattern.exec(text)
    if (!match) return undefined
    const fields: Fields = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, fraction: 0 }
    let offset: number | undefined
    let half: string | undefined
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index]
      const raw = match[index + 1]
      if (part === undefined || raw === undefined) return undefined
      if (part === 'offset') offset = offsetOf(raw)
      else if (part === 'half') half = raw.toLowerCase()
      else if (part === 'fraction') fields.fraction = Math.trunc(Number(`0.${raw}`) * 1000)
      else if (part === 'month' && raw.length === 3) fields.month = months.indexOf(raw.toLowerCase()) + 1
      else fields[part] = Number(raw)
    }
    if (half !== undefined) {
      if (fields.hour < 1 || fields.hour > 12) return undefined
      fields.hour = (fields.hour % 12) + (half === 'pm' ? 12 : 0)
    }
    const local = toLocal(fields)
    if (local === undefined) return undefined
    return offset === undefined ? inZone(local) : instant(local - offset)
  }
}

const localIso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?$/

/** ISO 8601, with `T` or a blank; without an offset it is a local time of the zone, a bare date its midnight. */
function isoReader(zone: string): DateReader {
  const inZone = zoneReader(zone)
  return (text) => {
    const exact = parseInstant(text.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T'))
    if (exact !== undefined) return exact
    const match = localIso.exec(text)
    if (!match) return undefined
    const [, date = '', time = '00:00', second = '00', fraction = '0'] = match
    const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number)
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    const ms = Math.trunc(Number(`0.${fraction}`) * 1000)
    const local = toLocal({ year, month, day: dayOfMonth, hour, minute, second: Number(second), fraction: ms })
    return local === undefined ? undefined : inZone(local)
  }
}

const epochReader =
  (unit: number): DateReader =>
  (text) =>
    /^-?\d+(\.\d+)?$/.test(text) ? instant(Math.round(Number(text) * unit)) : undefined

/**
 * A reader for one declared format: `iso`, `unix` (seconds), `unix-ms`, or a pattern of YYYY, MMM, MM, M, DD, D, HH, H,
 * hh, h, A, mm, ss, SSS, Z with other characters as they stand (`[at]` quotes letters). Nothing is guessed: which of two
 * numbers is the month is for the format to say. Throws a RangeError for a format that tells no date.
 */
export function dateReader(format: string, zone: string): DateReader {
  if (format === 'iso') return isoReader(zone)
  if (format === 'unix') return epochReader(1000)
  if (format === 'unix-ms') return epochReader(1)
  return patternReader(format, zone)
}

/** The first format that reads the text. Remembers the last text: logs repeat a moment row after row. */
export function anyDateReader(formats: readonly string[], zone: string): DateReader {
  const readers = formats.map((format) => dateReader(format, zone))
  let lastText = ''
  let last: Instant | undefined
  return (text) => {
    if (text === lastText) return last
    lastText = text
    last = undefined
    for (const read of readers) {
      last = read(text)
      if (last !== undefined) break
    }
    return last
  }
}
