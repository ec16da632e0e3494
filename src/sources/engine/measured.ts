import { bytes, floats, numbers } from './arrays'
import { type clockReader, closed, fault, missing, open } from './clock'
import type { Dealt } from './deal'
import { type Bins, binsFor, writtenExact, writtenInBins } from './lengths'
import type { Readings } from './parcel'

/**
 * An answer of more lengths than this tells them in bins: what travels to the page and is worked on there stays about the
 * same from here to any number. One limit for all of an answer's cells, for the page adds them up.
 */
const exactUpTo = 100_000

// A pass for each, not a shared one with a function for what differs: it costs several times as much on this path.

/** The lengths that stand in the readings of one kind, of which there are `count`, and their cells. */
function lengthsOf(kind: number, count: number, { kinds, lengths }: Read, cellsAt: Uint32Array) {
  const [cellOf, values] = [numbers(count), floats(count)]
  let used = 0
  for (let at = 0; used < count; at += 1) {
    if (kinds[at] !== kind) continue
    cellOf[used] = cellsAt[at]!
    values[used] = lengths[at]!
    used += 1
  }
  return { cellOf, values }
}

/** The bins of the lengths that ended, and their cells. */
function binsOfEnded({ kinds, ends }: Read, rows: Uint32Array, cellsAt: Uint32Array, { of }: Bins) {
  const [cellOf, bins] = [numbers(ends), new Uint16Array(ends)]
  let used = 0
  for (let at = 0; used < ends; at += 1) {
    if (kinds[at] !== closed) continue
    cellOf[used] = cellsAt[at]!
    bins[used] = of[rows[at]!]!
    used += 1
  }
  return { cellOf, bins }
}

/** What a clock reads of some rows: the kind of each, its length where it has one, and how many have an end, an age, a fault. */
export interface Read {
  readonly kinds: Uint8Array
  readonly lengths: Float64Array
  readonly ends: number
  readonly ages: number
  readonly faults: number
}

/** Reads the clock of each row once, whatever cells the rows are dealt into. */
export function readRows(rows: Uint32Array, read: ReturnType<typeof clockReader>): Read {
  const kinds = bytes(rows.length)
  const lengths = floats(rows.length)
  let ends = 0
  let ages = 0
  let faults = 0
  for (let at = 0; at < rows.length; at += 1) {
    const kind = read(rows[at]!, lengths, at)
    kinds[at] = kind
    if (kind === closed) ends += 1
    else if (kind === open) ages += 1
    else if (kind === fault) faults += 1
  }
  return { kinds, lengths, ends, ages, faults }
}

/** How many readings of one kind each cell has. */
function countOf(kind: number, kinds: Uint8Array, cellOf: Uint32Array, cells: number): Uint32Array {
  const counts = numbers(cells)
  for (let at = 0; at < kinds.length; at += 1) if (kinds[at] === kind) counts[cellOf[at]!]! += 1
  return counts
}

/** What the clock reads in each cell. `bins` gives the bins of the lengths that ended, row by row. */
export function measured({ rows, cells, cellOf }: Dealt, read: Read, bins: () => Bins): Readings {
  const { kinds, ends, ages, faults } = read
  const cellsAt = cellOf()
  const span = cells.counts.length
  const without = (kind: number, count: number) => (count === 0 ? numbers(span) : countOf(kind, kinds, cellsAt, span))
  const told = {
    missing: without(missing, rows.length - ends - ages - faults),
    faults: without(fault, faults),
  }
  const burning = lengthsOf(open, ages, read, cellsAt)
  if (ends + ages <= exactUpTo) {
    const ended = lengthsOf(closed, ends, read, cellsAt)
    return {
      ...told,
      closed: writtenExact({ cells: span, ...ended }),
      open: writtenExact({ cells: span, ...burning }),
    }
  }
  const ofRows = bins()
  const ended = binsOfEnded(read, rows, cellsAt, ofRows)
  return {
    ...told,
    closed: writtenInBins(span, ended.cellOf, { ...ofRows, of: ended.bins }),
    open: writtenInBins(span, burning.cellOf, binsFor(burning.values)),
  }
}
