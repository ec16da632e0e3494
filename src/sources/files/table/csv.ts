import Papa from 'papaparse'
import { FileFault } from '../sink'

/** One row of a table and the line it begins on, from 1. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
  /** What is wrong with its quoting, where something is. */
  readonly fault?: string
}

/** Parsing is done in pieces of about this many characters. */
const pieceSize = 1_000_000
/** A row longer than this is an unclosed quote. */
const longestRow = 4_000_000
/** With more broken rows than this the file is something else. */
const mostFaults = 100

interface Parsed {
  readonly data: readonly (readonly string[])[]
  /** `index`: offset of the quotation mark that is wrong. */
  readonly errors: readonly { readonly row?: number; readonly index?: number }[]
  readonly cursor: number
}

/**
 * Papa's own row parser, which its types leave open. Guarantee: without `step` and `header` it returns rows of texts,
 * the errors by row, and in `meta.cursor` the offset behind the last complete row.
 */
function parse(text: string, delimiter: string, newline: '\n' | '\r\n', isLast: boolean): Parsed {
  const parser = new Papa.Parser({ delimiter, newline })
  const { data, errors, meta } = parser.parse(text, 0, !isLast) as {
    data: string[][]
    errors: { row?: number; index?: number }[]
    meta: { cursor: number }
  }
  return { data, errors, cursor: meta.cursor }
}

const breaks = (text: string): number => text.split('\n').length - 1

/**
 * Reads comma-separated text (RFC 4180, any one-character delimiter, LF or CRLF) as it comes, holding no more than a
 * piece. Blank lines are left out. A row whose quotes are wrong ends at its line's end, so that it cannot swallow those
 * below. Throws a FileFault when hardly any row is right.
 */
export async function* csvRows(pieces: AsyncIterable<string>, delimiter = ','): AsyncGenerator<readonly CsvRow[]> {
  let rest = ''
  let line = 1
  /** Line at which `rest` begins. */
  let top = 1
  let faults = 0
  let newline: '\n' | '\r\n' | undefined

  /** Gives up the row whose wrong quote is at `index`, and goes on below that line. */
  const giveUp = (index: number): CsvRow => {
    faults += 1
    if (faults > mostFaults) throw new FileFault(`More than ${mostFaults} rows have wrong quotation marks.`, line)
    const end = rest.indexOf('\n', index)
    const next = end < 0 ? rest.length : end + 1
    const row = { line, cells: [], fault: 'a quotation mark is never closed, or stands in the middle of a cell' }
    line = top + breaks(rest.slice(0, next))
    rest = rest.slice(next)
    top = line
    return row
  }

  const take = (isLast: boolean): readonly CsvRow[] => {
    newline ??= /^[^\n]*\r\n/.test(rest) ? '\r\n' : '\n'
    const rows: CsvRow[] = []
    let again = true
    while (again && rest !== '') {
      const { data, errors, cursor } = parse(rest, delimiter, newline, isLast)
      const [wrong] = errors
      const quoted = rest.includes('"')
      const good = wrong === undefined ? data : data.slice(0, wrong.row ?? 0)
      for (const cells of good) {
        if (cells.length > 1 || cells[0]?.trim()) rows.push({ line, cells })
        line += 1 + (quoted ? cells.reduce((sum, cell) => sum + breaks(cell), 0) : 0)
      }
      again = wrong !== undefined
      if (wrong !== undefined) {
        // Its row begins behind the good ones; without their offsets, the wrong quote's own line is where to go on.
        const index = wrong.index ?? 0
        rows.push(giveUp(index))
      } else {
        rest = isLast ? '' : rest.slice(cursor)
        top = line
      }
    }
    if (rest.length > longestRow) rows.push(giveUp(0))
    return rows
  }
  for await (const piece of pieces) {
    rest += piece
    if (rest.length >= pieceSize) yield take(false)
  }
  if (rest !== '') yield take(true)
}
