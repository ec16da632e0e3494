import { createContext, type ReactNode, useContext, useRef, useState } from 'react'
import { type Commanding, useCommand, useSources } from '../../../data'
import type { Command } from '../../../domain/command'
import type { Incident } from '../../../domain/incident'
import { announce } from '../../../ui'
import { type Action, actionsOf, refusal } from './actions'
import type { FormName } from './forms'

/** The response to one incident: what can be done, what is being done, and how. Head and side share it. */
export interface Response {
  readonly commanding: Commanding
  readonly actions: readonly Action[]
  /** The form that is open. */
  readonly form: FormName | undefined
  /** Its command is on its way: out of sight until it is carried out, back with all that was typed if not. */
  readonly away: boolean
  /** Why the last key or button did nothing. */
  readonly refused: string | undefined
  /** Opens a form. The focus goes back to the opener afterwards. */
  readonly open: (form: FormName, opener?: HTMLElement | null) => void
  readonly close: () => void
  readonly act: (action: Action, opener?: HTMLElement | null) => void
  readonly send: (command: Command, carriedOut?: () => void) => void
  /** Takes back what was last done, or says why not. */
  readonly undo: () => void
  /** Why a command would be refused, or undefined. */
  readonly why: (command: Command) => string | undefined
}

const ResponseContext = createContext<Response | undefined>(undefined)

/** The response around. Undefined where an incident is shown and cannot be answered. */
export const useResponse = (): Response | undefined => useContext(ResponseContext)

/** Carries the response of one incident. */
export function ResponseProvider({
  incident,
  children,
}: {
  readonly incident: Incident
  readonly children: ReactNode
}) {
  const commanding = useCommand()
  const problems = useSources().some(({ source }) => source?.readers.problems !== undefined)
  const opener = useRef<HTMLElement | null>(null)
  const [form, setForm] = useState<FormName>()
  const [sent, setSent] = useState<FormName>()
  const [refused, setRefused] = useState<string>()

  const refocus = () => opener.current?.isConnected && opener.current.focus()
  const open: Response['open'] = (wanted, from) => {
    opener.current = from ?? null
    setRefused(undefined)
    setForm(wanted)
  }
  const close = () => {
    refocus()
    setForm(undefined)
  }
  const send: Response['send'] = (command, carriedOut) => {
    const { version } = incident
    setRefused(undefined)
    setSent(form)
    if (form !== undefined) refocus()
    commanding.send({
      command,
      ...(version !== undefined && { version }),
      done: () => {
        carriedOut?.()
        setForm((now) => (now === form ? undefined : now))
      },
    })
  }
  const act: Response['act'] = (action, from) => {
    const { reason, command, label, form: wanted } = action
    if (reason !== undefined) {
      setRefused(`${label}: ${reason}`)
      return announce(reason)
    }
    if (command) send(command)
    else if (wanted === form) close()
    else if (wanted) open(wanted, from)
  }
  const undo = () => {
    const { whyNotUndo } = commanding
    setRefused(whyNotUndo === undefined ? undefined : `Undo: ${whyNotUndo}`)
    if (whyNotUndo !== undefined) return announce(whyNotUndo)
    setSent(undefined)
    commanding.undo()
    announce('Undone')
  }
  const actions = actionsOf(incident, { whyNot: commanding.whyNot, problems })
  const response: Response = {
    commanding,
    actions,
    form,
    away: commanding.pending && sent === form,
    refused,
    open,
    close,
    act,
    send,
    undo,
    why: (command) => refusal(incident, command, commanding),
  }
  return <ResponseContext.Provider value={response}>{children}</ResponseContext.Provider>
}
