import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../../ui'
import { formKeys } from './formKeys'
import styles from './drawer.module.css'

interface InlineFormProps {
  readonly label: string
  readonly submit: string
  readonly tone: 'primary' | 'danger'
  /** Why it cannot be sent. */
  readonly reason: string | undefined
  readonly onSend: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** A small form inside a record: Ctrl or ⌘ with Enter sends, Escape folds it and nothing else. */
export function InlineForm({ label, submit, tone, reason, onSend, onCancel, children }: InlineFormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const send = () => reason === undefined && onSend()
  return (
    <form
      ref={form}
      className={styles.inline}
      aria-label={label}
      noValidate
      {...formKeys(send, onCancel)}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {children}
      <Button type="submit" tone={tone} disabledReason={reason}>
        {submit}
      </Button>
      <Button tone="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  )
}
