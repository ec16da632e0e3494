import { numbers } from './arrays'
import type { Axis } from './axis'

/** Rows dealt into cells. A row that counts in several cells stands here once for each. */
export interface Dealt {
  readonly rows: Uint32Array
  /** The cell of each of `rows`. */
  readonly cellOf: Uint32Array
  /** The codes of each cell, one for each axis so far. */
  readonly cells: readonly (readonly number[])[]
}

/** Rows, each as often as it has values on an axis: the cell it stood in, and one of the values. */
interface Spread {
  readonly rows: Uint32Array
  readonly cellOf: Uint32Array
  readonly codes: Uint32Array
}

/** A row without any value goes to the code 0. */
function spread({ rows, cellOf }: Dealt, { of }: Axis): Spread {
  if ('codes' in of) {
    const codes = numbers(rows.length)
    for (let at = 0; at < rows.length; at += 1) codes[at] = of.codes[rows[at]!]!
    return { rows, cellOf, codes }
  }
  const { start, count, pool } = of.lists
  let total = 0
  for (let at = 0; at < rows.length; at += 1) total += Math.max(1, count[rows[at]!]!)
  const wide = { rows: numbers(total), cellOf: numbers(total), codes: numbers(total) }
  let used = 0
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!
    const length = count[row]!
    for (let each = 0; each < Math.max(1, length); each += 1) {
      wide.rows[used] = row
      wide.cellOf[used] = cellOf[at]!
      wide.codes[used] = length === 0 ? 0 : pool[start[row]! + each]!
      used += 1
    }
  }
  return wide
}

/** Up to this many possible cells are looked up in an array; more are looked up in a map. */
const tableLimit = 1 << 20

/** Gives each (cell, code) that occurs a number of its own, in the order of first occurrence, in place of the cell. */
function refine(dealt: Dealt, axis: Axis): Dealt {
  const { cells } = dealt
  const { size } = axis
  if (size === 1 && 'codes' in axis.of) return { ...dealt, cells: cells.map((codes) => [...codes, 0]) }
  const { rows, cellOf, codes } = spread(dealt, axis)
  const found: (readonly number[])[] = []
  const add = (cell: number, code: number) => found.push([...cells[cell]!, code])
  // Two loops: a lookup that may be either kind costs several times as much.
  if (cells.length * size <= tableLimit) {
    const table = numbers(cells.length * size)
    for (let at = 0; at < rows.length; at += 1) {
      const place = cellOf[at]! * size + codes[at]!
      if (table[place] === 0) table[place] = add(cellOf[at]!, codes[at]!)
      cellOf[at] = table[place]! - 1
    }
  } else {
    const table = new Map<number, number>()
    for (let at = 0; at < rows.length; at += 1) {
      const place = cellOf[at]! * size + codes[at]!
      const number = table.get(place) ?? add(cellOf[at]!, codes[at]!)
      table.set(place, number)
      cellOf[at] = number - 1
    }
  }
  return { rows, cellOf, cells: found }
}

/** Deals rows into the cells of all axes. Without rows there are no cells. */
export const deal = (rows: Uint32Array, axes: readonly Axis[]): Dealt =>
  axes.reduce(refine, { rows, cellOf: numbers(rows.length), cells: rows.length === 0 ? [] : [[]] })
