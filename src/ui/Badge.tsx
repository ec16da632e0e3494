import type { ReactNode } from 'react'
import styles from './Badge.module.css'
import { cx } from './cx'

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'stale' | 'bad' | 'solid'

/** A short word about a record. `solid` is for the one thing on a screen that must be seen first. */
export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={cx(styles.badge, styles[tone])}>{children}</span>
}
