import { bytes, floats, numbers } from './arrays'
import { type clockReader, closed, missing, open } from './clock'
import type { Dealt } from './deal'
import { writtenExact, writtenInBins } from './lengths'
import type { Readings } from './parcel'

/**
 * An answer of more lengths than this tells them in bins: what travels to the page and is worked on there stays about the
 * same from here to any number. One limit for all of an answer's cells, for the page adds them up.
 */
const exactUpTo = 100_000

/** The lengths of the things of one kind, of which there are `count`. */
function lengthsOf(kind: number, count: number, kinds: Uint8Array, lengths: Float64Array, cellOf: Uint32Array) {
  const found = { cellOf: numbers(count), values: floats(count) }
  let used = 0
  for (let at = 0; at < kinds.length; at += 1) {
    if (kinds[at] !== kind) continue
    found.cellOf[used] = cellOf[at]!
    found.values[used] = lengths[at]!
    used += 1
  }
  return found
}

/** What the clock reads in each cell. */
export function measured({ rows, cells, cellOf }: Dealt, read: ReturnType<typeof clockReader>): Readings {
  const cellsAt = cellOf()
  const kinds = bytes(rows.length)
  const lengths = floats(rows.length)
  const without = numbers(cells.counts.length)
  const wrong = numbers(cells.counts.length)
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
  const write = ends + ages > exactUpTo ? writtenInBins : writtenExact
  const written = (kind: number, count: number) =>
    write({ cells: cells.counts.length, ...lengthsOf(kind, count, kinds, lengths, cellsAt) })
  return { missing: without, faults: wrong, closed: written(closed, ends), open: written(open, ages) }
}
