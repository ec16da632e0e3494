import type { BucketSize } from '../summary'
import { type Instant } from '../units'
import { dateOfDay, localDay, type OffsetSegment, startOfDay } from './zone'

/** One day, ISO week or month of the calendar of a zone: [start, end). */
export interface Bucket {
  readonly start: Instant
  readonly end: Instant
  /** Its first day, `2026-11-16`: the same text as `SummaryCell.bucket`. */
  readonly label: string
  /** How people call it: `2026-11-16`, `2026-W47`, `2026-11`. */
  readonly title: string
}

const step: Readonly<Record<BucketSize, Temporal.DurationLike>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
}

/** The first day of the day, ISO week (Monday) or month that a date lies in. */
export function firstDay(date: Temporal.PlainDate, size: BucketSize): Temporal.PlainDate {
  if (size === 'week') return date.subtract({ days: date.dayOfWeek - 1 })
  return size === 'month' ? date.with({ day: 1 }) : date
}

/** `2026-W47`: the ISO 8601 week of a date. The year is that of the week's Thursday, so 2027-01-01 is in 2026-W53. */
export const isoWeek = (date: Temporal.PlainDate): string =>
  `${date.yearOfWeek ?? date.year}-W${String(date.weekOfYear ?? 0).padStart(2, '0')}`

/** How people call the bucket that begins on that day. */
export function titleOf(first: Temporal.PlainDate, size: BucketSize): string {
  if (size === 'week') return isoWeek(first)
  return size === 'month' ? first.toString().slice(0, -3) : first.toString()
}

/**
 * The whole buckets that together cover [from, to), without gap or overlap; the first may begin before `from` and the
 * last end after `to`. Days last 23 to 25 hours where clocks change. A day that a zone skipped has no bucket. Empty
 * unless from < to. Throws a RangeError for an unknown zone.
 */
export function buckets(from: Instant, to: Instant, size: BucketSize, zone: string): readonly Bucket[] {
  if (!(from < to)) return []
  const all: Bucket[] = []
  const dateOfFrom = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate()
  let first = firstDay(dateOfFrom, size)
  let start = startOfDay(first, zone)
  while (start < to) {
    const next = first.add(step[size])
    const end = startOfDay(next, zone)
    if (end > start) all.push({ start, end, label: first.toString(), title: titleOf(first, size) })
    first = next
    start = end
  }
  return all
}

/** The index of the bucket that an instant lies in, -1 when in none. The buckets are sorted and tile. */
export function bucketOf(at: Instant, all: readonly Bucket[]): number {
  let low = 0
  let high = all.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const bucket = all[middle]
    if (bucket === undefined || at < bucket.start) high = middle - 1
    else if (at >= bucket.end) low = middle + 1
    else return middle
  }
  return -1
}

/**
 * The label of the bucket of an instant, for loops over many: a bucket's calendar is asked once per distinct day.
 * The segments must cover the instants asked for.
 */
export function bucketLabeller(size: BucketSize, segments: readonly OffsetSegment[]): (at: Instant) => string {
  const labels = new Map<number, string>()
  return (at) => {
    const day = localDay(at, segments)
    const known = labels.get(day)
    if (known !== undefined) return known
    const label = firstDay(dateOfDay(day), size).toString()
    labels.set(day, label)
    return label
  }
}

/** The label of the bucket that is one instant. */
export const instantLabel = (at: Instant): string => new Date(at).toISOString()

/**
 * Whether a bucket's count is still incomplete: it has not ended at `now`, or it began before `since`, the first moment
 * that there are data for. Such a bucket is marked and takes no part in limits and comparisons.
 */
export const isPartial = (bucket: Bucket, now: Instant, since?: Instant): boolean =>
  now < bucket.end || (since !== undefined && bucket.start < since)
