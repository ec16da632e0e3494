import { binOf, emptyDistribution } from '../../domain/distribution'
import type { Distribution } from '../../domain/summary'
import { floats, numbers } from './arrays'
import { joined, occurring, onePlace } from './cells'

/** Lengths, each in one of `cells` cells. Whoever writes them takes the arrays. */
export interface Lengths {
  readonly cells: number
  readonly cellOf: Uint32Array
  readonly values: Float64Array
}

// A distribution is written as numbers. Exact: how many lengths, then each, ascending. Binned: −1 − how many bins, how
// many zeros, then of each bin its number and its count. Those of all cells stand behind one another.

/** The distribution of each cell, exact. */
export function writtenExact({ cells, cellOf, values }: Lengths): Float64Array {
  const next = numbers(cells + 1)
  for (let at = 0; at < cellOf.length; at += 1) next[cellOf[at]! + 1]! += 1
  const written = floats(cells + values.length)
  for (let cell = 0; cell < cells; cell += 1) {
    // The number of lengths stands before them.
    written[next[cell]! + cell] = next[cell + 1]!
    next[cell + 1]! += next[cell]!
  }
  const starts = next.slice()
  for (let at = 0; at < cellOf.length; at += 1) {
    const cell = cellOf[at]!
    written[next[cell]! + cell + 1] = values[at]!
    next[cell]! += 1
  }
  for (let cell = 0; cell < cells; cell += 1)
    if (starts[cell + 1]! - starts[cell]! > 1)
      written.subarray(starts[cell]! + cell + 1, starts[cell + 1]! + cell + 1).sort()
  return written
}

/** The bin of each length, counted from one below the least of them, which stands for the lengths of nothing. */
function binsOf(values: Float64Array) {
  const bins = new Int32Array(values.length)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at]!
    if (value === 0) continue
    const bin = binOf(value)
    bins[at] = bin
    if (bin < least) least = bin
    if (bin > most) most = bin
  }
  const before = least - 1
  for (let at = 0; at < values.length; at += 1) bins[at] = values[at] === 0 ? 0 : bins[at]! - before
  // None is negative any more.
  return { of: new Uint32Array(bins.buffer), before, size: most >= least ? most - before + 1 : 1 }
}

/** The distribution of each cell, in bins where there are any lengths. */
export function writtenInBins({ cells, cellOf, values }: Lengths): Float64Array {
  const { of, before, size } = binsOf(values)
  const dealt = joined(onePlace(values.length), cellOf, cells)
  const { columns, counts } = occurring(joined(dealt, of, size))
  const [cellAt, binAt] = [columns[0]!, columns[1]!]
  const written = floats(2 * cells + 2 * counts.length)
  let used = 0
  let at = 0
  for (let cell = 0; cell < cells; cell += 1) {
    const head = used
    used += 1
    if (cellAt[at] !== cell) continue
    const hasZeros = binAt[at] === 0
    written[used] = hasZeros ? counts[at]! : 0
    used += 1
    if (hasZeros) at += 1
    for (; at < counts.length && cellAt[at] === cell; at += 1) {
      written[head]! -= 1
      written[used] = before + binAt[at]!
      written[used + 1] = counts[at]!
      used += 2
    }
    written[head]! -= 1
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
