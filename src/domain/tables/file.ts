import type { Instant } from '../units'
import { csvText } from './csv'
import { jsonText } from './json'
import { markdownTable } from './markdown'
import { fileStem, type Table, type TableFormat } from './table'

/** A file to be saved: its name, its media type, and what stands in it. */
export interface NamedFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

// Without the mark, the most used spreadsheet reads UTF-8 as something else.
const byteOrderMark = '\uFEFF'

const writers: Readonly<Record<TableFormat, { ending: string; type: string; write: (table: Table) => string }>> = {
  csv: { ending: 'csv', type: 'text/csv;charset=utf-8', write: (table) => `${byteOrderMark}${csvText(table)}` },
  json: { ending: 'json', type: 'application/json', write: jsonText },
  markdown: { ending: 'md', type: 'text/markdown;charset=utf-8', write: markdownTable },
}

/** The table as a file, named by its title, `scope` and the moment. */
export function tableFile(table: Table, format: TableFormat, at: Instant, zone: string, scope?: string): NamedFile {
  const { ending, type, write } = writers[format]
  return { name: `${fileStem(table.title, at, zone, scope)}.${ending}`, type, text: write(table) }
}
