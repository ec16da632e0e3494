import { useMemo } from 'react'
import { useSummary, useZone } from '../../../data'
import type { IncidentQuery } from '../../../domain/query/incident'
import type { BucketSize } from '../../../domain/summary'
import { startOfDay } from '../../../domain/time/zone'
import { day24, type Instant, instant } from '../../../domain/units'
import type { Density, Span } from '../../../ui/swimlane'

const lengths: Readonly<Record<BucketSize, number>> = { day: day24, week: 7 * day24, month: 31 * day24 }

/** Buckets that the eye can still tell apart over so long a time. */
const bucketOf = (limits: Span): BucketSize => {
  const days = (limits.to - limits.from) / day24
  return days <= 200 ? 'day' : days <= 1500 ? 'week' : 'month'
}

/**
 * How many opened over all the time one may go through, whatever part is looked at, by calendar in the shown zone:
 * undefined until it is known.
 */
export function useDensity(filters: IncidentQuery, limits: Span, now: Instant, before: Instant | undefined) {
  const { name: zone } = useZone()
  const bucket = bucketOf(limits)
  const question = useMemo(() => {
    const { order: _order, burningFrom: _from, burningTo: _to, openedTo: _before, ...query } = filters
    return {
      query: { ...query, ...(before !== undefined && { openedTo: instant(before + 1) }) },
      bucket,
      zone,
      by: ['severity'] as const,
      now,
    }
  }, [filters, bucket, zone, now, before])
  const { state, summary } = useSummary(question)
  return useMemo((): Density | undefined => {
    if (state !== 'ready') return undefined
    const found = new Map<string, { count: number; worst: number }>()
    for (const { bucket: day, key, count } of summary.cells) {
      const column = found.get(day) ?? { count: 0, worst: 0 }
      column.count += count
      if (key[0] === '1' || key[0] === '2') column.worst += count
      found.set(day, column)
    }
    return [...found]
      .map(([day, { count, worst }]) => {
        const from = startOfDay(Temporal.PlainDate.from(day), zone)
        return { from, to: from + lengths[bucket], count, worst }
      })
      .toSorted((left, right) => left.from - right.from)
  }, [state, summary, bucket, zone])
}
