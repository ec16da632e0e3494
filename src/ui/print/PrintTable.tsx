import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import styles from './PrintTable.module.css'

export interface PrintTableProps {
  readonly title: string
  /** Lines over the table. */
  readonly scope: readonly string[]
  /** Lines below it. */
  readonly definitions: readonly string[]
  readonly columns: readonly string[]
  /** Each as long as the columns. Every text stands on a line of its own. */
  readonly rows: readonly (readonly (readonly string[])[])[]
  /** Called when the print dialogue was closed. */
  readonly onDone: () => void
}

/** A table as a page of paper: it stands in the page only while it is printed, and then alone. */
export function PrintTable({ title, scope, definitions, columns, rows, onDone }: PrintTableProps) {
  const asked = useRef(false)
  useEffect(() => {
    window.addEventListener('afterprint', onDone)
    if (!asked.current) {
      asked.current = true
      window.print()
    }
    return () => window.removeEventListener('afterprint', onDone)
  }, [onDone])
  const lines = (texts: readonly string[], name: string) => (
    <ul aria-label={name}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
  return createPortal(
    <article className={styles.sheet} aria-label={`${title}, for printing`}>
      <h1>{title}</h1>
      {lines(scope, 'What is shown')}
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, nth) => (
            <tr key={nth}>
              {row.map((texts, index) => (
                <td key={index}>
                  {texts.map((text, at) => (
                    <div key={at}>{text}</div>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {lines(definitions, 'What it means')}
    </article>,
    document.body,
  )
}
