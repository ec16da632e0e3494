import { startOfDay } from '../../../../domain/time/zone'
import { type Instant, instant } from '../../../../domain/units'

const written = /^\d{4}-\d{2}-\d{2}$/

/** The last second of a day written `YYYY-MM-DD`, in the zone that is shown; undefined for what is no day. */
export function endOfDay(text: string, zone: string): Instant | undefined {
  if (!written.test(text)) return undefined
  try {
    const next = Temporal.PlainDate.from(text, { overflow: 'reject' }).add({ days: 1 })
    return instant(startOfDay(next, zone) - 1000)
  } catch {
    return undefined
  }
}

/** What is wrong with a day that must lie ahead. An empty one is wrong only where it is `needed`. */
export function dayFault(text: string, zone: string, now: Instant, needed = false): string | undefined {
  if (text === '') return needed ? 'Give a whole date.' : undefined
  const at = endOfDay(text, zone)
  if (at === undefined) return 'That is no date: write it as 2027-01-31.'
  return at > now ? undefined : 'It must lie ahead.'
}
