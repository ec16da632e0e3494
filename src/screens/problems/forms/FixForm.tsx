import { useFormDraft } from '../../../data'
import { whyNotFix } from '../../../domain/problemRules'
import { localText, momentsAt } from '../../../domain/time/local'
import { TextField } from '../../../ui'
import { CommandForm, type FormProps } from './CommandForm'

/** Declares a fix: what was done, and when it was put in place. */
export function FixForm({ problem, book, onClose }: FormProps) {
  const { now, zone } = book
  const draft = useFormDraft(`problem fix ${problem.id}`, { what: '', at: '' })
  const { what, at: text } = draft.values
  const at = text === '' ? undefined : momentsAt(text, zone)?.at(-1)
  const wanted = { what: what.trim(), ...(at !== undefined && { at }) }
  const wrong = text !== '' && at === undefined ? 'There is no such moment in this zone.' : undefined
  return (
    <CommandForm
      problem={problem}
      book={book}
      onClose={onClose}
      label="Declare a fix"
      submit="Declare the fix"
      command={{ kind: 'declare-fix', problem: problem.id, ...wanted }}
      reason={wrong ?? whyNotFix(wanted, now)}
      mine={`fix “${wanted.what}”`}
      draft={draft}
    >
      <TextField label="What was done" value={what} onChange={(next) => draft.set({ what: next })} />
      <TextField
        label="In place since (empty: now)"
        type="datetime-local"
        value={text}
        placeholder={localText(now, zone)}
        onChange={(next) => draft.set({ at: next })}
        error={wrong}
      />
    </CommandForm>
  )
}
