import { type Duration, duration, type Instant, type Open, openValue, parseInstant } from '../../domain/units'

/** A record that fits the schema and still cannot be understood. Its message says why. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** One reading for each field of the record. Fields of the same name mean the same on the wire and in the domain. */
export type Fields<W, D> = {
  readonly [K in keyof D]-?: K extends keyof W ? (value: NonNullable<W[K]>) => NonNullable<D[K]> : never
}

/**
 * Reads a record field by field; what is absent stays absent. The cast is right because `Fields` has a reading of the
 * right type for every field, and the schema has seen that the required ones are there.
 */
export function shape<W extends object, D extends object>(fields: Fields<W, D>): (wire: W) => D {
  const readings = Object.entries(fields) as [keyof W, (value: unknown) => unknown][]
  return (wire) => {
    const record: Partial<Record<keyof W, unknown>> = {}
    for (const [key, read] of readings) if (wire[key] !== undefined) record[key] = read(wire[key])
    return record as D
  }
}

export const same = <T>(value: T): T => value

export const each =
  <W, D>(read: (value: W) => D) =>
  (list: readonly W[]): readonly D[] =>
    list.map(read)

/** ISO 8601 with offset. Throws Unreadable: the schema's `date-time` lets some through that are no moments. */
export function time(text: string): Instant {
  const at = parseInstant(text)
  if (at === undefined) throw new Unreadable(`“${text}” is not a moment with an offset`)
  return at
}

/** Seconds on the wire, milliseconds here. */
export const seconds = (value: number): Duration => duration(Math.round(value * 1000))

/** A word of an open vocabulary: what is not known stays visible. */
export const word =
  <T extends string>(known: readonly T[]) =>
  (raw: string): Open<T> =>
    openValue(known, raw)

/** A word of a closed vocabulary under its name here. Throws Unreadable for others. */
export const oneOf =
  <T>(names: Readonly<Record<string, T>>) =>
  (word: string): T => {
    const name = Object.hasOwn(names, word) ? names[word] : undefined
    if (name === undefined) throw new Unreadable(`“${word}” is not one of ${Object.keys(names).join(', ')}`)
    return name
  }
