declare const unit: unique symbol

/** A moment: milliseconds since 1970-01-01T00:00:00Z. Zones exist only where a moment is shown or bucketed. */
export type Instant = number & { readonly [unit]: 'instant' }
/** A length of time in milliseconds. Negative only as evidence of a data fault. */
export type Duration = number & { readonly [unit]: 'duration' }
/** The key of a record. Parties carry their type in it: `team:payments`, `person:okafor`. */
export type Id = string

/**
 * A closed vocabulary that stays open to what a backend really said: a value outside it is kept as
 * `unknown:<raw text>`, so that it can be shown, filtered and counted instead of guessed.
 */
export type Open<T extends string> = T | `unknown:${string}`

/** Takes milliseconds since 1970-01-01T00:00:00Z for a moment. Does not check: what text says is read by `parseInstant`. */
export const instant = (ms: number): Instant => ms as Instant
/** Takes milliseconds for a length of time. */
export const duration = (ms: number): Duration => ms as Duration

export const minute = duration(60_000)
export const hour = duration(3_600_000)
/** Exactly 24 hours. Never a calendar day: calendar arithmetic is in `time/`. */
export const day24 = duration(86_400_000)

/** The time from `start` to `end`; negative when they are out of order. */
export const between = (start: Instant, end: Instant): Duration => duration(end - start)

/** The moment `length` after (or, negative, before) `at`. */
export const after = (at: Instant, length: Duration): Instant => instant(at + length)

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** Reads an ISO 8601 text that names its offset; anything else (a bare date, a local time, nonsense) is undefined. */
export function parseInstant(text: string): Instant | undefined {
  if (!iso.test(text)) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : instant(ms)
}

/** `2026-11-20T09:04:00Z`, with milliseconds only where there are some. */
export const formatInstant = (at: Instant): string => new Date(at).toISOString().replace('.000Z', 'Z')

/** Puts a backend's word into a closed vocabulary, keeping it visible when it is not part of it. */
export function openValue<T extends string>(known: readonly T[], raw: string): Open<T> {
  return known.includes(raw as T) ? (raw as T) : `unknown:${raw}`
}

/** The raw text of an unknown value, or undefined when the value is known. */
export const unknownText = (value: string): string | undefined =>
  value.startsWith('unknown:') ? value.slice('unknown:'.length) : undefined
