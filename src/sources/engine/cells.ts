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

/** Up to this many possible cells are looked up in an array; more are looked up in a map. */
const tableLimit = 1 << 20

/** Gives each (cell, code) that occurs a number of its own, in the order of first occurrence. */
function numbering(cells: Dealt['cells'], size: number) {
  const found: (readonly number[])[] = []
  const table = cells.length * size <= tableLimit ? new Int32Array(cells.length * size) : undefined
  const map = new Map<number, number>()
  const numberOf = (cell: number, code: number): number => {
    const place = cell * size + code
    const known = table ? table[place]! - 1 : (map.get(place) ?? -1)
    if (known >= 0) return known
    const next = found.length
    found.push([...(cells[cell] ?? []), code])
    if (table) table[place] = next + 1
    else map.set(place, next)
    return next
  }
  return { found, numberOf }
}

/** Each cell falls apart by one more axis. A row without any value on it goes to the code 0. */
function refine({ rows, cellOf, cells }: Dealt, { size, of }: Axis): Dealt {
  const { found, numberOf } = numbering(cells, size)
  if ('codes' in of) {
    const { codes } = of
    const next = numbers(rows.length)
    for (let at = 0; at < rows.length; at += 1) next[at] = numberOf(cellOf[at]!, codes[rows[at]!]!)
    return { rows, cellOf: next, cells: found }
  }
  const { start, count, pool } = of.lists
  let total = 0
  for (let at = 0; at < rows.length; at += 1) total += Math.max(1, count[rows[at]!]!)
  const spread = numbers(total)
  const next = numbers(total)
  let used = 0
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!
    const length = count[row]!
    for (let each = 0; each < Math.max(1, length); each += 1) {
      spread[used] = row
      next[used] = numberOf(cellOf[at]!, length === 0 ? 0 : pool[start[row]! + each]!)
      used += 1
    }
  }
  return { rows: spread, cellOf: next, cells: found }
}

/** Deals rows into the cells of all axes. Without rows there are no cells. */
export const deal = (rows: Uint32Array, axes: readonly Axis[]): Dealt =>
  axes.reduce(refine, { rows, cellOf: numbers(rows.length), cells: rows.length === 0 ? [] : [[]] })
