/** What a part of each bar is called and drawn with. */
export interface SeriesLook {
  readonly key: string
  readonly label: string
  /** CSS colour, from the tokens. */
  readonly fill: string
  /** Drawn over the colour, so that no part is told by its colour alone; severities are told by their order. */
  readonly texture?: Texture
}

export const textures = ['plain', 'rising', 'dots', 'level', 'falling', 'upright'] as const
export type Texture = (typeof textures)[number]

export const happenings = ['fix', 'release', 'transfer'] as const
export type HappeningKind = (typeof happenings)[number]

/** What was done in a period, of one kind. */
export interface Happening {
  /** Index into the bars. */
  readonly index: number
  readonly kind: HappeningKind
  readonly count: number
  /** `Fix of PRB-104 declared on 3 Oct 2026`. */
  readonly text: string
}

/** One calendar period, drawn as a stacked bar. */
export interface PeriodBar {
  /** First day of the period. */
  readonly key: string
  /** `Week of 20 Jul 2026`. */
  readonly label: string
  /** Counts in the order of the series, which is the order of drawing: lowest first. */
  readonly values: readonly number[]
  readonly total: number
  /** What it says instead of its count: `median 3 h 06 m, n = 25`. */
  readonly words?: string
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
  readonly series: readonly SeriesLook[]
  readonly levels: readonly LevelStretch[]
  readonly signals: readonly BarSignal[]
  readonly blanks: readonly BlankStretch[]
  /** At most one of a kind in each period. Kinds that the reader switched off are not among them. */
  readonly happened: readonly Happening[]
  readonly ticks: readonly { readonly key: string; readonly label: string }[]
  /** Marks of the value axis, where they are no counts. */
  readonly marks?: readonly { readonly at: number; readonly label: string }[]
  /** Highest value the axis must reach. */
  readonly top: number
}
