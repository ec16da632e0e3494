import { firstDay } from '../../../domain/time/buckets'
import { dateText } from '../../../domain/time/format'
import { startOfDay } from '../../../domain/time/zone'
import { formatInstant, type Instant, parseInstant } from '../../../domain/units'
import type { Extent, RangeChoice } from './range'

/** First and last calendar day, both inside. */
export interface Days {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
  /** What of the days asked for could not be shown, and what is shown in their place: sentences. */
  readonly told?: string
}

/** The calendar day of a moment. */
export const dateIn = (at: Instant, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()

/** A calendar day as the address writes it, or undefined. */
export function readDay(text: string | undefined): Temporal.PlainDate | undefined {
  const at = parseInstant(`${text}T00:00:00Z`)
  // A day that no month has, such as 31 February, reads as another day.
  return text !== undefined && at !== undefined && formatInstant(at).startsWith(text)
    ? Temporal.PlainDate.from(text)
    : undefined
}

/** So many days are still drawn, as quarters; more would be bars too thin to be seen. */
const mostDays = 5_600

const after = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0
const blank = (text: string | undefined) => text === undefined || text === ''

/** The days of a custom range. Half of one goes on to today, or begins a year before its end. */
function chosenDays(
  { first: from, last: to }: RangeChoice,
  extent: Extent,
  now: Instant,
  zone: string,
  usual: Days,
): Days {
  if (blank(from) && blank(to)) return usual
  const today = dateIn(now, zone)
  const text = (day: Temporal.PlainDate) => dateText(startOfDay(day, zone), zone)
  const instead = (why: string): Days => ({
    ...usual,
    told: `${why}. Shown are the last 52 weeks: choose the days anew.`,
  })
  const last = blank(to) ? today : readDay(to)
  const first = blank(from) ? last?.subtract({ weeks: 52 }) : readDay(from)
  const odd = first ? to : from
  if (!first || !last) return instead(`“${odd?.slice(0, 40)}” in the address is no day, which is written as 2026-03-15`)
  if (after(first, last)) return instead(`The range would end on ${text(last)}, before it begins on ${text(first)}`)
  if (after(first, today))
    return instead(
      `The range begins on ${text(first)}, and ${extent.live ? 'that day has not come yet' : `the data end on ${text(today)}`}`,
    )
  const begun = dateIn(extent.first, zone)
  if (first.until(last).days > mostDays && after(begun, first) && !after(begun, last))
    return {
      first: begun,
      last: after(last, today) ? today : last,
      told: `The range is shown from ${text(begun)} on, where the data begin.`,
    }
  if (after(last, today))
    return {
      first,
      last: today,
      told: `The range is shown up to ${text(today)}: ${extent.live ? 'later days have not come yet' : 'the data end there'}.`,
    }
  return { first, last }
}

/** First and last day wanted. What makes no sense falls back to 52 weeks, and is told. */
export function daysOf(choice: RangeChoice, extent: Extent, now: Instant, zone: string): Days {
  const last = dateIn(now, zone)
  const monday = firstDay(last, 'week')
  if (choice.range === '28d') return { first: last.subtract({ days: 27 }), last }
  if (choice.range === 'quarter') return { first: monday.subtract({ weeks: 12 }), last }
  if (choice.range === 'all') return { first: dateIn(extent.first, zone), last }
  const usual = { first: monday.subtract({ weeks: 51 }), last }
  return choice.range === 'custom' ? chosenDays(choice, extent, now, zone, usual) : usual
}
