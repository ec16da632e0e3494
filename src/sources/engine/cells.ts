import { indices, numbers } from './arrays'

/** Cells that occur, in the order of their keys: a rank in each of several columns, the first of which counts most. */
export interface Cells {
  readonly columns: readonly Uint32Array[]
  /** How many rows each has. */
  readonly counts: Uint32Array
}

/**
 * Each thing has a place below `span`. A place stands for a cell of `columns` (one cell without any where there are
 * none), and, behind that, a digit of each of `sizes`, as the digits of a number do.
 */
export interface Places {
  readonly of: Uint32Array
  readonly span: number
  readonly columns: readonly Uint32Array[]
  readonly sizes: readonly number[]
}

/** Everything in one place. */
export const onePlace = (length: number): Places => ({ of: numbers(length), span: 1, columns: [], sizes: [] })

/** Up to this many places are counted in a table; where there may be more, those that occur are numbered anew. */
const tableLimit = (things: number): number => Math.min(1 << 22, Math.max(1 << 12, 4 * things))

/** The columns of cells that stand at places. */
function columnsAt(at: Uint32Array, { columns, sizes }: Places): readonly Uint32Array[] {
  let rest = at
  const digits: Uint32Array[] = []
  for (const size of sizes.toReversed()) {
    digits.unshift(rest.map((place) => place % size))
    rest = rest.map((place) => Math.floor(place / size))
  }
  return [...columns.map((column) => rest.map((cell) => column[cell]!)), ...digits]
}

/** Some indices in the order of their keys, which are below `span`; those with equal keys stay as they were given. */
function inOrderOf(keys: Uint32Array, span: number, given: Uint32Array): Uint32Array {
  const next = numbers(span + 1)
  for (let at = 0; at < keys.length; at += 1) next[keys[at]! + 1]! += 1
  for (let key = 0; key < span; key += 1) next[key + 1]! += next[key]!
  const order = numbers(keys.length)
  for (let at = 0; at < given.length; at += 1) {
    const index = given[at]!
    const key = keys[index]!
    order[next[key]!] = index
    next[key]! += 1
  }
  return order
}

/** Numbers the pairs of place and digit that occur, in their order: by counting, so that it takes no more than reading. */
function numberedAnew(places: Places, digits: Uint32Array, size: number): Places {
  const { of, span } = places
  const parents = numbers(of.length)
  const last = numbers(of.length)
  const numbersOf = numbers(of.length)
  let cells = 0
  for (const index of inOrderOf(of, span, inOrderOf(digits, size, indices(of.length)))) {
    const [parent, digit] = [of[index]!, digits[index]!]
    if (cells === 0 || parents[cells - 1] !== parent || last[cells - 1] !== digit) {
      parents[cells] = parent
      last[cells] = digit
      cells += 1
    }
    numbersOf[index] = cells - 1
  }
  const columns = [...columnsAt(parents.slice(0, cells), places), last.slice(0, cells)]
  return { of: numbersOf, span: cells, columns, sizes: [] }
}

/** Puts a digit below `size` behind the place of each thing. Takes both arrays, which are not to be used any more. */
export function joined(places: Places, digits: Uint32Array, size: number): Places {
  const { of, span, sizes } = places
  if (span === 1) return { ...places, of: digits, span: size, sizes: [...sizes, size] }
  if (span * size > tableLimit(of.length)) return numberedAnew(places, digits, size)
  for (let at = 0; at < of.length; at += 1) of[at] = of[at]! * size + digits[at]!
  return { ...places, span: span * size, sizes: [...sizes, size] }
}

/** The cells that occur, and for each place the number of its cell. */
export function occurring(places: Places): Cells & { readonly numberAt: Uint32Array } {
  const { of, span } = places
  const table = numbers(span)
  for (let at = 0; at < of.length; at += 1) table[of[at]!]! += 1
  let cells = 0
  for (let place = 0; place < span; place += 1) if (table[place]! > 0) cells += 1
  const at = numbers(cells)
  const counts = numbers(cells)
  let cell = 0
  for (let place = 0; place < span; place += 1) {
    const count = table[place]!
    if (count === 0) continue
    at[cell] = place
    counts[cell] = count
    table[place] = cell
    cell += 1
  }
  return { columns: columnsAt(at, places), counts, numberAt: table }
}
