export interface MatrixRow {
  readonly id: string
  readonly name: string
  /** Rows of one group stand together under its header, groups in order of first appearance. Absent: no header. */
  readonly group?: string
}

export interface MatrixColumn {
  readonly id: string
  readonly name: string
}

/**
 * The filled cells as parallel columns: position of the row, position of the column, and a code that stands for what
 * is in the cell (1…65,535). One entry a cell, in any order.
 */
export interface MatrixCells {
  readonly row: ArrayLike<number>
  readonly column: ArrayLike<number>
  readonly code: ArrayLike<number>
}

/**
 * A sparse grid in compressed rows: the cells of row r are entries `start[r]` to `start[r + 1] - 1` of `column` and
 * `code`, by rising column. It takes 5 bytes a filled cell (3 up to 65,536 columns; one more where a code is over 255)
 * and nothing for an empty one.
 */
export interface MatrixModel {
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly MatrixColumn[]
  readonly start: Uint32Array
  readonly column: Uint16Array | Uint32Array
  readonly code: Uint8Array | Uint16Array
}

/** Positions of `keys` in rising order of key, equal ones as they stood: a counting sort over 0…size-1. */
function ordered(keys: ArrayLike<number>, size: number): Uint32Array {
  const next = startsOf(keys, size)
  const order = new Uint32Array(keys.length)
  for (let i = 0; i < keys.length; i++) order[take(next, keys[i] ?? 0)] = i
  return order
}

/** Where the entries of each key begin once they are sorted; one more at the end. */
function startsOf(keys: ArrayLike<number>, size: number): Uint32Array {
  const start = new Uint32Array(size + 1)
  for (let i = 0; i < keys.length; i++) take(start, (keys[i] ?? 0) + 1)
  for (let key = 1; key <= size; key++) start[key] = (start[key] ?? 0) + (start[key - 1] ?? 0)
  return start
}

/** The counter's value, which then goes up by one. */
function take(counters: Uint32Array, at: number): number {
  const value = counters[at] ?? 0
  counters[at] = value + 1
  return value
}

/** Whether any code needs more than a byte. */
function hasWide(codes: ArrayLike<number>): boolean {
  for (let i = 0; i < codes.length; i++) if ((codes[i] ?? 0) > 255) return true
  return false
}

/** Lays the filled cells out by rows. Linear in rows, columns and filled cells. */
export function buildMatrix(
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
  cells: MatrixCells,
): MatrixModel {
  const count = cells.row.length
  const start = startsOf(cells.row, rows.length)
  const next = start.slice()
  const column = columns.length <= 65_536 ? new Uint16Array(count) : new Uint32Array(count)
  const code = hasWide(cells.code) ? new Uint16Array(count) : new Uint8Array(count)
  for (const from of ordered(cells.column, columns.length)) {
    const to = take(next, cells.row[from] ?? 0)
    column[to] = cells.column[from] ?? 0
    code[to] = cells.code[from] ?? 0
  }
  return { rows, columns, start, column, code }
}

/** The code in a cell; 0 when it is empty. Binary search within the row. */
export function codeAt({ start, column, code }: MatrixModel, row: number, wanted: number): number {
  const at = firstFrom(column, wanted, start[row] ?? 0, start[row + 1] ?? 0)
  return at < (start[row + 1] ?? 0) && column[at] === wanted ? (code[at] ?? 0) : 0
}

/** The first entry in [from, to) whose column is `wanted` or later; `to` when there is none. */
export function firstFrom(column: ArrayLike<number>, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((column[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
