import type { ReactNode } from 'react'
import styles from './Card.module.css'
import { cx } from './cx'
import { Link } from './Link'

export type FigureTone = 'plain' | 'neutral' | 'ok' | 'warn' | 'stale' | 'sev1' | 'sev2'

export interface FigureProps {
  readonly label: string
  /** The number as people read it, or words such as "too few to tell". */
  readonly value: ReactNode
  readonly tone?: FigureTone
  /** The difference to the time before, and its colour. */
  readonly change?: ReactNode
  readonly changeTone?: FigureTone
  /** The verdict, n, and what was left out. */
  readonly note?: ReactNode
  readonly noteTone?: FigureTone
  /** Where the records behind the number are. */
  readonly to?: string
  readonly className?: string
  readonly children?: ReactNode
}

/** A big number with its label and what a reader must know to believe it. The whole card opens the records behind it. */
export function Figure({
  label,
  value,
  tone = 'plain',
  change,
  changeTone = 'neutral',
  note,
  noteTone = 'neutral',
  to,
  className,
  children,
}: FigureProps) {
  return (
    <div className={cx(styles.card, styles.figure, className)}>
      <h3>
        {to === undefined ? (
          label
        ) : (
          <Link className={styles.open} to={to}>
            {label}
          </Link>
        )}
      </h3>
      <div className={cx(styles.big, styles[tone])}>
        {value}
        {change !== undefined && <span className={cx(styles.change, styles[changeTone])}>{change}</span>}
      </div>
      {note !== undefined && <div className={cx(styles.note, styles[noteTone])}>{note}</div>}
      {children}
    </div>
  )
}
