import type { TimelineEntry } from './timeline'
import { between, type Duration, duration, minute } from './units'

/** Written down this long after it happened is normal; later is worth telling. */
export const promptly = duration(5 * minute)

/** How much later than it happened an entry was written down, where that is worth telling. */
export function lateBy(entry: TimelineEntry): Duration | undefined {
  if (entry.recordedAt === undefined) return undefined
  const late = between(entry.at, entry.recordedAt)
  return late > promptly ? late : undefined
}

const minuteOf = (entry: TimelineEntry): number => Math.floor(entry.at / minute)

/**
 * Entries in the order they are told. Sources often know only the minute: within one, the source's own sequence says
 * what came first.
 */
export function narrated(entries: readonly TimelineEntry[], newestFirst: boolean): readonly TimelineEntry[] {
  const ordered = entries.toSorted(
    (left, right) => minuteOf(left) - minuteOf(right) || left.sequence - right.sequence || left.at - right.at,
  )
  return newestFirst ? ordered.toReversed() : ordered
}
