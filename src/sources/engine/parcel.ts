import { emptyDistribution } from '../../domain/distribution'
import type { Summary, SummaryCell } from '../../domain/summary'
import { numbers, type Ranks } from './arrays'
import type { Cells } from './cells'
import { readerOf } from './lengths'

/** What a clock read in the cells. */
export interface Readings {
  readonly missing: Uint32Array
  readonly faults: Uint32Array
  /** The lengths that ended, and the ages of the open ones, in each cell: as `lengths.ts` writes them. */
  readonly closed: Float64Array
  readonly open: Float64Array
}

/**
 * A summary as it travels from thread to thread: a few arrays. As objects, a summary of thousands of cells, or of
 * thousands of lengths, would take a page longer to receive than it may be blocked.
 */
export interface Parcel {
  /** The texts of the buckets, and of each place of the key. */
  readonly texts: readonly (readonly string[])[]
  /** For each of those the number of the text of every cell. */
  readonly codes: readonly Uint32Array[]
  readonly counts: Uint32Array
  /** Absent where the question has no clock. */
  readonly readings?: Readings
}

/** What nobody counts. */
export const emptyParcel = (): Parcel => ({ texts: [], codes: [], counts: numbers(0) })

/** The texts that occur in a column, and for each cell the number of its one. A dictionary may hold many more. */
function occurringTexts({ texts }: Ranks, column: Uint32Array): readonly [readonly string[], Uint32Array] {
  const numberOf = numbers(texts.length)
  for (let cell = 0; cell < column.length; cell += 1) numberOf[column[cell]!] = 1
  const kept: string[] = []
  for (const [rank, text] of texts.entries()) if (numberOf[rank] === 1) numberOf[rank] = kept.push(text) - 1
  return [kept, column.map((rank) => numberOf[rank]!)]
}

/** Makes a parcel of cells, whose columns hold ranks. */
export function packed({ columns, counts }: Cells, ranks: readonly Ranks[], readings?: Readings): Parcel {
  const parts = ranks.map((each, at) => occurringTexts(each, columns[at]!))
  return {
    texts: parts.map(([texts]) => texts),
    codes: parts.map(([, codes]) => codes),
    counts,
    ...(readings && { readings }),
  }
}

/** The arrays of a parcel, which can be handed over to another thread instead of copied. */
export function buffersOf({ codes, counts, readings }: Parcel): ArrayBufferLike[] {
  const read = readings ? [readings.missing, readings.faults, readings.closed, readings.open] : []
  return [...codes, counts, ...read].map(({ buffer }) => buffer)
}

/** The summary that a parcel holds. */
export function unpacked({ texts, codes, counts, readings }: Parcel): Summary {
  const textAt = (place: number, cell: number): string => texts[place]?.[codes[place]![cell]!] ?? ''
  const places = texts.slice(1).map((_, at) => at + 1)
  const closed = readings && readerOf(readings.closed)
  const open = readings && readerOf(readings.open)
  return {
    cells: Array.from(counts, (count, cell): SummaryCell => ({
      bucket: textAt(0, cell),
      key: places.map((place) => textAt(place, cell)),
      count,
      closed: closed?.() ?? emptyDistribution,
      open: open?.() ?? emptyDistribution,
      missing: readings?.missing[cell] ?? 0,
      faults: readings?.faults[cell] ?? 0,
    })),
  }
}
