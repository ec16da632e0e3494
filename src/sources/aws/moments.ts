import { type Instant, instant, parseInstant } from '../../domain/units'
import { Unreadable } from '../listing/unreadable'

/** `2020-03-14T17:02:46.375000-07:00` and `2015-06-03T17:43:27.123+0000`: more digits than others write, or no colon. */
const loose = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,3})?\d*(Z|[+-]\d{2}):?(\d{2})?$/

/** `Sun, 05 Jun 2016 05:01:10 GMT`, of Health events. */
const mail = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * A moment in any of the ways AWS writes one: seconds since 1970 with a fraction (the JSON of the APIs), ISO 8601 with
 * microseconds (the CLI), a date as in mails (Health). Throws Unreadable for anything else, also for a time without an
 * offset.
 */
export function moment(value: string | number, field: string): Instant {
  if (typeof value === 'number') return instant(Math.round(value * 1000))
  const [, upTo, fraction = '', offset = '', minutes] = loose.exec(value) ?? []
  const text = minutes === undefined ? `${upTo}${fraction}${offset}` : `${upTo}${fraction}${offset}:${minutes}`
  const at = mail.test(value) ? instant(Date.parse(value)) : upTo === undefined ? undefined : parseInstant(text)
  if (at === undefined || Number.isNaN(at))
    throw new Unreadable(`${field} says “${value}”, which is no moment with an offset`)
  return at
}
