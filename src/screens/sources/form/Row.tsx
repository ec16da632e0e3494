import { type ReactNode, useId } from 'react'
import styles from './form.module.css'

/** What a control needs to be named and described. */
export interface Told {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly 'aria-required'?: true
}

interface RowProps {
  readonly label: string
  readonly required?: boolean
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly control: (told: Told) => ReactNode
}

/** One field: its label, its control, what it is for, and what is wrong with its value. */
export function Row({ label, required = false, hint, error, control }: RowProps) {
  const id = useId()
  const describing = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(
    (each) => each !== false,
  )
  return (
    <div className={styles.row}>
      <label htmlFor={id}>
        {label}
        {required && <span className="muted"> (needed)</span>}
      </label>
      {control({
        id,
        ...(describing.length > 0 && { 'aria-describedby': describing.join(' ') }),
        ...(error !== undefined && { 'aria-invalid': true as const }),
        ...(required && { 'aria-required': true as const }),
      })}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.wrong}>
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
