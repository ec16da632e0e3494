/** Pixels of everything in a matrix. */
export interface Geometry {
  readonly row: number
  readonly head: number
  /** Width of the first column, which holds the names of the rows. */
  readonly first: number
  /** Width of a column, and how many there are. */
  readonly column: number
  readonly columns: number
  /** Width of the columns at the right end together. */
  readonly meta: number
  readonly width: number
  readonly height: number
  /** Whether all columns are in view at once. */
  readonly fits: boolean
  readonly lines: number
}

export interface Viewport {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly left: number
}

/** Lines and columns to draw: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

const headHeight = 112
const narrowest = 44
const widest = 132
const widestFirst = 640
/** Room for the slanted name of the last column, when it has no neighbour to lean over. */
const lean = 72
/** Below this width the columns at the right end give way to the cells. */
const roomForMeta = 640

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high))

/** Columns share the width that is there, whole pixels each; what is left over widens the first one. */
export function geometryOf(
  viewport: Pick<Viewport, 'width'>,
  count: { readonly lines: number; readonly columns: number },
  sizes: { readonly row: number; readonly meta: readonly number[] },
): Geometry {
  const meta = viewport.width < roomForMeta ? 0 : sizes.meta.reduce((sum, each) => sum + each, 0)
  const wanted = Math.round(between(150, viewport.width * 0.24, 320))
  const free = viewport.width - wanted - meta
  const share = Math.floor(free / Math.max(1, count.columns))
  const column = between(narrowest, share, widest)
  const fits = column * count.columns <= free
  const first = fits ? between(wanted, viewport.width - meta - column * count.columns, widestFirst) : wanted
  return {
    row: sizes.row,
    head: headHeight,
    first,
    column,
    columns: count.columns,
    meta,
    fits,
    lines: count.lines,
    width: fits ? viewport.width : first + column * count.columns + lean + meta,
    height: headHeight + sizes.row * count.lines,
  }
}

/** The lines in view, and some before and after, so that a scrolled frame finds them there. */
export function linesIn(geometry: Geometry, viewport: Viewport, spare = 4): Span {
  const from = Math.floor(viewport.top / geometry.row) - spare
  const to = Math.ceil((viewport.top + viewport.height - geometry.head) / geometry.row) + spare
  return { from: between(0, from, geometry.lines), to: between(0, to, geometry.lines) }
}

/** The columns in view. All of them where they fit. */
export function columnsIn(geometry: Geometry, viewport: Viewport, spare = 2): Span {
  const { column, columns, first, meta, fits } = geometry
  if (fits) return { from: 0, to: columns }
  const from = Math.floor(viewport.left / column) - spare
  const to = Math.ceil((viewport.left + viewport.width - first - meta) / column) + spare
  return { from: between(0, from, columns), to: between(0, to, columns) }
}

/** Left edge of a column within its row. */
export const leftOf = ({ first, column }: Geometry, position: number): number => first + position * column

/** Where to scroll so that the cell is not under the head, the first column or the columns at the right end. */
export function revealing(
  geometry: Geometry,
  viewport: Viewport,
  line: number,
  position: number | undefined,
): Pick<Viewport, 'top' | 'left'> {
  const { row, head, first, column, columns, meta } = geometry
  const [above, below] = [line * row, (line + 1) * row - (viewport.height - head)]
  const top = viewport.top > above ? above : Math.max(viewport.top, below)
  if (position === undefined || position < 0 || position >= columns) return { top, left: viewport.left }
  const [before, beyond] = [position * column, (position + 1) * column - (viewport.width - first - meta)]
  return { top, left: viewport.left > before ? before : Math.max(viewport.left, beyond) }
}

/** The column under a point `x` pixels from the left edge of the view; undefined over the first or the last columns. */
export function columnAt(geometry: Geometry, viewport: Viewport, x: number): number | undefined {
  const { first, column, columns, meta } = geometry
  if (x < first || x >= viewport.width - meta) return undefined
  const position = Math.floor((x + viewport.left - first) / column)
  return position >= 0 && position < columns ? position : undefined
}
