import { memo, type ReactNode } from 'react'
import styles from './trends.module.css'

interface KeptProps {
  readonly keep: boolean
  readonly children: ReactNode
}

/** Leaves what is drawn as it is while `keep` holds. */
export const Kept = memo(
  ({ children }: KeptProps) => children,
  (_before, next) => next.keep,
)

export interface SettlingProps {
  /** Whether the answers to the question that is asked now are still to come. */
  readonly waits: boolean
  readonly children: ReactNode
}

/**
 * Figures of the question before stand dimmed, their links with them, until the answers to the new one are there: no count
 * ever stands over the records of another question.
 */
export const Settling = ({ waits, children }: SettlingProps) => (
  <div className={styles.settling} aria-busy={waits}>
    <Kept keep={waits}>{children}</Kept>
  </div>
)
