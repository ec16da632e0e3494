import type { SeverityLook } from './severity'

/** One calendar period, drawn as a stacked bar. */
export interface PeriodBar {
  /** First day of the period. */
  readonly key: string
  /** `Week of 20 Jul 2026`. */
  readonly label: string
  /** Counts in the order of the series, which is the order of drawing: lowest first. */
  readonly values: readonly number[]
  readonly total: number
  /** Why the period is not whole; it takes no part in limits. */
  readonly partial?: string
  /** Where its records are listed. */
  readonly to?: string
}

/** A stretch of periods with one level and its limits of normal variation. Indexes into the bars, both inclusive. */
export interface LevelStretch {
  readonly from: number
  readonly to: number
  readonly mean: number
  /** Absent with too few periods for limits to mean anything. */
  readonly limits?: { readonly lower: number; readonly upper: number }
}

/** A period that stands out, with the words to say so. */
export interface BarSignal {
  readonly index: number
  readonly text: string
  readonly detail?: string
  /** Whether the words are drawn, or only the ring. */
  readonly spoken: boolean
}

/** Periods no data speak of: before the first record or after the last one. */
export interface BlankStretch {
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface BarsModel {
  readonly bars: readonly PeriodBar[]
  /** Lowest first. */
  readonly series: readonly SeverityLook[]
  readonly levels: readonly LevelStretch[]
  readonly signals: readonly BarSignal[]
  readonly blanks: readonly BlankStretch[]
  readonly ticks: readonly { readonly key: string; readonly label: string }[]
  /** Highest value the axis must reach. */
  readonly top: number
}
