import { binOf, emptyDistribution } from '../../domain/distribution'
import type { Distribution } from '../../domain/summary'
import { floats, numbers } from './arrays'

/** Numbers, each in one of `cells` cells. */
export interface InCells {
  readonly cells: number
  readonly cellOf: Uint32Array
  readonly values: Float64Array
}

// A distribution is written as numbers. Exact: how many lengths, then each, ascending. Binned: −1 − how many bins, how
// many zeros, then of each bin its number and its count. Those of all cells stand behind one another.

/** The values of cell c from `starts[c]` to before `starts[c + 1]`. */
function byCell({ cells, cellOf, values }: InCells) {
  const starts = numbers(cells + 1)
  for (let at = 0; at < cellOf.length; at += 1) starts[cellOf[at]! + 1]! += 1
  for (let cell = 0; cell < cells; cell += 1) starts[cell + 1]! += starts[cell]!
  const next = starts.slice()
  const sorted = floats(values.length)
  for (let at = 0; at < cellOf.length; at += 1) {
    const cell = cellOf[at]!
    sorted[next[cell]!] = values[at]!
    next[cell]! += 1
  }
  return { starts, sorted }
}

/** The distribution of each cell's lengths, exact. */
export function writtenExact(lengths: InCells): Float64Array {
  const { starts, sorted } = byCell(lengths)
  const written = floats(lengths.cells + sorted.length)
  for (let cell = 0; cell < lengths.cells; cell += 1) {
    const [from, to] = [starts[cell]!, starts[cell + 1]!]
    written[from + cell] = to - from
    if (from < to) written.set(sorted.subarray(from, to).sort(), from + cell + 1)
  }
  return written
}

/** Stands for the lengths of nothing, which are in no bin. */
const noBin = -(2 ** 31)

/** The bin of a length, as a number that `writtenInBins` takes. */
export const binNumber = (length: number): number => (length === 0 ? noBin : binOf(length))

/** The distribution of each cell, in bins where there are any lengths, from the `binNumber` of each. */
export function writtenInBins(bins: InCells): Float64Array {
  const { starts, sorted } = byCell(bins)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < sorted.length; at += 1) {
    const bin = sorted[at]!
    if (bin === noBin) continue
    if (bin < least) least = bin
    if (bin > most) most = bin
  }
  // One small table, for each cell in turn: it stays near the processor, as one for all cells would not.
  const counts = numbers(Math.max(0, most - least + 1))
  const written = floats(2 * bins.cells + 2 * Math.min(sorted.length, bins.cells * counts.length))
  let used = 0
  for (let cell = 0; cell < bins.cells; cell += 1) {
    const head = used
    used += 1
    if (starts[cell] === starts[cell + 1]) continue
    const zeros = used
    used += 1
    let [low, high] = [counts.length, -1]
    for (let at = starts[cell]!; at < starts[cell + 1]!; at += 1) {
      const bin = sorted[at]!
      if (bin === noBin) written[zeros]! += 1
      else {
        const place = bin - least
        counts[place]! += 1
        if (place < low) low = place
        if (place > high) high = place
      }
    }
    for (let place = low; place <= high; place += 1) {
      const count = counts[place]!
      if (count === 0) continue
      written[used] = least + place
      written[used + 1] = count
      used += 2
      counts[place] = 0
    }
    written[head] = -1 - (used - zeros - 1) / 2
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
