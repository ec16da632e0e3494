import type { Sizes } from './type'

/** How the middle of the wall is arranged. Cards and cells stand in `columns` × `rows`; a table has `rows` lines. */
export type Arrangement =
  | { readonly kind: 'calm' }
  | { readonly kind: 'cards' | 'grid'; readonly columns: number; readonly rows: number }
  | {
      readonly kind: 'table'
      readonly rows: number
      /** Of a title. */
      readonly lines: 1 | 2
      /** Pixels of one row. */
      readonly rowHeight: number
    }

export interface Layout {
  readonly arrangement: Arrangement
  /** The last 24 hours in lanes below; false where they would take the room that incidents need. */
  readonly lanes: boolean
  /** How many incidents one page holds. */
  readonly size: number
}

/** Pixels between parts, as a share of the text size. */
const gap = 0.75
/** As shares of the text size. */
const cardWidth = 12
const cellWidth = 13
export const lanesHeight = 9

/** Pixels that the middle of the wall has, without the lanes. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** Least heights: padding, sign, lines of the title, and lines of text. */
const heightOf = ({ text, title, glyph }: Sizes, titles: number, lines: number): number =>
  text * 1.8 + glyph + titles * title * 1.15 + lines * text * 1.45

const fits = (count: number, room: number, one: number, between: number): boolean =>
  count * one + (count - 1) * between <= room

/** How many of a length stand beside each other. */
const times = (room: number, one: number, between: number): number =>
  Math.max(0, Math.floor((room + between) / (one + between)))

/** Width of a card, in letters, that needs no breaking of every line. */
const ample = 20

/** One to three: side by side where that is wide enough, else one above the other where that leaves room for five lines. */
function cards(count: number, { width, height }: Room, sizes: Sizes): Arrangement | undefined {
  const between = gap * sizes.text
  const wide = Math.max(cardWidth * sizes.text, sizes.glyph + 8 * sizes.text)
  const beside = (one: number) => height >= heightOf(sizes, 3, 3) && fits(count, width, one, between)
  const above = (lines: number) => width >= wide && fits(count, height, heightOf(sizes, 2, lines), between)
  const columns: Arrangement = { kind: 'cards', columns: count, rows: 1 }
  const stack: Arrangement = { kind: 'cards', columns: 1, rows: count }
  if (beside(ample * sizes.text)) return columns
  if (above(5)) return stack
  if (beside(wide)) return columns
  return above(3) ? stack : undefined
}

/** As many as there are, in a grid as even as the room is. */
function grid(count: number, { width, height }: Room, sizes: Sizes): Arrangement | undefined {
  const between = gap * sizes.text
  const most = times(width, Math.max(cellWidth * sizes.text, sizes.glyph + 8 * sizes.text), between)
  const rows = times(height, heightOf(sizes, 2, 2.5), between)
  const found = Array.from({ length: most }, (_column, index) => index + 1).find(
    (columns) =>
      columns * rows >= count && columns >= Math.min(most, Math.ceil(Math.sqrt(count * (width / height) * 0.6))),
  )
  return found === undefined ? undefined : { kind: 'grid', columns: found, rows: Math.ceil(count / found) }
}

/** Rows of the table: the sign and the title set the height. One line says how many more there are. */
const table = ({ height }: Room, sizes: Sizes, lines: 1 | 2): Arrangement => {
  const one = rowHeight(sizes, lines)
  return { kind: 'table', rows: Math.max(1, times(height - sizes.text * 2.4, one, 0)), lines, rowHeight: one }
}

/** Pixels of one row of the table. */
const rowHeight = ({ text, title, glyph }: Sizes, lines: 1 | 2): number =>
  Math.max(glyph, lines * title * 1.2) + text * 0.5

const most = { cards: 3, grid: 12 } as const

function arrange(count: number, room: Room, sizes: Sizes, lines: 1 | 2): Arrangement {
  if (count === 0) return { kind: 'calm' }
  const few = count <= most.cards ? cards(count, room, sizes) : undefined
  const some = count <= most.grid ? grid(count, room, sizes) : undefined
  return few ?? some ?? table(room, sizes, lines)
}

/**
 * Goes by what is there: none (calm), one to three (cards), four to twelve (grid), more (table). Where type is too large
 * for that, the next denser form is taken, and the lanes go first: nothing shrinks. What a table cannot hold comes in
 * pages; `lines`: what the titles of its rows need.
 */
export function layoutOf(count: number, room: Room, sizes: Sizes, lines: 1 | 2 = 1): Layout {
  const below = { width: room.width, height: room.height - (lanesHeight + gap) * sizes.text }
  const tight = arrange(count, below, sizes, lines)
  const free = arrange(count, room, sizes, lines)
  const least = sizes.text * 14
  const lanes =
    below.height >= least && room.width >= sizes.text * 24 && tight.kind === free.kind && tight.kind !== 'table'
  const arrangement = lanes ? tight : free
  const size = arrangement.kind === 'calm' ? 0 : arrangement.kind === 'table' ? arrangement.rows : count
  return { arrangement, lanes, size }
}
