import type { FigureTable } from '../../../charts'
import { hourOfWeek, weekdays } from '../../../charts/hours'
import { collapse } from '../../../domain/summarise'
import type { Summary } from '../../../domain/summary'
import { sum } from './counts'
import { count, counted } from './words'

/** Below this a pattern over 168 hours is luck. */
export const fewestForPattern = 100

export interface HoursView {
  /** By hour of the week, 0 = Monday 00:00. */
  readonly counts: readonly number[]
  readonly total: number
  readonly sentence: string
  readonly table: FigureTable
}

const office = (index: number): boolean => index < 120 && index % 24 >= 8 && index % 24 < 18

/** When incidents start, from a summary by hour of the week in the zone shown; `to` leads to those of an hour. */
export function hoursView(summary: Summary, to?: (hour: number) => string): HoursView {
  const counts = Array.from({ length: 168 }, () => 0)
  for (const { key, count: n } of collapse(summary, [0], true).cells) counts[Number(key[0])] = n
  const total = sum(counts)
  const most = counts.indexOf(Math.max(...counts))
  const byDay = sum(counts.filter((_count, index) => office(index)))
  const sentence =
    total < fewestForPattern
      ? `${counted(total, 'incident')}: too few to tell a pattern over the 168 hours of a week.`
      : `Most start ${hourOfWeek(most)} (${count(counts[most] ?? 0)}); ${Math.round((100 * byDay) / total)} % from Monday to Friday, 08:00 to 18:00, which is 30 % of the week; n = ${count(total)}.`
  return {
    counts,
    total,
    sentence,
    table: {
      caption: 'Incidents by hour of day and weekday of their start',
      columns: ['Hour', ...weekdays.map((day) => day.slice(0, 3))],
      rows: Array.from({ length: 24 }, (_, hour) => ({
        key: String(hour),
        cells: [
          `${String(hour).padStart(2, '0')}:00`,
          ...weekdays.map((_day, day) => count(counts[day * 24 + hour] ?? 0)),
        ],
        ...(to && {
          links: [
            undefined,
            ...weekdays.map((_day, day) => (counts[day * 24 + hour] ? to(day * 24 + hour) : undefined)),
          ],
        }),
      })),
    },
  }
}
