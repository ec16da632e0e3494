import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Command } from '../../../../domain/command'
import type { Ownership, Standing } from '../../../../domain/coverage'
import { Button, Kbd } from '../../../../ui'
import { formKeys } from '../formKeys'
import styles from './forms.module.css'

/** What every form of the drawer is given. */
export interface FormProps {
  readonly standing: Standing
  readonly ownership: Ownership
  /** Why a command would be refused, or undefined. */
  readonly why: (command: Command) => string | undefined
  /** `done` is called once it was carried out. */
  readonly onSend: (command: Command, done: () => void) => void
  readonly onCancel: () => void
}

interface FormFrameProps extends Pick<FormProps, 'why' | 'onCancel'> {
  readonly label: string
  readonly submit: string
  /** Undefined while a field holds something that cannot be sent. */
  readonly command: Command | undefined
  readonly onSend: (command: Command) => void
  /** `tried` once it was sent with something wrong: from then on the fields say what. */
  readonly children: (tried: boolean) => ReactNode
}

/** An inline form over one command: Ctrl or ⌘ with Enter sends, Escape folds it. The first field has the focus. */
export function FormFrame({ label, submit, command, why, onSend, onCancel, children }: FormFrameProps) {
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  const reason = command && why(command)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), [])
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [tries])

  const send = () => {
    if (!command) setTries(tries + 1)
    else if (reason === undefined) onSend(command)
  }
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      noValidate
      {...formKeys(send, onCancel)}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {children(tries > 0)}
      <div className={styles.end}>
        <Button tone="primary" type="submit" disabledReason={reason}>
          {submit} <Kbd>Ctrl Enter</Kbd>
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
        {reason !== undefined && <span className="muted">{reason}</span>}
      </div>
    </form>
  )
}
