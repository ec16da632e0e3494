import { aboutMark, unguard } from './csv'
import { letterShare, layoutOf, partOf, roleOf } from './raciHeader'
import { type Letter, readCell } from './raciLetters'
import {
  columnName,
  type Known,
  type Layout,
  type RaciCell,
  type RaciEntry,
  type RaciFault,
  type RaciSheet,
  type SheetRow,
} from './raciSheet'

const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length

/** What a column is for. */
type Column =
  | { readonly use: 'activity' | 'workload' | 'id' | 'other' | 'nameless' }
  | { readonly use: 'party'; readonly party: string }
  | { readonly use: 'role'; readonly letter: Letter }

function columnsOf(header: SheetRow, below: readonly SheetRow[], layout: Layout, known: Known): readonly Column[] {
  const width = Math.max(header.cells.length, ...below.map(({ cells }) => cells.length))
  const named = header.cells.some((cell) => partOf(cell) === 'activity')
  return Array.from({ length: width }, (_, index): Column => {
    const label = header.cells[index] ?? ''
    const part = partOf(label)
    if (part === 'activity' || (!named && index === 0)) return { use: 'activity' }
    if (layout === 'roles-across') {
      const letter = roleOf(label)
      if (letter !== undefined) return { use: 'role', letter }
    } else if (known.party(label)) return { use: 'party', party: label }
    if (part !== undefined) return { use: part }
    const texts = below.map(({ cells }) => cells[index] ?? '')
    if (label === '') return { use: texts.some((text) => text !== '') ? 'nameless' : 'other' }
    return layout === 'parties-across' && letterShare(texts) > 0 ? { use: 'party', party: label } : { use: 'other' }
  })
}

const unsure = (column: string, text: string): string =>
  `Column ${column} says “${text}” and has no name. Write a name over it, or empty it.`

/** Names in one cell: by line, semicolon or comma, unless the whole is a name itself. */
function namesIn(text: string, known: Known): readonly string[] {
  const split = (by: RegExp) =>
    text
      .split(by)
      .map((name) => name.trim())
      .filter(Boolean)
  if (readCell(text).marks.length === 0 && readCell(text).fault === undefined) return []
  if (known.party(text)) return [text]
  const parts = split(/[;\n]/)
  return parts.length > 1 ? parts.flatMap((part) => namesIn(part, known)) : split(/,|\s\/\s/)
}

/** The cells of one row. A wrong one is told with its column, and does not hide those beside it. */
function cellsOf(row: SheetRow, columns: readonly Column[], known: Known) {
  const cells: RaciCell[] = []
  const faults: RaciFault[] = []
  row.cells.forEach((text, index) => {
    const column = columnName(index)
    const { line } = row
    const use = columns[index]
    if (text === '') return
    if (use?.use === 'nameless') faults.push({ line, column, text: unsure(column, text) })
    if (use?.use === 'party') cells.push({ line, column, party: use.party, text })
    if (use?.use === 'role')
      for (const party of namesIn(text, known)) cells.push({ line, column, party, text: use.letter })
  })
  return { cells, faults }
}

function uprightEntries(below: readonly SheetRow[], columns: readonly Column[], known: Known): readonly RaciEntry[] {
  const at = (use: Column['use']) => columns.findLastIndex((column) => column.use === use)
  const [nameAt, workloadAt, idAt] = [at('activity'), at('workload'), at('id')]
  // A workload stands once over several rows: as a row of its own, or in a cell that was merged.
  let workload = ''
  return below.flatMap((row): readonly RaciEntry[] => {
    const { line } = row
    const name = row.cells[nameAt] ?? ''
    if (workloadAt < 0 && filled(row.cells) === 1 && known.workload(name) && !known.activity(name)) {
      workload = name
      return []
    }
    if (workloadAt >= 0 && row.cells[workloadAt]) workload = row.cells[workloadAt] ?? ''
    const id = idAt < 0 ? '' : (row.cells[idAt] ?? '')
    const { cells, faults } = cellsOf(row, columns, known)
    const nameless =
      name === '' && id === '' ? [{ line, text: 'It names no activity. Write one into the first column.' }] : []
    return [
      {
        key: `line ${line}`,
        line,
        name: name || id,
        cells,
        faults: [...nameless, ...faults],
        ...(id !== '' && { id }),
        ...(workload !== '' && { workload }),
      },
    ]
  })
}

