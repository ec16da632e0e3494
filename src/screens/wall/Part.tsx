import type { ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { useNow } from '../../data'
import styles from './part.module.css'

export interface PartProps {
  /** What it is called: “The counts”. */
  readonly name: string
  /** What it would have told, in plain words: that is shown whatever happens. */
  readonly says?: string
  /** What it draws: when that changes, drawing is tried again. */
  readonly of?: unknown
  readonly children: ReactNode
}

const minute = 60

/** A part of the wall that cannot be drawn costs its form only, and is tried again every minute: nobody presses a button. */
export function Part({ name, says, of, children }: PartProps) {
  const now = useNow(minute)
  return (
    <ErrorBoundary
      resetKeys={[of, now]}
      fallbackRender={({ error }) => (
        <div role="alert" className={styles.broken}>
          {says !== undefined && <b>{says}</b>}
          <span>
            {name} cannot be drawn: {error instanceof Error ? error.message : String(error)}
          </span>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  )
}
