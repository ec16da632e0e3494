import type { ReactNode } from 'react'
import { Button } from './Button'
import { cx } from './cx'
import { Icon, type IconName } from './Icon'
import styles from './states.module.css'

const widths = ['62%', '88%', '74%', '81%', '55%', '92%']

/** Stands where rows will be. `label` says what is on its way. */
export function Skeleton({ label, rows = 6 }: { readonly label: string; readonly rows?: number }) {
  return (
    <div role="status" className={styles.skeleton}>
      <span className="hidden">{label}</span>
      {Array.from({ length: rows }, (_row, index) => (
        <i key={index} aria-hidden="true" style={{ width: widths[index % widths.length] }} />
      ))}
    </div>
  )
}

export interface EmptyStateProps {
  readonly title: string
  readonly icon?: IconName
  /** Why there is nothing, and what would change that. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** There is nothing to show, and that is the truth: says why and what to do. */
export function EmptyState({ title, icon = 'info', children, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <span className={styles.mark}>
        <Icon name={icon} size={28} />
      </span>
      <h2>{title}</h2>
      {children !== undefined && <div>{children}</div>}
      {action}
    </div>
  )
}

export interface FailedStateProps {
  /** What could not be done: "Incidents could not be read". */
  readonly what: string
  /** Where it went wrong and the words of the failure. */
  readonly where?: ReactNode
  /** What a person can do about it. */
  readonly advice?: ReactNode
  readonly onRetry?: () => void
}

/** Something failed: what, where, what to do, and a way to try again. */
export function FailedState({ what, where, advice, onRetry }: FailedStateProps) {
  return (
    <div role="alert" className={cx(styles.state, styles.failed)}>
      <span className={styles.mark}>
        <Icon name="warn" size={28} />
      </span>
      <h2>{what}</h2>
      {where !== undefined && <p>{where}</p>}
      {advice !== undefined && <p>{advice}</p>}
      {onRetry && (
        <Button onClick={onRetry}>
          <Icon name="retry" size={14} />
          Try again
        </Button>
      )}
    </div>
  )
}

/** What is shown is not all of it: says what is missing. */
export function PartialNote({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div role="note" className={styles.partial}>
      <Icon name="warn" size={14} />
      <div>{children}</div>
      {action}
    </div>
  )
}
