import { useState } from 'react'
import { useFormDraft } from '../../../data'
import { type Action, type WorkState, workStates } from '../../../domain/problem'
import { whyNotAction } from '../../../domain/problemRules'
import { Picker, Select, TextField } from '../../../ui'
import { dayOf, endOf, openText, workNames } from '../words'
import { CommandForm, type FormProps } from './CommandForm'

const stateOf = (text: string): WorkState | undefined => workStates.find((each) => each === text)

/** Who does an action, until when, and how far it is. Only what differs is sent. */
export function ActionForm({ action, ...form }: FormProps & { readonly action: Action }) {
  const { problem, book } = form
  const [seen] = useState(action)
  const before = {
    owner: seen.owner ?? '',
    due: seen.due === undefined ? '' : dayOf(seen.due, book.zone),
    state: seen.state as string,
  }
  const draft = useFormDraft(`problem action ${action.id}`, before)
  const { owner, due: day, state } = draft.values
  const due = day === '' || day === before.due ? undefined : endOf(day, book.zone)
  const next = state === before.state ? undefined : stateOf(state)
  const wanted = {
    ...(owner !== '' && owner !== before.owner && { owner }),
    ...(due !== undefined && { due }),
    ...(next !== undefined && { state: next }),
  }
  const emptied = (owner === '' && before.owner !== '') || (day === '' && before.due !== '')
  const states = [...workStates, ...(stateOf(before.state) ? [] : [before.state])]
  return (
    <CommandForm
      {...form}
      label={`Change ${action.title}`}
      submit="Save"
      command={{ kind: 'set-action', problem: problem.id, action: action.id, ...wanted }}
      reason={emptied ? 'An owner or a date can be changed, not taken away.' : whyNotAction(action, wanted)}
      mine={`${openText(workNames, state)}, ${owner === '' ? 'nobody' : book.name(owner)}, due ${day || 'at no date'}`}
      draft={draft}
    >
      <Select
        label="State"
        value={state}
        options={states.map((value) => ({ value, label: openText(workNames, value) }))}
        onChange={(value) => draft.set({ state: value })}
      />
      <Picker label="Owner" options={book.takers} value={owner} onChange={(value) => draft.set({ owner: value })} />
      <TextField label="Due" type="date" value={day} onChange={(value) => draft.set({ due: value })} />
    </CommandForm>
  )
}
