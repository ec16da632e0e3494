import {
  type Duration,
  duration,
  type Id,
  type Instant,
  type Open,
  openValue,
  unknownText,
} from '../../../domain/units'
import type { Path } from '../yaml'
import type { DateReader } from './dates'

/** How texts of a file are to be read. */
export interface How {
  readonly dates: DateReader
  /** What the file's dates should look like, for messages. */
  readonly dateWords: string
}

/** A text out of a table cell: it may stand for a number, a boolean, a moment or a list. */
export class Cell {
  readonly text: string
  /** Column-own way of writing dates, where one is declared. */
  readonly how: How | undefined
  /** Splits lists; default `;`. */
  readonly separator: string
  constructor(text: string, how?: How, separator = ';') {
    this.text = text
    this.how = how
    this.separator = separator
  }
}

/** A value that is not of its shape: where in the record, and why. */
export class ShapeFault extends Error {
  override readonly name = 'ShapeFault'
  readonly path: Path
  constructor(path: Path, reason: string) {
    super(path.length === 0 ? reason : `${path.join('.')}: ${reason}`)
    this.path = path
  }
}

/** Reads an unknown value as a T, or throws a ShapeFault. */
export interface Shape<T> {
  read(value: unknown, how: How, path: Path): T
  /** The shapes of an object's fields. */
  readonly fields?: Readonly<Record<string, Shape<unknown> | Optional<unknown>>>
}
/** A field that may be absent. */
export interface Optional<T> {
  readonly optional: Shape<T>
}
export const optional = <T>(shape: Shape<T>): Optional<T> => ({ optional: shape })

/** Something of a value, short enough for a message. */
const shown = (value: unknown): string => {
  const text = value instanceof Cell ? value.text : typeof value === 'string' ? value : JSON.stringify(value)
  return `“${(text ?? '').slice(0, 60)}”`
}
const fail = (path: Path, value: unknown, wanted: string): never => {
  if (value === undefined || value === null || value === '')
    throw new ShapeFault(path, `missing; it should be ${wanted}.`)
  throw new ShapeFault(path, `${shown(value)} is not ${wanted}.`)
}

const plain = (value: unknown): unknown => (value instanceof Cell ? value.text : value)

export const text: Shape<string> = {
  read: (value, _how, path) => {
    const raw = plain(value)
    if (typeof raw === 'number') return String(raw)
    return typeof raw === 'string' && raw !== '' ? raw : fail(path, value, 'a text')
  },
}
/** A key. Any text will do. */
export const id: Shape<Id> = { read: (value, how, path) => text.read(value, how, path) }

/** A text that may be empty. */
export const anyText: Shape<string> = {
  read: (value, _how, path) => {
    const raw = plain(value)
    return typeof raw === 'string' ? raw : fail(path, value, 'a text')
  },
}

export const number: Shape<number> = {
  read: (value, _how, path) => {
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (value instanceof Cell && /^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(value.text.trim())) return Number(value.text)
    return fail(path, value, 'a number such as 12 or 1.5')
  },
}

const truth: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  y: true,
  '1': true,
  false: false,
  no: false,
  n: false,
  '0': false,
}

export const boolean: Shape<boolean> = {
  read: (value, _how, path) => {
    if (typeof value === 'boolean') return value
    const known = value instanceof Cell ? truth[value.text.trim().toLowerCase()] : undefined
    return known ?? fail(path, value, 'yes or no')
  },
}

export const moment: Shape<Instant> = {
  read: (value, how, path) => {
    const raw = plain(value)
    const own = value instanceof Cell ? (value.how ?? how) : how
    const at = typeof raw === 'string' || typeof raw === 'number' ? own.dates(String(raw).trim()) : undefined
    return at ?? fail(path, value, `a moment written as ${own.dateWords}`)
  },
}

