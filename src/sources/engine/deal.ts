import { numbers } from './arrays'
import type { Axis } from './axis'
import { type Cells, joined, occurring, onePlace, type Places } from './cells'

/** Rows dealt into the cells of some axes. A row that counts in several cells stands here once for each. */
export interface Dealt {
  readonly rows: Uint32Array
  readonly cells: Cells
  /** The cell of each of `rows`. To be asked once. */
  readonly cellOf: () => Uint32Array
}

type Coded = Extract<Axis['of'], { codes: unknown }>['codes']
type Listed = Extract<Axis['of'], { lists: unknown }>['lists']

function ranksIn(codes: Coded, rank: Uint32Array, rows: Uint32Array): Uint32Array {
  const ranks = numbers(rows.length)
  // Two loops: a lookup that may be either kind of array costs several times as much.
  if (codes instanceof Uint8Array) for (let at = 0; at < rows.length; at += 1) ranks[at] = rank[codes[rows[at]!]!]!
  else for (let at = 0; at < rows.length; at += 1) ranks[at] = rank[codes[rows[at]!]!]!
  return ranks
}

/** Each row as often as it has values, once where it has none. */
function spread({ start, count, pool }: Listed, rank: Uint32Array, rows: Uint32Array, places: Places) {
  let total = 0
  for (let at = 0; at < rows.length; at += 1) total += Math.max(1, count[rows[at]!]!)
  const [wide, of, ranks] = [numbers(total), numbers(total), numbers(total)]
  let used = 0
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!
    const from = start[row]!
    const length = count[row]!
    for (let each = 0; each < Math.max(1, length); each += 1) {
      wide[used] = row
      of[used] = places.of[at]!
      ranks[used] = rank[length === 0 ? 0 : pool[from + each]!]!
      used += 1
    }
  }
  return { rows: wide, places: { ...places, of }, ranks }
}

/** Deals rows into the cells of all axes. Without rows there are no cells. */
export function deal(given: Uint32Array, axes: readonly Axis[]): Dealt {
  let rows = given
  let places = onePlace(given.length)
  for (const { ranks, of } of axes) {
    const { texts, of: rank } = ranks()
    if ('lists' in of) {
      const wide = spread(of.lists, rank, rows, places)
      rows = wide.rows
      places = joined(wide.places, wide.ranks, texts.length)
    } else if (texts.length > 1) places = joined(places, ranksIn(of.codes, rank, rows), texts.length)
    else places = { ...places, sizes: [...places.sizes, 1] }
  }
  const { numberAt, ...cells } = occurring(places)
  const cellOf = () => {
    const { of } = places
    for (let at = 0; at < of.length; at += 1) of[at] = numberAt[of[at]!]!
    return of
  }
  return { rows, cells, cellOf }
}
