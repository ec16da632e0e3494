import { timeText } from '../time/format'
import type { Instant } from '../units'

/** Hours of every day by the clock on the wall of a zone: [from, to), in minutes after midnight. `to` may lie on the next day. */
export interface Hours {
  readonly from: number
  readonly to: number
}

/** As they are written in an address: `22:00-06:30`. */
export const hoursForm = 'hours such as 22:00-06:30'

const time = String.raw`([01]?\d|2[0-4]):([0-5]\d)`
const form = new RegExp(`^${time}-${time}$`)

/** Undefined for what is no such text, for hours that do not exist, and where both are the same: nobody means that. */
export function readHours(text: string): Hours | undefined {
  const found = form.exec(text.replaceAll(/\s|–/g, (each) => (each === '–' ? '-' : '')))
  if (!found) return undefined
  const [from = 0, fromMinute = 0, to = 0, toMinute = 0] = found.slice(1).map(Number)
  const hours = { from: from * 60 + fromMinute, to: to * 60 + toMinute }
  const longest = 24 * 60
  return hours.from < longest && hours.to <= longest && hours.from !== hours.to ? hours : undefined
}

const ofText = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

/** Whether a moment lies in the hours, as the clocks of the zone show it: summer time changes nothing about 22:00. */
export function isWithin({ from, to }: Hours, at: Instant, zone: string): boolean {
  const now = ofText(timeText(at, zone))
  return from < to ? from <= now && now < to : now >= from || now < to
}

/** `06:30`: when the hours end. */
export const endText = ({ to }: Hours): string =>
  `${String(Math.floor(to / 60) % 24).padStart(2, '0')}:${String(to % 60).padStart(2, '0')}`
