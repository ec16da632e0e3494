import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './StatusLight.module.css'

/** `snapshot`: a copy that does not change. Each kind has a shape and pattern of its own. */
export type Light = 'fresh' | 'snapshot' | 'ageing' | 'stale' | 'dead' | 'unknown'

/** A light with its words. Never colour alone, never green for want of data. */
export function StatusLight({ light, children }: { readonly light: Light; readonly children: ReactNode }) {
  return (
    <span className={styles.light}>
      <i className={cx(styles.dot, styles[light])} aria-hidden="true" />
      {children}
    </span>
  )
}
