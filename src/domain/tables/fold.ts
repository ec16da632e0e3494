import { cellText, type Table } from './table'

/** The table with all columns from `first` on in one, as `label: text`, for paper: nothing is cut at its edge. */
export function folded(table: Table, first: number, label: string): Table {
  const inside = table.columns.slice(first)
  return {
    ...table,
    columns: [...table.columns.slice(0, first), { key: 'folded', label }],
    rows: table.rows.map((row) => [
      ...row.slice(0, first),
      inside.flatMap((column, index) => {
        const text = cellText(row[first + index])
        return text === '' ? [] : [`${column.label}: ${text}`]
      }),
    ]),
  }
}
