import { type Dimension, dimensions, type Within } from '../dimension'
import { type Clock, clocks } from '../incident'
import { formatInstant, instant, type Instant, parseInstant } from '../units'

/** Which parts of a limit its dimension heeds; the others are not written. */
const heeds: Partial<Readonly<Record<Dimension, readonly ('zone' | 'now' | 'clock' | 'locked' | 'fixes')[]>>> = {
  hourOfWeek: ['zone'],
  review: ['now'],
  reading: ['now', 'clock', 'locked'],
  fixed: ['fixes'],
}

/**
 * Limits as a text for addresses and requests: a JSON array, moments in ISO 8601, such as
 * `[{"by":"factor","values":["expired certificate"]}]`. What a dimension does not heed is left out.
 */
export function writeWithin(limits: readonly Within[]): string {
  const written = limits.map(({ by, values, zone, now, clock, locked, fixes }) => {
    const heeded = new Set(heeds[by])
    return {
      by,
      values,
      ...(heeded.has('zone') && { zone }),
      ...(heeded.has('now') && { now: formatInstant(now) }),
      ...(heeded.has('clock') && clock && { clock }),
      ...(heeded.has('locked') && locked && { locked }),
      ...(heeded.has('fixes') && fixes && { fixes: fixMoments(fixes) }),
    }
  })
  return JSON.stringify(written)
}

/** Since when each problem is said to be mended, with moments as texts. */
export const fixMoments = (fixes: Readonly<Record<string, Instant>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fixes).map(([id, at]) => [id, formatInstant(at)]))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isClock = (value: unknown): value is Clock => typeof value === 'string' && Object.hasOwn(clocks, value)

/** Moments by problem; undefined where one of them is none. */
export function readFixes(value: unknown): Readonly<Record<string, Instant>> | undefined {
  if (!isRecord(value)) return undefined
  const read = Object.entries(value).map(([id, at]) => [id, parseInstant(String(at))] as const)
  const known = read.flatMap(([id, at]) => (at === undefined ? [] : [[id, at] as const]))
  return known.length === read.length ? Object.fromEntries(known) : undefined
}

function readOne(value: unknown): Within | undefined {
  if (!isRecord(value)) return undefined
  const by = dimensions.find((each) => each === value['by'])
  const values = Array.isArray(value['values']) ? value['values'].filter((each) => typeof each === 'string') : undefined
  if (by === undefined || values === undefined) return undefined
  const heeded = heeds[by] ?? []
  const now = typeof value['now'] === 'string' ? parseInstant(value['now']) : undefined
  const zone = typeof value['zone'] === 'string' ? value['zone'] : undefined
  const clock = isClock(value['clock']) ? value['clock'] : undefined
  const fixes = readFixes(value['fixes'])
  const lacking = heeded.some(
    (part) =>
      (part === 'now' && now === undefined) ||
      (part === 'zone' && zone === undefined) ||
      (part === 'clock' && clock === undefined) ||
      (part === 'fixes' && fixes === undefined),
  )
  if (lacking) return undefined
  return {
    by,
    values,
    zone: zone ?? 'UTC',
    now: now ?? instant(0),
    ...(clock && { clock }),
    ...(value['locked'] === true && { locked: true }),
    ...(fixes && { fixes }),
  }
}

/** The limits that a text of `writeWithin` names; undefined where it is not such a text. */
export function readWithin(text: string): readonly Within[] | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(parsed)) return undefined
  const limits = parsed.map(readOne)
  const known = limits.flatMap((limit) => limit ?? [])
  return known.length === limits.length ? known : undefined
}
