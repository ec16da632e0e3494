import { type Cell, cellText, type Table } from './table'

/** A text as Markdown shows it: nothing in it is taken for a mark, a pipe ends no cell, a line break ends no row. */
export const markdownText = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|~&]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([#+-]|\d+[.)])(?=\s)/g, String.raw`$1\$2`)
    .replaceAll(/\r\n|\r|\n/g, '<br>')

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A table of plain texts (GitHub style). Each row is as long as the columns. */
export const markdownGrid = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    line(columns.map(markdownText)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(markdownText))),
  ].join('\n')

/** A heading, the scope as a list, the table (GitHub style), and the definitions below it. */
export function markdownTable({ title, scope, definitions, columns, rows }: Table): string {
  // Most cells of a wide table are empty: they must cost next to nothing.
  const numeric = columns.map((_, index) => {
    const first = rows.find((row) => row[index] !== undefined)?.[index]
    return typeof first === 'number' && rows.every((row) => row[index] === undefined || typeof row[index] === 'number')
  })
  const cells = (row: readonly Cell[]) =>
    columns.map((_, index) => (row[index] === undefined ? '' : markdownText(cellText(row[index]))))
  const list = (lines: readonly string[]) => lines.map((text) => `- ${markdownText(text)}`)
  const table = [
    line(columns.map(({ label }) => markdownText(label))),
    line(numeric.map((right) => (right ? '---:' : '---'))),
    ...rows.map((row) => line(cells(row))),
  ]
  const parts = [[`# ${markdownText(title)}`], list(scope), table, list(definitions)]
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`
}
