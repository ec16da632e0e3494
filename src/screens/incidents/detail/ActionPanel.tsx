import { type ReactNode, useRef } from 'react'
import { useDraft } from '../../../data'
import type { Incident } from '../../../domain/incident'
import { Button, Kbd, Menu, useKeys } from '../../../ui'
import type { Names } from '../useNames'
import type { Action } from './actions'
import { AssignForm } from './AssignForm'
import styles from './detail.module.css'
import { draftOf, type FormName } from './forms'
import { NoteForm, ResolveForm } from './NoteForm'
import { ProblemForm } from './ProblemForm'
import { Refused } from './Refused'
import { type Response, useResponse } from './Response'
import { RoleForm } from './RoleForm'
import { SeverityForm } from './SeverityForm'
import { Share } from './share/Share'
import { StepForm } from './StepForm'
import { UndoBar } from './UndoBar'

interface ActionPanelProps {
  readonly incident: Incident
  readonly names: Names
  /** The title, beside the buttons. */
  readonly children: ReactNode
}

interface ActionButtonProps {
  readonly action: Action
  readonly incident: Incident
  readonly first: boolean
  readonly open: boolean
  readonly onAct: (button: HTMLElement) => void
}

function ActionButton({ action, incident, first, open, onAct }: ActionButtonProps) {
  const { key, label, short = label, reason, form } = action
  const kept = useDraft(draftOf(form ?? 'say', incident.id)).text !== '' && form !== undefined
  return (
    <Button
      tone={first ? 'primary' : 'default'}
      disabledReason={reason}
      aria-keyshortcuts={key}
      onClick={(event) => onAct(event.currentTarget)}
      {...(form && { 'aria-expanded': open })}
    >
      {short}
      {kept && !open && <span className={styles.dot} title="A draft is kept" />}
      <Kbd>{key.toUpperCase()}</Kbd>
    </Button>
  )
}

function Form({
  name,
  incident,
  names,
  response,
}: {
  readonly name: FormName
  readonly incident: Incident
  readonly names: Names
  readonly response: Response
}) {
  const shared = { incident, why: response.why, onSend: response.send, onCancel: response.close }
  switch (name) {
    case 'say':
      return <NoteForm {...shared} />
    case 'severity':
      return <SeverityForm {...shared} />
    case 'assign':
      return <AssignForm {...shared} names={names} />
    case 'role':
      return <RoleForm {...shared} names={names} />
    case 'step':
      return <StepForm {...shared} />
    case 'problem':
      return <ProblemForm {...shared} />
    case 'resolve':
      return <ResolveForm {...shared} />
  }
}

/** The head of an incident: its title, what can be done, the form that is open, and what went wrong. */
export function ActionPanel({ incident, names, children }: ActionPanelProps) {
  const response = useResponse()
  const buttons = useRef<HTMLDivElement>(null)
  const actions = response?.actions ?? []
  const buttonOf = ({ key }: Action) =>
    buttons.current?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`) ?? null
  useKeys(
    'Incident',
    actions.map((action) => ({
      keys: action.key,
      label: action.label,
      // The form that S opens takes a digit next.
      ...(action.form === 'severity' && { shown: 's 1–5' }),
      run: () => response?.act(action, buttonOf(action)),
    })),
  )
  if (!response) return <header className={styles.head}>{children}</header>
  const { commanding, form, act } = response
  return (
    <header className={styles.head}>
      <div className={styles.headRow}>
        {children}
        <Share incident={incident} names={names} />
        <div ref={buttons} role="group" aria-label="Actions" className={styles.actions}>
          {actions.flatMap((action, index) =>
            action.aside ? (
              []
            ) : (
              <ActionButton
                key={action.key}
                action={action}
                incident={incident}
                first={index === 0}
                open={action.form !== undefined && action.form === form}
                onAct={(button) => act(action, button)}
              />
            ),
          )}
          <Menu
            label="State"
            items={actions.flatMap((action) =>
              action.aside
                ? {
                    key: action.key,
                    label: action.label,
                    shortcut: action.key.toUpperCase(),
                    disabledReason: action.reason,
                    onSelect: () => act(action),
                  }
                : [],
            )}
          />
        </div>
      </div>
      {response.refused !== undefined && (
        <p role="status" className="muted">
          {response.refused}
        </p>
      )}
      <Refused commanding={commanding} incident={incident} names={names} />
      {form && (
        <div hidden={response.away}>
          <Form key={form} name={form} incident={incident} names={names} response={response} />
        </div>
      )}
      <UndoBar incident={incident} />
      {commanding.pending && (
        <span role="status" className="hidden">
          Sending
        </span>
      )}
    </header>
  )
}
