import { bytes, floats, numbers } from './arrays'
import { type clockReader, closed, missing, open } from './clock'
import type { Dealt } from './deal'
import { binNumber, writtenExact, writtenInBins } from './lengths'
import type { Readings } from './parcel'

/**
 * An answer of more lengths than this tells them in bins: what travels to the page and is worked on there stays about the
 * same from here to any number. One limit for all of an answer's cells, for the page adds them up.
 */
const exactUpTo = 100_000

/** What stands in the readings of one kind, of which there are `count`. */
function ofKind(kind: number, count: number, kinds: Uint8Array, cellOf: Uint32Array, valueAt: (at: number) => number) {
  const found = { cellOf: numbers(count), values: floats(count) }
  let used = 0
  for (let at = 0; at < kinds.length; at += 1) {
    if (kinds[at] !== kind) continue
    found.cellOf[used] = cellOf[at]!
    found.values[used] = valueAt(at)
    used += 1
  }
  return found
}

/** What the clock reads in each cell. `bins` gives the bins of the lengths that ended, row by row. */
export function measured(
  { rows, cells, cellOf }: Dealt,
  read: ReturnType<typeof clockReader>,
  bins: () => Float64Array,
): Readings {
  const cellsAt = cellOf()
  const span = cells.counts.length
  const kinds = bytes(rows.length)
  const lengths = floats(rows.length)
  const without = numbers(span)
  const wrong = numbers(span)
  let ends = 0
  let ages = 0
  for (let at = 0; at < rows.length; at += 1) {
    const kind = read(rows[at]!, lengths, at)
    kinds[at] = kind
    if (kind === closed) ends += 1
    else if (kind === open) ages += 1
    else if (kind === missing) without[cellsAt[at]!]! += 1
    else wrong[cellsAt[at]!]! += 1
  }
  const told = { missing: without, faults: wrong }
  if (ends + ages <= exactUpTo) {
    const exact = (kind: number, count: number) =>
      writtenExact({ cells: span, ...ofKind(kind, count, kinds, cellsAt, (at) => lengths[at]!) })
    return { ...told, closed: exact(closed, ends), open: exact(open, ages) }
  }
  const binOfRow = bins()
  const ended = ofKind(closed, ends, kinds, cellsAt, (at) => binOfRow[rows[at]!]!)
  const burning = ofKind(open, ages, kinds, cellsAt, (at) => binNumber(lengths[at]!))
  return {
    ...told,
    closed: writtenInBins({ cells: span, ...ended }),
    open: writtenInBins({ cells: span, ...burning }),
  }
}
