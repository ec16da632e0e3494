import { useState } from 'react'
import { DataTable } from '../ui/DataTable'
import styles from './frame.module.css'
import { MarkLink } from './MarkLink'

export interface FigureRow {
  readonly key: string
  /** The first cell names the row. */
  readonly cells: readonly string[]
  /** Where the records behind the row are listed. */
  readonly to?: string
  /** The same for each cell that has records of its own. */
  readonly links?: readonly (string | undefined)[]
}

/** The numbers of a drawing as rows and columns. */
export interface FigureTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly FigureRow[]
}

function cell({ cells, to, links }: FigureRow, index: number) {
  const at = index === 0 ? to : links?.[index]
  return at === undefined ? cells[index] : <MarkLink to={at}>{cells[index]}</MarkLink>
}

/** The numbers as a table. */
export const FigureRows = ({ table: { caption, columns, rows } }: { readonly table: FigureTable }) => (
  <DataTable
    caption={caption}
    columns={columns.map((label, index) => ({
      key: label,
      label,
      align: index === 0 ? ('start' as const) : ('end' as const),
      cell: (row: FigureRow) => cell(row, index),
    }))}
    rows={rows}
    rowKey={(row) => row.key}
  />
)

/** The table behind a disclosure. Its rows are only made once it is opened. */
export function Figures({ table }: { readonly table: FigureTable }) {
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.figures} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Table</summary>
      {open && <FigureRows table={table} />}
    </details>
  )
}
