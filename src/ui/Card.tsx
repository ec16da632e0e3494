import { type ReactNode, useId } from 'react'
import styles from './Card.module.css'
import { cx } from './cx'

export interface CardProps {
  readonly title?: ReactNode
  /** One line under the title: what is shown, of what, how. */
  readonly sub?: ReactNode
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A panel. With a title it is a region named by it. */
export function Card({ title, sub, actions, className, children }: CardProps) {
  const id = useId()
  if (title === undefined) return <div className={cx(styles.card, className)}>{children}</div>
  return (
    <section className={cx(styles.card, className)} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 id={id}>{title}</h2>
          {sub !== undefined && <p className={styles.sub}>{sub}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
