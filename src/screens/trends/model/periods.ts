import type { BucketSize } from '../../../domain/summary'
import { type Bucket, buckets, isPartial } from '../../../domain/time/buckets'
import { dateText, weekdayText } from '../../../domain/time/format'
import type { Instant } from '../../../domain/units'

/** Length of a bar. Quarters are three months added up. */
export type Step = BucketSize | 'quarter'
export const steps: readonly Step[] = ['day', 'week', 'month', 'quarter']

/** One bar: a calendar period. */
export interface Period {
  readonly start: Instant
  readonly end: Instant
  /** Its first day, `2026-11-16`. */
  readonly label: string
  /** `Week of 16 Nov 2026`. */
  readonly name: string
  /** Labels of the buckets of a summary that it adds up: itself, or the months of a quarter. */
  readonly buckets: readonly string[]
  /** Not over yet, or begun before the first record. */
  readonly partial: boolean
}

/** The bucket size to ask a summary for. */
export const bucketFor = (step: Step): BucketSize => (step === 'quarter' ? 'month' : step)

const quarterOf = (label: string): string => `Q${Math.ceil(Number(label.slice(5, 7)) / 3)} ${label.slice(0, 4)}`

function nameOf({ start, label }: Pick<Bucket, 'start' | 'label'>, step: Step, zone: string): string {
  const date = dateText(start, zone)
  if (step === 'day') return `${weekdayText(start, zone)} ${date}`
  if (step === 'week') return `Week of ${date}`
  return step === 'month' ? date.slice(date.indexOf(' ') + 1) : quarterOf(label)
}

/** The name of a period inside a sentence: `the week of 16 Nov 2026`. */
export const inText = ({ name }: Pick<Period, 'name'>): string => name.replace(/^Week/, 'the week')

/** Groups that tile: each bucket alone, or the three months of a quarter. */
function grouped(all: readonly Bucket[], step: Step): readonly (readonly Bucket[])[] {
  if (step !== 'quarter') return all.map((bucket) => [bucket])
  const groups: Bucket[][] = []
  for (const bucket of all) {
    const last = groups.at(-1)
    if (last?.[0] && quarterOf(last[0].label) === quarterOf(bucket.label)) last.push(bucket)
    else groups.push([bucket])
  }
  return groups
}

/** The periods that cover [from, to), each told whether it is whole at `now` and since the first record. */
export function periodsOf(
  from: Instant,
  to: Instant,
  step: Step,
  zone: string,
  now: Instant,
  since: Instant,
): readonly Period[] {
  return grouped(buckets(from, to, bucketFor(step), zone), step).flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)]
    if (!first || !last) return []
    const { start, label } = first
    // A period that ended before the first record is empty, not partial.
    const partial = isPartial({ ...first, end: last.end }, now, last.end > since ? since : undefined)
    const whole = step !== 'quarter' || group.length === 3
    return {
      start,
      end: last.end,
      label,
      name: nameOf(first, step, zone),
      buckets: group.map((bucket) => bucket.label),
      partial: partial || !whole,
    }
  })
}

/** At most about eight names under the bars, where a month, a week or a year begins. */
export function ticksOf(periods: readonly Period[], step: Step, zone: string) {
  const dates = periods.map(({ start }) => dateText(start, zone).split(' '))
  const byMonth = step === 'month' || (step === 'week' && periods.length > 26)
  const places = periods
    .map((_period, index) => index)
    .filter((index) => !byMonth || index === 0 || dates[index]?.[1] !== dates[index - 1]?.[1])
    // A month that began before the first bar is named only if most of it is seen.
    .filter((index) => index > 0 || !byMonth || Number(dates[0]?.[0]) <= 14)
  const every = Math.ceil(places.length / 8)
  const chosen = places.filter((_place, nth) => nth % every === 0)
  return chosen.flatMap((index, nth) => {
    const period = periods[index]
    const [day, month, year] = dates[index] ?? []
    const before = chosen[nth - 1]
    if (!period) return []
    if (step === 'quarter') return [{ key: period.label, label: quarterOf(period.label) }]
    const name = byMonth ? `${month}` : `${day} ${month}`
    const newYear = before !== undefined && dates[before]?.[2] !== year
    return [{ key: period.label, label: newYear ? `${name} ${year}` : name }]
  })
}
