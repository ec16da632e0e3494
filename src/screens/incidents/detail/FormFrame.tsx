import type { KeyboardEvent, ReactNode } from 'react'
import type { Command } from '../../../domain/command'
import type { Incident } from '../../../domain/incident'
import { Button } from '../../../ui'
import styles from './detail.module.css'

/** What every form of an action is given. */
export interface FormProps {
  readonly incident: Incident
  /** Why a command would be refused, or undefined. */
  readonly why: (command: Command) => string | undefined
  readonly onSend: (command: Command, carriedOut?: () => void) => void
  readonly onCancel: () => void
}

interface FormFrameProps extends FormProps {
  readonly label: string
  readonly submit: string
  readonly command: Command
  readonly children: ReactNode
}

/** An inline form over one command: Ctrl or ⌘ with Enter sends, Escape folds it. */
export function FormFrame({ label, submit, command, why, onSend, onCancel, children }: FormFrameProps) {
  const reason = why(command)
  const send = () => reason === undefined && onSend(command)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const handlers = { onKeyDown }
  return (
    <form
      className={styles.form}
      aria-label={label}
      {...handlers}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {children}
      <div className={styles.formEnd}>
        <Button tone="primary" type="submit" disabledReason={reason}>
          {submit}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
        {reason !== undefined && <span className="muted">{reason}</span>}
      </div>
    </form>
  )
}
