import { after, day24, duration, type Instant, parseInstant } from '../../src/domain/units'

/** A moment of the world, written down. Throws a RangeError for a text that is no instant. */
export function at(text: string): Instant {
  const found = parseInstant(text)
  if (found === undefined) throw new RangeError(`${text} is no instant.`)
  return found
}

/** The moment at which the world stands still. */
export const worldNow = at('2026-11-20T09:42:17Z')

/** The Monday on which its records begin. */
export const worldStart = at('2024-11-25T00:00:00Z')

export const minutes = (count: number) => duration(Math.round(count * 60_000))
export const hours = (count: number) => minutes(count * 60)
export const days = (count: number) => duration(Math.round(count * day24))
/** Negative: into the future. */
export const daysAgo = (count: number): Instant => after(worldNow, days(0 - count))
export const today = (clock: string): Instant => at(`2026-11-20T${clock}:00Z`)

/** `Payments ledger` becomes `payments-ledger`. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
