import type { BucketSize } from '../../domain/summary'
import { bucketLabeller } from '../../domain/time/buckets'
import { hourOfWeek, localDay, type OffsetSegment, offsetSegments } from '../../domain/time/zone'
import { day24, instant } from '../../domain/units'
import { bytes, CodeColumn, numbers } from './arrays'
import { type Axis, numbered, single, undivided } from './axis'

/** The moments by which rows fall into hours and days: the first `count` of them. */
export interface Moments {
  readonly at: Float64Array
  readonly count: number
}

function segmentsOf({ at, count }: Moments, zone: string): readonly OffsetSegment[] {
  let from = count === 0 ? 0 : Number.POSITIVE_INFINITY
  let to = count === 0 ? 0 : Number.NEGATIVE_INFINITY
  for (let row = 0; row < count; row += 1) {
    from = Math.min(from, at[row]!)
    to = Math.max(to, at[row]!)
  }
  return offsetSegments(instant(from - day24), instant(to + day24), zone)
}

/** Rows by the hour of the week in the zone. */
export function hourAxis(moments: Moments, zone: string): Axis {
  const segments = segmentsOf(moments, zone)
  const { at, count } = moments
  const hours = bytes(count)
  for (let row = 0; row < count; row += 1) hours[row] = hourOfWeek(instant(at[row]!), segments)
  return numbered(hours, 168, String)
}

/** Rows by calendar bucket in the zone. The calendar is asked once for each day; other rows of that day take its code. */
export function bucketAxis(moments: Moments, size: BucketSize | undefined, zone: string): Axis {
  const { at, count } = moments
  if (size === undefined) return undivided(count)
  const segments = segmentsOf(moments, zone)
  const label = bucketLabeller(size, segments)
  const column = new CodeColumn()
  const codeOfDay = new Map<number, number>()
  const codes = numbers(count)
  for (let row = 0; row < count; row += 1) {
    const moment = instant(at[row]!)
    const day = localDay(moment, segments)
    let code = codeOfDay.get(day)
    if (code === undefined) {
      code = column.dictionary.code(label(moment))
      codeOfDay.set(day, code)
    }
    codes[row] = code
  }
  column.codes = codes
  return single(column)
}
