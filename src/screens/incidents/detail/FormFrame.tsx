import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Command } from '../../../domain/command'
import type { Incident } from '../../../domain/incident'
import { Button, useUnsaved } from '../../../ui'
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
  /** Something was entered that leaving the page would lose. */
  readonly dirty?: boolean
  /** Why it cannot be sent yet, apart from the rules of the incident. */
  readonly reason?: string | undefined
  /** Keys of this form that choose; true when the key was one. Not asked while a text is typed. */
  readonly onKey?: (key: string) => boolean
  readonly children: ReactNode
}

const isText = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement || target instanceof HTMLSelectElement

/** What gets the focus, the first kind that a form has. */
const firstFields = ['textarea', '[role="radio"][aria-checked="true"]', 'input']

function focusFirst(form: HTMLFormElement | null): void {
  const found = firstFields.map((each) => form?.querySelector<HTMLElement>(each))
  found.find(Boolean)?.focus()
}

/**
 * An inline form over one command: Ctrl or ⌘ with Enter sends, Enter on a choice too, Escape folds it. What was chosen
 * or typed is the form's draft.
 */
export function FormFrame({ label, submit, command, dirty = false, onKey, children, ...props }: FormFrameProps) {
  const { why, onSend, onCancel } = props
  const frame = useRef<HTMLFormElement>(null)
  useEffect(() => focusFirst(frame.current), [])
  useUnsaved(dirty)
  const reason = props.reason ?? why(command)
  const send = () => reason === undefined && onSend(command)
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey } = event
    const held = ctrlKey || metaKey
    const chosen = target instanceof Element && target.getAttribute('role') === 'radio'
    if (event.nativeEvent.isComposing) return
    if (key === 'Escape') onCancel()
    else if (key === 'Enter' && (held || chosen)) send()
    else if (held || altKey || isText(target) || !onKey?.(key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const handlers = { onKeyDown }
  return (
    <form
      ref={frame}
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
