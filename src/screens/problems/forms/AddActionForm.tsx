import { useFormDraft } from '../../../data'
import { type ActionKind, actionKinds } from '../../../domain/problem'
import { whyNotNewAction } from '../../../domain/problemRules'
import { Picker, Select, TextField } from '../../../ui'
import { endOf, kindNames } from '../words'
import { CommandForm, type FormProps } from './CommandForm'

const kinds = actionKinds.map((value) => ({ value, label: kindNames[value] }))
const kindOf = (text: string): ActionKind => actionKinds.find((each) => each === text) ?? 'prevent'

/** Adds an action: what, what for, who does it until when. */
export function AddActionForm({ problem, book, onClose }: FormProps) {
  const draft = useFormDraft(`problem action ${problem.id}`, { title: '', action: 'prevent', owner: '', due: '' })
  const { title, action, owner, due: day } = draft.values
  const due = day === '' ? undefined : endOf(day, book.zone)
  const wanted = { title: title.trim(), ...(due !== undefined && { due }) }
  const wrong = day !== '' && due === undefined ? 'There is no such day.' : undefined
  return (
    <CommandForm
      problem={problem}
      book={book}
      onClose={onClose}
      label="Add an action"
      submit="Add the action"
      command={{
        kind: 'add-action',
        problem: problem.id,
        action: kindOf(action),
        ...wanted,
        ...(owner !== '' && { owner }),
      }}
      reason={wrong ?? whyNotNewAction(wanted, book.now)}
      mine={`action “${wanted.title}”`}
      draft={draft}
    >
      <TextField label="What is to be done" value={title} onChange={(next) => draft.set({ title: next })} />
      <Select
        label="What for"
        value={kindOf(action)}
        options={kinds}
        onChange={(next) => draft.set({ action: next })}
      />
      <Picker
        label="Owner (may stay empty)"
        options={book.takers}
        value={owner}
        onChange={(next) => draft.set({ owner: next })}
      />
      <TextField
        label="Due (may stay empty)"
        type="date"
        value={day}
        onChange={(next) => draft.set({ due: next })}
        error={wrong}
      />
    </CommandForm>
  )
}
