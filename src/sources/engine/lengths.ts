import { binOf, emptyDistribution } from '../../domain/distribution'
import type { Distribution } from '../../domain/summary'
import { floats, numbers, roomFor } from './arrays'

/** Numbers, each in one of `cells` cells. */
export interface InCells {
  readonly cells: number
  readonly cellOf: Uint32Array
  readonly values: Float64Array
}

// A distribution is written as numbers. Exact: how many lengths, then each, ascending. Binned: −1 − how many bins, how
// many zeros, then of each bin its number and its count. Those of all cells stand behind one another.

/** Where the values of each cell begin once they are put in the order of cells; one more at the end. */
function startsOf(cells: number, cellOf: Uint32Array): Uint32Array {
  const starts = numbers(cells + 1)
  for (let at = 0; at < cellOf.length; at += 1) starts[cellOf[at]! + 1]! += 1
  for (let cell = 0; cell < cells; cell += 1) starts[cell + 1]! += starts[cell]!
  return starts
}

/** The distribution of each cell's lengths, exact. */
export function writtenExact({ cells, cellOf, values }: InCells): Float64Array {
  const starts = startsOf(cells, cellOf)
  const next = starts.slice()
  const sorted = floats(values.length)
  for (let at = 0; at < cellOf.length; at += 1) {
    const cell = cellOf[at]!
    sorted[next[cell]!] = values[at]!
    next[cell]! += 1
  }
  const written = floats(cells + sorted.length)
  for (let cell = 0; cell < cells; cell += 1) {
    const [from, to] = [starts[cell]!, starts[cell + 1]!]
    written[from + cell] = to - from
    if (from < to) written.set(sorted.subarray(from, to).sort(), from + cell + 1)
  }
  return written
}

/** The bin of each length as a small number: 0 for a length of nothing, then from the bin `least` on, below `width`. */
export interface Bins {
  readonly of: Uint16Array
  readonly least: number
  readonly width: number
}

/** The bins of lengths; of what is no length, none that means something. */
export function binsFor(lengths: Float64Array): Bins {
  const bins = new Int32Array(lengths.length)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < lengths.length; at += 1) {
    if (!(lengths[at]! > 0)) continue
    const bin = binOf(lengths[at]!)
    bins[at] = bin
    if (bin < least) least = bin
    if (bin > most) most = bin
  }
  if (most < least) return { of: new Uint16Array(lengths.length), least: 0, width: 1 }
  const of = new Uint16Array(lengths.length)
  for (let at = 0; at < of.length; at += 1) if (lengths[at]! > 0) of[at] = bins[at]! - least + 1
  return { of, least, width: most - least + 2 }
}

/** To write into before it is known how much there is: new memory of that size each time costs as much as the counting. */
let scratch = floats(0)

/** The distribution of each cell, in bins where there are any lengths; `of` holds the bin of each length in `cellOf`. */
export function writtenInBins(cells: number, cellOf: Uint32Array, { of, least, width }: Bins): Float64Array {
  const starts = startsOf(cells, cellOf)
  const next = starts.slice()
  // Two bytes each: what is put in order here stays near the processor.
  const sorted = new Uint16Array(of.length)
  for (let at = 0; at < cellOf.length; at += 1) {
    const cell = cellOf[at]!
    sorted[next[cell]!] = of[at]!
    next[cell]! += 1
  }
  // One small table, for each cell in turn, for the same reason.
  const counts = numbers(width)
  scratch = roomFor(scratch, 2 * cells + 2 * Math.min(of.length, cells * width), floats)
  const written = scratch
  let used = 0
  for (let cell = 0; cell < cells; cell += 1) {
    const [from, to] = [starts[cell]!, starts[cell + 1]!]
    const head = used
    used += 1
    written[head] = 0
    if (from === to) continue
    let [low, high] = [width, 0]
    for (let at = from; at < to; at += 1) {
      const bin = sorted[at]!
      counts[bin]! += 1
      if (bin < low) low = bin
      if (bin > high) high = bin
    }
    written[used] = counts[0]!
    counts[0] = 0
    used += 1
    for (let bin = Math.max(1, low); bin <= high; bin += 1) {
      const count = counts[bin]!
      if (count === 0) continue
      written[used] = least + bin - 1
      written[used + 1] = count
      used += 2
      counts[bin] = 0
    }
    written[head] = -1 - (used - head - 2) / 2
  }
  return written.slice(0, used)
}

/** Reads one distribution after the other. */
export function readerOf(written: Float64Array): () => Distribution {
  let at = 0
  return () => {
    const head = written[at]!
    at += 1
    if (head === 0) return emptyDistribution
    if (head > 0) {
      at += head
      return { kind: 'exact', values: Array.from(written.subarray(at - head, at)) }
    }
    const zeros = written[at]!
    const bins = Array.from({ length: -1 - head }, (_, bin): readonly [number, number] => [
      written[at + 1 + 2 * bin]!,
      written[at + 2 + 2 * bin]!,
    ])
    at += 1 + 2 * bins.length
    return { kind: 'binned', zeros, bins }
  }
}
