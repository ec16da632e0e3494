import { type ReactNode, useId, useState } from 'react'
import { Button, VirtualList } from '../../../ui'
import styles from '../page.module.css'
import { countText } from '../words'

/** So many rows stand for all until all are asked for. */
const few = 6
/** Beyond this, only the rows in view are drawn. */
const many = 100

interface SectionProps<T> {
  readonly title: string
  /** What the figure at the top of the page leads to. */
  readonly anchor?: string
  /** What counts here, and what does not. */
  readonly sub?: ReactNode
  readonly items: readonly T[]
  readonly itemKey: (item: T) => string
  readonly render: (item: T) => ReactNode
  /** What it means that there are none. Absent: the section is left out then. */
  readonly none?: ReactNode
  /** A way on, under the rows. */
  readonly more?: ReactNode
}

/** A count and the list behind it. */
export function Section<T>({ title, anchor, sub, items, itemKey, render, none, more }: SectionProps<T>) {
  const id = useId()
  const [all, setAll] = useState(false)
  if (items.length === 0 && none === undefined) return null
  const shown = all ? items : items.slice(0, few)
  return (
    <section
      className={styles.section}
      aria-labelledby={id}
      tabIndex={-1}
      {...(anchor !== undefined && { id: anchor })}
    >
      <h2 id={id}>
        {title} <b>{countText(items.length)}</b>
      </h2>
      {sub !== undefined && items.length > 0 && <p className={styles.sub}>{sub}</p>}
      {items.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : shown.length > many ? (
        <div className={styles.long}>
          <VirtualList label={title} items={shown} itemKey={itemKey} render={render} estimate={56} />
        </div>
      ) : (
        <ul className={styles.rows}>
          {shown.map((item) => (
            <li key={itemKey(item)}>{render(item)}</li>
          ))}
        </ul>
      )}
      {(items.length > few || more !== undefined) && (
        <div className={styles.more}>
          {items.length > few && (
            <Button tone="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? `Show the first ${few}` : `Show all ${countText(items.length)}`}
            </Button>
          )}
          {more}
        </div>
      )}
    </section>
  )
}
