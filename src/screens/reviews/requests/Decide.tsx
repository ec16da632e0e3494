import { useState } from 'react'
import { useActor, useCommand, useFormDraft } from '../../../data'
import type { ChangeRequest } from '../../../domain/change'
import { whyNotDecision } from '../../../domain/changeRules'
import { Button, TextArea, useUnsaved } from '../../../ui'
import type { Book } from '../model/book'
import { Refused } from '../parts/Refused'
import { changeStateNames, openText } from '../model/words'
import styles from '../forms.module.css'

type Decision = 'approved' | 'rejected' | 'withdrawn'

const deeds: readonly (readonly [Decision, string, 'primary' | 'danger' | 'quiet'])[] = [
  ['approved', 'Approve', 'primary'],
  ['rejected', 'Reject', 'danger'],
  ['withdrawn', 'Take back', 'quiet'],
]

/** Decides a request, with a word about it. What a person may not decide is disabled with the reason. */
export function Decide({
  request,
  book,
  onClose,
}: {
  readonly request: ChangeRequest
  readonly book: Book
  readonly onClose: () => void
}) {
  const actor = useActor()
  const commanding = useCommand()
  const draft = useFormDraft(`decide ${request.id}`, { note: '' })
  useUnsaved(draft.dirty)
  // As it was when it was opened: what the person saw, should it have moved on.
  const [seen] = useState(request)
  const { ownership, name, now } = book
  const context = {
    actor,
    now,
    party: ownership.party,
    assignments: ownership.byId.get(request.activity)?.assignments ?? [],
  }
  const decide = (decision: Decision) => {
    const note = draft.values.note.trim()
    commanding.send({
      command: { kind: 'decide-change', request: request.id, decision, ...(note !== '' && { note }) },
      ...(seen.version !== undefined && { version: seen.version }),
      done: () => {
        draft.sent()
        onClose()
      },
    })
  }
  const told = ({ state, decidedBy, note }: ChangeRequest) =>
    `${openText(changeStateNames, state).toLowerCase()}${decidedBy === undefined ? '' : ` by ${name(decidedBy)}`}${note === undefined ? '' : ` (“${note}”)`}`
  return (
    <form className={styles.form} aria-label={`Decide ${request.id}`} onSubmit={(event) => event.preventDefault()}>
      <TextArea
        label="Note for those who asked (may stay empty)"
        value={draft.values.note}
        onChange={(note) => draft.set({ note })}
      />
      <div className={styles.buttons}>
        {deeds.map(([decision, label, tone]) => (
          <Button
            key={decision}
            tone={tone}
            disabledReason={
              commanding.pending
                ? 'It is being sent.'
                : (commanding.whyNot('decide-change') ?? whyNotDecision(request, decision, context))
            }
            onClick={() => decide(decision)}
          >
            {label}
          </Button>
        ))}
        <Button tone="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
      <Refused
        commanding={commanding}
        version={request.version}
        theirs={told(request)}
        mine={[
          commanding.command?.kind === 'decide-change' ? commanding.command.decision : '',
          draft.values.note.trim() === '' ? 'without a note' : `“${draft.values.note.trim()}”`,
        ].join(', ')}
        whyNotAnew={
          commanding.command?.kind === 'decide-change'
            ? whyNotDecision(request, commanding.command.decision, context)
            : undefined
        }
      />
    </form>
  )
}
