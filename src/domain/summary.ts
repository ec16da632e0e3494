import type { Clock } from './incident'
import type { IncidentQuery } from './query/incident'
import type { Instant } from './units'

/** Calendar units of a zone; weeks begin on Monday. */
export type BucketSize = 'day' | 'week' | 'month'

/** What incidents are counted by. An incident with several workloads or labels counts once for each. */
export const dimensions = ['severity', 'state', 'team', 'workload', 'problem', 'label', 'hourOfWeek'] as const
export type Dimension = (typeof dimensions)[number]

/** One question whose answer can be added up over sources, shards and batches. */
export interface SummaryQuestion {
  readonly query: IncidentQuery
  /** Calendar buckets of `opened` in `zone`; absent: one bucket for all. */
  readonly bucket?: BucketSize
  /** IANA zone, e.g. `Europe/Berlin`. Also the zone of `hourOfWeek`. */
  readonly zone: string
  readonly by: readonly Dimension[]
  /** Measure this clock in each cell. */
  readonly clock?: Clock
  /** Open incidents are censored at this instant. */
  readonly now: Instant
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
  /** First day of the bucket in the zone asked for (`2026-11-16`); empty without buckets. */
  readonly bucket: string
  /** One value for each of `by`; `''` where the record has none. Severity as `1`…`5`, hourOfWeek 0 (Monday 00:00)…167. */
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
