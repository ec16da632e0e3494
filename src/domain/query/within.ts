import { type Dimension, dimensions, type Within } from '../dimension'
import type { EventWithin } from '../eventDimension'
import { type Clock, clocks } from '../incident'
import { eventDimensions } from '../summary'
import { isZone } from '../time/zone'
import { formatInstant, instant, type Instant, parseInstant } from '../units'

/** Which parts of a limit its dimension heeds; the others are not written. What is locked is so at a moment. */
const heeds: Partial<Readonly<Record<Dimension, readonly ('zone' | 'now' | 'clock' | 'locked' | 'fixes')[]>>> = {
  hourOfWeek: ['zone'],
  factor: ['locked'],
  review: ['now', 'locked'],
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
    const isLocked = heeded.has('locked') && locked === true
    return {
      by,
      values,
      ...(heeded.has('zone') && { zone }),
      ...((heeded.has('now') || isLocked) && { now: formatInstant(now) }),
      ...(heeded.has('clock') && clock && { clock }),
      ...(isLocked && { locked }),
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

/** All of them texts, or undefined: leaving one out would show other records than were meant. */
function readValues(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((each) => typeof each === 'string')
  return texts.length === value.length ? texts : undefined
}

function readOne(value: unknown): Within | undefined {
  if (!isRecord(value)) return undefined
  const by = dimensions.find((each) => each === value['by'])
  const values = readValues(value['values'])
  if (by === undefined || values === undefined) return undefined
  const heeded = heeds[by] ?? []
  const now = typeof value['now'] === 'string' ? parseInstant(value['now']) : undefined
  const zone = typeof value['zone'] === 'string' ? value['zone'] : undefined
  const clock = isClock(value['clock']) ? value['clock'] : undefined
  const fixes = readFixes(value['fixes'])
  const lacking = heeded.some(
    (part) =>
      ((part === 'now' || (part === 'locked' && value['locked'] === true)) && now === undefined) ||
      (part === 'zone' && (zone === undefined || !isZone(zone))) ||
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

/** What each part of a JSON array reads as; undefined where the text is none, or a part cannot be read. */
function readAll<T>(text: string, read: (value: unknown) => T | undefined): readonly T[] | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(parsed)) return undefined
  const known = parsed.flatMap((each) => read(each) ?? [])
  return known.length === parsed.length ? known : undefined
}

/** The limits that a text of `writeWithin` names; undefined where it is not such a text. */
export const readWithin = (text: string): readonly Within[] | undefined => readAll(text, readOne)

/** The same for limits of events. */
export const writeEventWithin = (limits: readonly EventWithin[]): string =>
  JSON.stringify(limits.map(({ by, values }) => ({ by, values })))

/** The limits that a text of `writeEventWithin` names; undefined where it is not such a text. */
export const readEventWithin = (text: string): readonly EventWithin[] | undefined =>
  readAll(text, (value) => {
    if (!isRecord(value)) return undefined
    const by = eventDimensions.find((each) => each === value['by'])
    const values = readValues(value['values'])
    return by === undefined || values === undefined ? undefined : { by, values }
  })