const units: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  min: 60_000,
  s: 1_000,
}
const unitOf = (word: string): number | undefined =>
  units[word] ??
  units[word.replace(/^(week|day|hour|second)s?$/, (whole) => whole.charAt(0)).replace(/^minutes?$/, 'm')]

/** `90 days`, `12w`, `1h 30min`, or ISO 8601 (`P90D`, `PT1H30M`). Months have no fixed length and are refused. */
export function parseDuration(written: string): Duration | undefined {
  const iso =
    /^P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
      written,
    )
  if (iso) {
    const [, w = '0', d = '0', h = '0', m = '0', s = '0'] = iso
    const ms = [w, d, h, m, s].reduce((sum, part, index) => sum + Number(part) * (units['wdhms'.charAt(index)] ?? 0), 0)
    return written.length > 2 ? duration(Math.round(ms)) : undefined
  }
  const words = [...written.toLowerCase().matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)]
  if (
    words.length === 0 ||
    words
      .map(([whole]) => whole)
      .join('')
      .replaceAll(/\s/g, '') !== written.toLowerCase().replaceAll(/\s/g, '')
  )
    return undefined
  let ms = 0
  for (const [, count, word = ''] of words) {
    const unit = unitOf(word)
    if (unit === undefined) return undefined
    ms += Number(count) * unit
  }
  return duration(Math.round(ms))
}

export const length: Shape<Duration> = {
  read: (value, _how, path) => {
    const raw = plain(value)
    return (
      (typeof raw === 'string' ? parseDuration(raw) : undefined) ??
      fail(path, value, 'a length of time such as 90 days, 12h or PT30M (months and years have no fixed length)')
    )
  },
}

/** A word of a closed vocabulary; others stay visible as unknown. */
export const word = <T extends string>(known: readonly T[]): Shape<Open<T>> => ({
  read: (value, how, path) => {
    const raw = text.read(value, how, path)
    const unknown = unknownText(raw)
    return unknown === undefined ? openValue(known, raw) : `unknown:${unknown}`
  },
})

/** One of a few values; others are refused. */
export const oneOf = <T extends string | number>(known: readonly T[]): Shape<T> => ({
  read: (value, _how, path) => {
    const raw = plain(value)
    return known.find((each) => each === raw || String(each) === raw) ?? fail(path, value, `one of ${known.join(', ')}`)
  },
})

/** A list; absent is empty. A cell is split, a single value stands for a list of one. */
export const many = <T>(shape: Shape<T>): Shape<readonly T[]> => ({
  read: (value, how, path) => {
    if (value === undefined || value === null) return []
    if (value instanceof Cell)
      return value.text
        .split(value.separator)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part, index) => shape.read(new Cell(part, value.how), how, [...path, index]))
    return (Array.isArray(value) ? (value as unknown[]) : [value]).map((each, index) =>
      shape.read(each, how, [...path, index]),
    )
  },
})

type Fields<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Optional<Exclude<T[K], undefined>> : Shape<T[K]>
}

export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Cell)

/** An object with exactly these fields; others are ignored. */
export function object<T extends object>(fields: Fields<T>): Shape<T> {
  const entries = Object.entries(fields as Record<string, Shape<unknown> | Optional<unknown>>)
  return {
    fields: Object.fromEntries(entries),
    read: (value, how, path) => {
      if (!isPlainObject(value)) return fail(path, value, 'a record with named fields')
      const made: Record<string, unknown> = {}
      for (const [name, field] of entries) {
        const raw = Object.hasOwn(value, name) ? value[name] : undefined
        if ('optional' in field) {
          if (raw !== undefined && raw !== null) made[name] = field.optional.read(raw, how, [...path, name])
        } else made[name] = field.read(raw, how, [...path, name])
      }
      return finished<T>(made)
    },
  }
}

/** Guarantee: every field of `Fields<T>` was read by its own shape, so the made object is a T. */
const finished = <T extends object>(made: Record<string, unknown>): T => made as T
