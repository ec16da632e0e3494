import type { ReactNode } from 'react'
import { VirtualList } from '../../ui'
import styles from './problems.module.css'

/** Beyond this, only the rows in view are drawn. */
const many = 100

interface RowsProps<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly itemKey: (item: T) => string
  readonly render: (item: T) => ReactNode
  /** Pixels of one row, as a first guess. */
  readonly estimate: number
  readonly total?: number | undefined
}

/** A list of which all rows are drawn while they are few: those can be found by the browser's own search, and printed. */
export const Rows = <T,>({ label, items, itemKey, render, ...more }: RowsProps<T>) =>
  items.length > many ? (
    <VirtualList label={label} items={items} itemKey={itemKey} render={render} {...more} />
  ) : (
    <ul className={styles.rows} aria-label={label}>
      {items.map((item) => (
        <li key={itemKey(item)}>{render(item)}</li>
      ))}
    </ul>
  )
