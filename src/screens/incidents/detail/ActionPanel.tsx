import { type ReactNode, useRef, useState } from 'react'
import { useCommand, useDraft } from '../../../data'
import type { Command } from '../../../domain/command'
import type { Incident } from '../../../domain/incident'
import { announce, Button, Kbd, useKeys } from '../../../ui'
import type { Names } from '../useNames'
import { type Action, actionsOf, type FormName, refusal } from './actions'
import { AssignForm } from './AssignForm'
import styles from './detail.module.css'
import { NoteForm } from './NoteForm'
import { Refused } from './Refused'
import { SeverityForm } from './SeverityForm'

interface ActionPanelProps {
  readonly incident: Incident
  readonly names: Names
  /** The title, beside the buttons. */
  readonly children: ReactNode
}

/** The head of an incident: its title, what can be done, the form that is open, and what went wrong. */
export function ActionPanel({ incident, names, children }: ActionPanelProps) {
  const commanding = useCommand()
  const hasDraft = useDraft(incident.id).text.trim() !== ''
  const buttons = useRef<HTMLDivElement>(null)
  const [form, setForm] = useState<FormName>()
  /** The form whose command is on its way: out of sight until it is carried out, back with all that was typed if not. */
  const [sent, setSent] = useState<FormName>()
  const actions = actionsOf(incident, commanding)

  const focusOpener = () => {
    const key = actions.find((action) => action.form !== undefined && action.form === form)?.key
    buttons.current?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`)?.focus()
  }
  const send = (command: Command, carriedOut?: () => void) => {
    const { version } = incident
    setSent(form)
    focusOpener()
    commanding.send({
      command,
      ...(version !== undefined && { version }),
      done: () => {
        carriedOut?.()
        setForm((open) => (open === form ? undefined : open))
      },
    })
  }
  const act = (action: Action) => {
    if (action.reason !== undefined) return announce(action.reason)
    if (action.command) send(action.command)
    else setForm(form === action.form ? undefined : action.form)
  }
  useKeys(
    'Incident',
    actions.map((action) => ({ keys: action.key, label: action.label, run: () => act(action) })),
  )
  const shared = {
    incident,
    why: (command: Command) => refusal(incident, command, commanding),
    onSend: send,
    onCancel: () => {
      focusOpener()
      setForm(undefined)
    },
  }
  return (
    <header className={styles.head}>
      <div className={styles.headRow}>
        {children}
        <div ref={buttons} role="group" aria-label="Actions" className={styles.actions}>
          {actions.map((action, index) => (
            <Button
              key={action.key}
              tone={index === 0 ? 'primary' : 'default'}
              disabledReason={action.reason}
              aria-keyshortcuts={action.key}
              onClick={() => act(action)}
              {...(action.form && { 'aria-expanded': form === action.form })}
            >
              {action.label}
              {action.form === 'update' && hasDraft && form !== 'update' && (
                <span className={styles.dot} title="A draft is kept" />
              )}
              <Kbd>{action.key.toUpperCase()}</Kbd>
            </Button>
          ))}
        </div>
      </div>
      <Refused commanding={commanding} incident={incident} names={names} />
      <div hidden={commanding.pending && sent === form}>
        {form === 'update' && <NoteForm {...shared} />}
        {form === 'severity' && <SeverityForm {...shared} />}
        {form === 'assign' && <AssignForm {...shared} names={names} />}
        {form === 'resolve' && <NoteForm {...shared} resolves />}
      </div>
      {commanding.pending && (
        <span role="status" className="hidden">
          Sending
        </span>
      )}
    </header>
  )
}
