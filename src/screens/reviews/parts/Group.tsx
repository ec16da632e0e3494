import { type ReactNode, useId, useState } from 'react'
import { Button } from '../../../ui'
import { countText } from '../model/words'
import styles from '../reviews.module.css'

interface GroupProps<T> {
  readonly title: string
  /** What the group means, or what can be done with it. */
  readonly note?: ReactNode
  readonly alarm?: boolean
  readonly actions?: ReactNode
  readonly items: readonly T[]
  readonly itemKey: (item: T) => string
  readonly render: (item: T) => ReactNode
  /** Folded until somebody unfolds it: what needs nobody now. */
  readonly folded?: boolean
}

const first = 50
const step = 200

/** A part of a list under its heading with its count. Long ones are shown step by step, short ones whole. */
export function Group<T>({ title, note, alarm, actions, items, itemKey, render, folded = false }: GroupProps<T>) {
  const [chosen, setChosen] = useState<boolean>()
  const [limit, setLimit] = useState(first)
  const id = useId()
  const open = chosen ?? !folded
  if (items.length === 0) return null
  const rest = items.length - limit
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} data-alarm={alarm}>
          {title} <b>{countText(items.length)}</b>
        </h2>
        {note !== undefined && <p className="muted">{note}</p>}
        <div className={styles.actions}>
          {open && actions}
          <Button tone="quiet" aria-expanded={open} aria-describedby={id} onClick={() => setChosen(!open)}>
            {open ? 'Fold' : 'Show'}
          </Button>
        </div>
      </div>
      {open && (
        <>
          <ul className={styles.rows}>
            {items.slice(0, limit).map((item) => (
              <li key={itemKey(item)}>{render(item)}</li>
            ))}
          </ul>
          {rest > 0 && (
            <div className={styles.more}>
              {countText(limit)} of {countText(items.length)} shown
              <Button onClick={() => setLimit(limit + step)}>Show {countText(Math.min(step, rest))} more</Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}
