import { useState } from 'react'
import { useFormDraft } from '../../../data'
import { whyNotProblem } from '../../../domain/problemRules'
import { Picker, TextArea } from '../../../ui'
import { CommandForm, type FormProps } from './CommandForm'

/** Who answers for it, why it happens and what helps meanwhile. Only what differs is sent. */
export function FactsForm({ problem, book, onClose }: FormProps) {
  const [seen] = useState(problem)
  const before = {
    owner: seen.owner ?? '',
    rootCause: seen.rootCause?.text ?? '',
    workaround: seen.workaround ?? '',
  }
  const draft = useFormDraft(`problem facts ${problem.id}`, before)
  const { owner, rootCause, workaround } = draft.values
  const wanted = {
    ...(owner !== '' && owner !== before.owner && { owner }),
    ...(rootCause.trim() !== before.rootCause && { rootCause }),
    ...(workaround.trim() !== before.workaround && { workaround }),
  }
  const reason =
    owner === '' && before.owner !== '' ? 'An owner can be changed, not taken away.' : whyNotProblem(problem, wanted)
  return (
    <CommandForm
      problem={problem}
      book={book}
      onClose={onClose}
      label="Owner, cause and workaround"
      submit="Save"
      command={{ kind: 'set-problem', problem: problem.id, ...wanted }}
      reason={reason}
      mine={Object.entries(wanted)
        .map(([field, value]) => `${field === 'rootCause' ? 'root cause' : field} “${value}”`)
        .join(', ')}
      draft={draft}
    >
      <Picker label="Owner" options={book.takers} value={owner} onChange={(next) => draft.set({ owner: next })} />
      <TextArea label="Root cause" value={rootCause} onChange={(next) => draft.set({ rootCause: next })} />
      <TextArea label="Workaround" value={workaround} onChange={(next) => draft.set({ workaround: next })} />
    </CommandForm>
  )
}