/** The other way round: every column is an activity, every row a party. */
function turnedEntries(header: SheetRow, below: readonly SheetRow[]): readonly RaciEntry[] {
  const width = Math.max(header.cells.length, ...below.map(({ cells }) => cells.length))
  return Array.from({ length: width - 1 }, (_, nth): RaciEntry => {
    const index = nth + 1
    const column = columnName(index)
    const name = header.cells[index] ?? ''
    const held = below.filter(({ cells }) => (cells[index] ?? '') !== '')
    const cells = held.map((row) => ({
      line: row.line,
      column,
      party: row.cells[0] ?? '',
      text: row.cells[index] ?? '',
    }))
    const faults = cells.flatMap(({ line, party, text }): readonly RaciFault[] =>
      name === ''
        ? [{ line, column, text: unsure(column, text) }]
        : party === ''
          ? [{ line, column, text: 'The row names no party. Write one into the first column.' }]
          : [],
    )
    return { key: `column ${column}`, line: header.line, name, cells, faults }
  }).filter(({ name, cells }) => name !== '' || cells.length > 0)
}

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name) => name !== ''))]

/** The first row that looks like a header: titles over a table stand alone in their rows. */
const headerAt = (rows: readonly SheetRow[]): number =>
  Math.max(
    0,
    rows.findIndex(({ cells }) => filled(cells) >= 2),
  )

/** Takes a table apart. What it says of itself below the rows, as in our own exports, is no part of it. */
export function readSheet(given: readonly SheetRow[], known: Known, wanted?: Layout): RaciSheet {
  const end = given.findIndex(({ cells }) => cells[0] === aboutMark)
  const rows = (end < 0 ? given : given.slice(0, end)).map(({ cells, ...rest }) => ({
    ...rest,
    cells: cells.map((cell) => unguard(cell.trim())),
  }))
  const broken = rows.flatMap(({ fault, ...row }) => (fault === undefined ? [] : [{ ...row, text: fault }]))
  const whole = rows.filter(({ fault, cells }) => fault === undefined && filled(cells) > 0)
  const at = headerAt(whole)
  const header = whole[at]
  const titles = whole.slice(0, at).map(({ cells, line }) => `line ${line}: ${cells.join(' ').trim()}`)
  if (!header)
    return { layout: 'parties-across', entries: [], faults: broken, parties: [], leftOut: titles, header: [] }
  const below = whole.slice(at + 1)
  const layout = wanted ?? layoutOf(header, below, known)
  const shared = { layout, faults: broken, header: header.cells }
  if (layout === 'activities-across') {
    const parties = distinct(below.map(({ cells }) => cells[0] ?? ''))
    return { ...shared, entries: turnedEntries(header, below), parties, leftOut: titles }
  }
  const columns = columnsOf(header, below, layout, known)
  const entries = uprightEntries(below, columns, known)
  // Of “Process, Task” the last one is the activity.
  const nameAt = columns.findLastIndex(({ use }) => use === 'activity')
  const other = columns.flatMap(({ use }, index) =>
    (use === 'other' || (use === 'activity' && index !== nameAt)) && header.cells[index]
      ? [`column ${columnName(index)}: ${header.cells[index]}`]
      : [],
  )
  const letters = columns.flatMap((column) => (column.use === 'role' ? [column.letter] : []))
  return {
    ...shared,
    entries,
    parties: distinct([
      ...columns.flatMap((column) => (column.use === 'party' ? [column.party] : [])),
      ...(layout === 'roles-across' ? entries.flatMap(({ cells }) => cells.map(({ party }) => party)) : []),
    ]),
    ...(layout === 'roles-across' && { letters: new Set(letters) }),
    leftOut: [...titles, ...other],
  }
}
