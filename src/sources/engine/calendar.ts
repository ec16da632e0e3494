import type { BucketSize } from '../../domain/summary'
import { bucketLabeller, instantLabel } from '../../domain/time/buckets'
import { hourOfWeek, localDay, type OffsetSegment, offsetSegments } from '../../domain/time/zone'
import { day24, instant } from '../../domain/units'
import { bytes, CodeColumn, numbers } from './arrays'
import { type Axis, numbered, single, undivided } from './axis'

/** The moments by which rows fall into hours and days: the first `count` of them. */
export interface Moments {
  readonly at: Float64Array
  readonly count: number
}

/** Moments that never come (+Infinity) take no part. */
function segmentsOf({ at, count }: Moments, zone: string): readonly OffsetSegment[] {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (let row = 0; row < count; row += 1) {
    const moment = at[row]!
    if (moment === Number.POSITIVE_INFINITY) continue
    from = Math.min(from, moment)
    to = Math.max(to, moment)
  }
  return from > to ? [] : offsetSegments(instant(from - day24), instant(to + day24), zone)
}

/** Rows by the hour of the week in the zone. */
export function hourAxis(moments: Moments, zone: string): Axis {
  const segments = segmentsOf(moments, zone)
  const { at, count } = moments
  const hours = bytes(count)
  for (let row = 0; row < count; row += 1) hours[row] = hourOfWeek(instant(at[row]!), segments)
  return numbered(hours, 168, String)
}

/** A few of the rows, each instant a bucket. The others have no code that means anything. */
export function instantAxis({ at, count }: Moments, rows: Uint32Array): Axis {
  const column = new CodeColumn()
  const codes = numbers(count)
  for (const row of rows) {
    const moment = at[row]!
    if (moment !== Number.POSITIVE_INFINITY) codes[row] = column.dictionary.code(instantLabel(instant(moment)))
  }
  column.codes = codes
  return single(column)
}

/**
 * Rows by calendar bucket in the zone, in none for moments that never come. The calendar is asked once for each day; other
 * rows of that day take its code.
 */
export function bucketAxis(moments: Moments, size: BucketSize | undefined, zone: string): Axis {
  const { at, count } = moments
  if (size === undefined) return undivided(count)
  const segments = segmentsOf(moments, zone)
  const label = bucketLabeller(size, segments)
  const column = new CodeColumn()
  const codeOfDay = new Map<number, number>()
  const codes = numbers(count)
  for (let row = 0; row < count; row += 1) {
    if (at[row]! === Number.POSITIVE_INFINITY) continue
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
