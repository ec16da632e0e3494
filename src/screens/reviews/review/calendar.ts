import ical, { ICalEventTransparency } from 'ical-generator'
import { declaredIn } from '../../../domain/holders'
import { type Role, roleNames } from '../../../domain/ownership'
import type { ReviewDuty } from '../../../domain/reviews'
import { day24, type Id } from '../../../domain/units'
import type { Book } from '../model/book'
import { dateOr, reviewNames } from '../model/words'

type Told = Pick<Book, 'now' | 'zone' | 'name' | 'workloadName'>

/** One line for each thing a person must know who only sees the calendar. */
function descriptionOf({ standing, group, due, reviewers, approvers }: ReviewDuty, told: Told, link: string): string {
  const { zone, name, workloadName } = told
  const parties = (ids: readonly Id[], none: string) => (ids.length === 0 ? none : ids.map(name).join(', '))
  const holding = (role: Role) =>
    `${roleNames[role]}: ${parties(declaredIn(standing.assignments, role), standing.records.owners ? 'nobody' : 'not recorded')}`
  return [
    `Workload: ${workloadName(standing.activity.workload)}`,
    holding('A'),
    holding('R'),
    `Reviewers: ${parties(reviewers, 'nobody is named')}`,
    `Approvers: ${parties(approvers, 'nobody is named')}`,
    `Last reviewed: ${dateOr(standing.activity.review?.last, zone)}`,
    `Due: ${dateOr(due, zone)} (${reviewNames[group].toLowerCase()})`,
    `Confirm it: ${link}`,
  ].join('\n')
}

/** The same for the same activity in every export: a calendar then moves the event and does not double it. */
const uidOf = (activity: Id): string => `review-${encodeURIComponent(activity)}@watchbill`

/**
 * The library draws an id for each event before it takes ours, from a function that browsers lack where the app is
 * served over plain http. There it gets one for as long as it works, whose ids nobody sees.
 */
function withIds<T>(work: () => T): T {
  if ('randomUUID' in crypto) return work()
  Object.defineProperty(crypto, 'randomUUID', { value: () => '', configurable: true })
  try {
    return work()
  } finally {
    Reflect.deleteProperty(crypto, 'randomUUID')
  }
}

/**
 * Review dates as an iCalendar text (RFC 5545): one event a day long for each review that has a date, on the day it is
 * due in the zone shown. `link` gives the absolute address of an activity.
 */
export const calendarOf = (duties: readonly ReviewDuty[], told: Told, link: (activity: Id) => string): string =>
  withIds(() => {
    const calendar = ical({
      name: 'Ownership reviews',
      prodId: { company: 'Watchbill', product: 'Reviews', language: 'EN' },
    })
    for (const duty of duties) {
      const { id, name, workload, review } = duty.standing.activity
      if (duty.due === undefined) continue
      calendar.createEvent({
        id: uidOf(id),
        // Counts up with each review: the later export wins.
        sequence: Math.max(0, Math.floor((review?.last ?? 0) / day24)),
        stamp: new Date(told.now),
        start: Temporal.Instant.fromEpochMilliseconds(duty.due).toZonedDateTimeISO(told.zone).toPlainDate(),
        allDay: true,
        summary: `Review: ${name} (${told.workloadName(workload)})`,
        description: descriptionOf(duty, told, link(id)),
        url: link(id),
        // A date to keep in mind, not time that is taken.
        transparency: ICalEventTransparency.TRANSPARENT,
      })
    }
    return calendar.toString()
  })
