import Papa from 'papaparse'
import type { SheetRow } from '../../../../domain/tables/raciSheet'

/** What may stand between two cells. */
export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** Most that is taken in at once: a page must stay quick under it. */
export const mostCharacters = 5_000_000
export const mostRows = 20_000

export interface ReadText {
  readonly rows: readonly SheetRow[]
  readonly delimiter: Delimiter
  /** What was not read, in a sentence. */
  readonly cut?: string
}

const breaks = (text: string): number => text.split('\n').length - 1

const parse = (text: string, delimiter: Delimiter) => Papa.parse<string[]>(text, { delimiter, newline: '\n' })

/** A row whose quotes are wrong ends at its line's end, so that it cannot swallow those below. */
function rowsOf(text: string, delimiter: Delimiter): readonly SheetRow[] {
  const rows: SheetRow[] = []
  let line = 1
  let rest = text
  while (rest !== '' && rows.length <= mostRows) {
    const { data, errors } = parse(rest, delimiter)
    const [wrong] = errors
    const good = wrong === undefined ? data : data.slice(0, wrong.row ?? 0)
    for (const cells of good) {
      rows.push({ line, cells })
      line += 1 + cells.reduce((sum, cell) => sum + breaks(cell), 0)
    }
    if (wrong === undefined) break
    const from = lineStart(text, line)
    const end = text.indexOf('\n', from)
    rows.push({
      line,
      cells: [text.slice(from, end < 0 ? undefined : end)],
      fault: 'A quotation mark is never closed, or stands in the middle of a cell. Close it, or write it twice.',
    })
    rest = end < 0 ? '' : text.slice(end + 1)
    line += 1
  }
  return rows
}

/** Offset at which a line begins. */
function lineStart(text: string, line: number): number {
  let at = 0
  for (let left = line - 1; left > 0; left -= 1) at = text.indexOf('\n', at) + 1
  return at
}

/** How well a character cuts the text: the share of rows as long as the longest common length, for more than one cell. */
function fitOf(text: string, delimiter: Delimiter): number {
  const rows = parse(text, delimiter).data.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const lengths = [...Map.groupBy(rows, (cells) => cells.length)].filter(([length]) => length > 1)
  const [length, most] = lengths.toSorted(([, left], [, right]) => right.length - left.length)[0] ?? [0, []]
  return rows.length === 0 ? 0 : most.length / rows.length + length / 1_000
}

/** The character that cuts the first lines into rows of the same length. */
export function delimiterOf(text: string): Delimiter {
  const head = text.split('\n', 60).join('\n')
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, fit: fitOf(head, delimiter) }))
    .toSorted((left, right) => right.fit - left.fit)
  return best?.delimiter ?? ','
}

/** A Markdown table has bars at both ends, a row of dashes, and marks before what is no mark. */
function withoutBars({ line, cells, fault }: SheetRow): readonly SheetRow[] {
  if (fault !== undefined) return [{ line, cells, fault }]
  const inner = cells.slice(cells[0]?.trim() === '' ? 1 : 0, cells.at(-1)?.trim() === '' ? -1 : undefined)
  if (inner.length > 0 && inner.every((cell) => /^\s*:?-+:?\s*$/.test(cell))) return []
  const plain = (cell: string) => cell.replaceAll(/<br>/gi, '\n').replaceAll(/\\([\\`*_[\]<>|~&#+.)-])/g, '$1')
  return [{ line, cells: inner.map(plain) }]
}

// A bar within a cell of a Markdown table is written with a stroke before it; meanwhile it is another character.
const innerBar = '\uE000'

/** Takes a text apart into rows and cells: a CSV file, what was copied from a spreadsheet, or a Markdown table. */
export function readText(given: string, wanted?: Delimiter): ReadText {
  const whole = given.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const text = whole.slice(0, mostCharacters)
  const delimiter = wanted ?? delimiterOf(text)
  const isBars = delimiter === '|'
  const all = isBars
    ? rowsOf(text.replaceAll(String.raw`\|`, innerBar), delimiter)
        .map((row) => ({ ...row, cells: row.cells.map((cell) => cell.replaceAll(innerBar, String.raw`\|`)) }))
        .flatMap(withoutBars)
    : rowsOf(text, delimiter)
  const cut =
    whole.length > mostCharacters
      ? `Only the first ${mostCharacters.toLocaleString('en')} of ${whole.length.toLocaleString('en')} characters were read. Cut the table in parts.`
      : all.length > mostRows
        ? `Only the first ${mostRows.toLocaleString('en')} rows were read. Cut the table in parts.`
        : undefined
  return { rows: all.slice(0, mostRows), delimiter, ...(cut !== undefined && { cut }) }
}
