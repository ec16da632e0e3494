import { type Cell, cellText, type Table } from './table'

/** Where a spreadsheet begins to compute instead of to read, also in full-width letters. */
const lead = '[=+\\-@\\t\\r\\n\\0＝＋－＠]'
const computes = new RegExp(`^'*${lead}`)
const guarded = new RegExp(`^''*${lead}`)

/**
 * Puts an apostrophe before a text that a spreadsheet would compute. One that already looks so gets another, so that
 * `unguard` gives back exactly what was there.
 */
export const guard = (text: string): string => (computes.test(text) ? `'${text}` : text)

/** Takes the apostrophe of `guard` away. */
export const unguard = (text: string): string => (guarded.test(text) ? text.slice(1) : text)

/** Stands over the lines that say what the table is, below its rows. */
export const aboutMark = '# About this table'

const quoted = (text: string): string => (/[",;\t\r\n\0]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

// A number is a number to a spreadsheet, also a negative one: only texts are guarded.
const field = (cell: Cell): string =>
  cell === undefined ? '' : typeof cell === 'number' ? String(cell) : quoted(guard(cellText(cell)))

/**
 * RFC 4180: CRLF, quotes where needed, every row equally long. The first row is the header, so that filters, pivot tables
 * and programs find it; what the table is (title, scope, definitions) stands below the rows, behind an empty one.
 */
export function csvText({ title, scope, definitions, columns, rows }: Table): string {
  const width = Math.max(columns.length, 1)
  const line = (cells: readonly Cell[]): string =>
    Array.from({ length: width }, (_, index) => field(cells[index])).join(',')
  const about = [aboutMark, title, ...scope, ...definitions].map((text) => line([text]))
  return [line(columns.map(({ label }) => label)), ...rows.map(line), line([]), ...about, ''].join('\r\n')
}
