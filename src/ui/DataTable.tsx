import type { ReactNode } from 'react'
import styles from './DataTable.module.css'

export interface Column<R> {
  readonly key: string
  readonly label: ReactNode
  /** `end` for numbers. */
  readonly align?: 'start' | 'end'
  readonly cell: (row: R) => ReactNode
}

export interface DataTableProps<R> {
  /** What the table tells, read out before it. */
  readonly caption: string
  readonly captionHidden?: boolean
  /** The first column names the row. */
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
}

/** What scrolls must be reachable by keyboard, also in browsers that do not see to it themselves. */
const reachable = { tabIndex: 0 }

/** The same numbers as a drawing, for everybody who cannot see it or wants to copy them. */
export function DataTable<R>({ caption, captionHidden = false, columns, rows, rowKey }: DataTableProps<R>) {
  const align = (column: Column<R>) => (column.align === 'end' ? styles.end : undefined)
  return (
    <section className={styles.scroll} aria-label={caption} {...reachable}>
      <table className={styles.table}>
        <caption className={captionHidden ? 'hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={align(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={align(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={align(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
