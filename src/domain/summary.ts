import { type Dimension, dimensions, type Reckoning, type Within } from './dimension'
import type { IncidentQuery } from './query/incident'
import type { EventQuery } from './query/timeline'
import type { Instant } from './units'

export { type Dimension, dimensions } from './dimension'

/** Calendar units of a zone; weeks begin on Monday. */
export type BucketSize = 'day' | 'week' | 'month'

/** What buckets go by: when incidents opened, or when they were open no more (`stoppedAt`). */
export type BucketMoment = 'opened' | 'stopped'

/**
 * One question whose answer can be added up over sources, shards and batches. With a `clock`, each cell measures it, and
 * open incidents are censored at `now`.
 */
export interface SummaryQuestion extends Reckoning {
  readonly query: IncidentQuery
  /**
   * Calendar buckets in `zone`; `instant`: one for each moment that occurs, for few incidents; absent: one bucket for all.
   */
  readonly bucket?: BucketSize | 'instant'
  /** What the buckets go by: `opened` when absent. */
  readonly moment?: BucketMoment
  readonly by: readonly Dimension[]
}

/**
 * What events are counted by. `outcome`: escalated, grouped, ignored. `pages`, `planned`: yes or no. An event with
 * several workloads counts once for each.
 */
export const eventDimensions = ['rule', 'kind', 'outcome', 'workload', 'severity', 'pages', 'planned'] as const
export type EventDimension = (typeof eventDimensions)[number]

/** One question about events: the cells count and measure nothing. */
export interface EventQuestion {
  readonly query: EventQuery
  /** Calendar buckets of `at` in `zone`; absent: one bucket for all. */
  readonly bucket?: BucketSize
  readonly zone: string
  readonly by: readonly EventDimension[]
}

/**
 * A bag of lengths in milliseconds. `exact`: sorted values. `binned`: counts in logarithmic bins, at most 1 %
 * relative error: bin i holds values in (g^(i-1), g^i] with g = 1.01/0.99, represented by 2·g^i/(g+1); zeros apart.
 */
export type Distribution =
  | { readonly kind: 'exact'; readonly values: readonly number[] }
  | {
      readonly kind: 'binned'
      readonly zeros: number
      readonly bins: readonly (readonly [bin: number, count: number])[]
    }

/** The incidents of one bucket that share a key, counted and measured. */
export interface SummaryCell {
  /**
   * First day of the bucket in the zone asked for (`2026-11-16`), or the instant in UTC (`2026-11-16T08:30:00.000Z`); empty
   * without buckets, and for what is open where they go by `stopped`.
   */
  readonly bucket: string
  /** One value for each of `by`; `''` where the record has none. Severity as `1`…`5`, hourOfWeek 0 (Monday 00:00)…167; the rest: `valuesOf`. */
  readonly key: readonly string[]
  readonly count: number
  /** Lengths of intervals that ended, and ages of those still open at `now`. */
  readonly closed: Distribution
  readonly open: Distribution
  /** Left out: the source lacks a moment; the end lies before the start. */
  readonly missing: number
  readonly faults: number
}

/** A mergeable value: cells with equal bucket and key add up; the empty summary has no cells. */
export interface Summary {
  readonly cells: readonly SummaryCell[]
}

/**
 * The incidents behind a cell, or behind several that share the part of the key that is given: exactly those which the
 * question counted there. `span` is that of a bucket of `opened`, from its first instant to that of the next.
 */
export function behind(
  question: SummaryQuestion,
  key: Partial<Readonly<Record<Dimension, readonly string[]>>>,
  span?: { readonly from: Instant; readonly to: Instant },
): IncidentQuery {
  const { query, zone, now, locked, clock, fixes } = question
  const reckoning = {
    zone,
    now,
    ...(locked && { locked }),
    ...(clock && { clock }),
    ...(fixes && { fixes }),
  }
  const limits = dimensions.flatMap((by): readonly Within[] => {
    const values = key[by]
    return values ? [{ by, values, ...reckoning }] : []
  })
  const later = (left: Instant | undefined, right: Instant) => (left !== undefined && left > right ? left : right)
  const earlier = (left: Instant | undefined, right: Instant) => (left !== undefined && left < right ? left : right)
  return {
    ...query,
    ...(span && { openedFrom: later(query.openedFrom, span.from), openedTo: earlier(query.openedTo, span.to) }),
    ...((query.within || limits.length > 0) && { within: [...(query.within ?? []), ...limits] }),
  }
}
