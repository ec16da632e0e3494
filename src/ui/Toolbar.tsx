import type { ReactNode } from 'react'
import styles from './Toolbar.module.css'

export interface ToolbarProps {
  /** What its controls do: "Filters". */
  readonly label: string
  /** Controls at the right end. */
  readonly end?: ReactNode
  readonly children: ReactNode
}

/** A row of controls over a view. It wraps on narrow screens. */
export function Toolbar({ label, end, children }: ToolbarProps) {
  return (
    <div role="group" aria-label={label} className={styles.bar}>
      {children}
      {end !== undefined && <div className={styles.end}>{end}</div>}
    </div>
  )
}
