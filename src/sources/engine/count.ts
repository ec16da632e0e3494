import type { Distribution, Summary, SummaryCell, SummaryQuestion } from '../../domain/summary'
import { binned, emptyDistribution } from '../../domain/distribution'
import { addUp } from '../../domain/summarise'
import { numbers } from './arrays'
import type { Axes } from './axes'
import type { Axis } from './axis'
import { type Dealt, deal } from './cells'
import { clockReader, closed, fault, missing, open } from './clock'
import type { IncidentColumns } from './columns'

/** Counts incidents in columns. Says exactly what `summarise` of the domain says of the same incidents. */
export interface Counter {
  count(rows: Uint32Array, question: SummaryQuestion): Summary
}

/**
 * A cell with more lengths than this tells them in bins: what travels to the page and is worked on there stays the same
 * from here to any number. Cells with fewer cost the page less as they are: a bin takes far longer to receive than a number.
 */
const exactUpTo = 100_000

/** The lengths of one kind, behind one another cell by cell and sorted in each; in bins where they are very many. */
function distributions(kind: number, kinds: Uint8Array, lengths: Float64Array, dealt: Dealt): readonly Distribution[] {
  const ends = numbers(dealt.cells.length)
  for (let at = 0; at < kinds.length; at += 1) if (kinds[at] === kind) ends[dealt.cellOf[at]!]! += 1
  let total = 0
  for (let cell = 0; cell < ends.length; cell += 1) {
    const count = ends[cell]!
    ends[cell] = total
    total += count
  }
  const starts = ends.slice()
  const values = new Float64Array(total)
  for (let at = 0; at < kinds.length; at += 1)
    if (kinds[at] === kind) {
      const cell = dealt.cellOf[at]!
      values[ends[cell]!] = lengths[at]!
      ends[cell]! += 1
    }
  return Array.from(starts, (start, cell) => {
    const own = values.subarray(start, ends[cell])
    return own.length > exactUpTo ? binned(own) : { kind: 'exact', values: Array.from(own.sort()) }
  })
}

/** How often each cell occurs among the rows, or among those of one kind. */
function counts({ cellOf, cells }: Dealt, kinds?: Uint8Array, kind?: number): Uint32Array {
  const counted = numbers(cells.length)
  for (let at = 0; at < cellOf.length; at += 1) if (kinds?.[at] === kind) counted[cellOf[at]!]! += 1
  return counted
}

type Measured = Pick<SummaryCell, 'closed' | 'open' | 'missing' | 'faults'>
const unmeasured: Measured = { closed: emptyDistribution, open: emptyDistribution, missing: 0, faults: 0 }

/** What the clock reads in each cell. */
function measure(dealt: Dealt, read: ReturnType<typeof clockReader>): (cell: number) => Measured {
  const kinds = new Uint8Array(dealt.rows.length)
  const lengths = new Float64Array(dealt.rows.length)
  for (let at = 0; at < kinds.length; at += 1) kinds[at] = read(dealt.rows[at]!, lengths, at)
  const ended = distributions(closed, kinds, lengths, dealt)
  const burning = distributions(open, kinds, lengths, dealt)
  const without = counts(dealt, kinds, missing)
  const wrong = counts(dealt, kinds, fault)
  return (cell) => ({
    closed: ended[cell] ?? emptyDistribution,
    open: burning[cell] ?? emptyDistribution,
    missing: without[cell] ?? 0,
    faults: wrong[cell] ?? 0,
  })
}

/** Counts the rows in the cells of all axes, the first of which is the bucket. */
export function cellsOf(
  dealt: Dealt,
  axes: readonly Axis[],
  measured: (cell: number) => Measured = () => unmeasured,
): Summary {
  const counted = counts(dealt)
  const cells = dealt.cells.map((codes, cell): SummaryCell => {
    const [bucket = '', ...key] = codes.map((code, axis) => axes[axis]?.text(code) ?? '')
    return { bucket, key, count: counted[cell] ?? 0, ...measured(cell) }
  })
  // Sorts the cells as the domain does, and joins a value that is '' with no value at all.
  return addUp(cells)
}

export const counterOf = (columns: IncidentColumns, axes: Axes): Counter => ({
  count: (rows, question) => {
    const { bucket, zone, by, clock } = question
    const chosen = [axes.bucket(bucket, zone), ...by.map((dimension) => axes.dimension(dimension, question))]
    const dealt = deal(rows, chosen)
    return cellsOf(dealt, chosen, clock && measure(dealt, clockReader(columns, clock, question)))
  },
})
