import { useMemo, useState } from 'react'
import { useCommand, useFormDraft } from '../../../data'
import { whyNotImprovement } from '../../../domain/improvementRules'
import { type Improvement, type WorkState, workStates } from '../../../domain/problem'
import { Button, Picker, Select, TextField, useUnsaved } from '../../../ui'
import { type Book, takers } from '../model/book'
import { dateOr, dayOf, endOf, openText, workNames } from '../model/words'
import { Refused } from '../parts/Refused'
import styles from '../forms.module.css'

const isWorkState = (text: string): text is WorkState => workStates.some((each) => each === text)

/** Who does an improvement, until when, and how far it is. Only what differs is sent. */
export function ImprovementForm({
  improvement,
  book,
  onClose,
}: {
  readonly improvement: Improvement
  readonly book: Book
  readonly onClose: () => void
}) {
  const commanding = useCommand()
  const [seen] = useState(improvement)
  const { zone, name } = book
  const before = {
    owner: seen.owner ?? '',
    due: seen.due === undefined ? '' : dayOf(seen.due, zone),
    state: seen.state as string,
  }
  const { values, set, sent, dirty } = useFormDraft(`improvement ${improvement.id}`, before)
  useUnsaved(dirty)
  const owners = useMemo(() => takers(book), [book])
  const due = values.due === '' || values.due === before.due ? undefined : endOf(values.due, zone)
  const wanted = {
    ...(values.owner !== '' && values.owner !== before.owner && { owner: values.owner }),
    ...(due !== undefined && { due }),
    ...(values.state !== before.state && isWorkState(values.state) && { state: values.state }),
  }
  const reason =
    (values.owner === '' && before.owner !== '') || (values.due === '' && before.due !== '')
      ? 'An owner or a date can be changed, not taken away.'
      : whyNotImprovement(improvement, wanted)
  const told = ({ owner, due: until, state }: Pick<Improvement, 'owner' | 'due' | 'state'>) =>
    `${openText(workNames, state)}, ${owner === undefined ? 'no owner' : name(owner)}, due ${dateOr(until, zone, 'at no date')}`
  const states = [...workStates, ...(isWorkState(before.state) ? [] : [before.state])]
  return (
    <form
      className={styles.form}
      aria-label={`Change ${improvement.id}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason !== undefined || commanding.whyNot('set-improvement') !== undefined) return
        commanding.send({
          command: { kind: 'set-improvement', improvement: improvement.id, ...wanted },
          ...(seen.version !== undefined && { version: seen.version }),
          done: () => {
            sent()
            onClose()
          },
        })
      }}
    >
      <div className={styles.fields}>
        <Picker label="Owner" options={owners} value={values.owner} onChange={(owner) => set({ owner })} />
        <TextField label="Due" type="date" value={values.due} onChange={(day) => set({ due: day })} />
        <Select
          label="State"
          value={values.state}
          options={states.map((value) => ({ value, label: openText(workNames, value) }))}
          onChange={(state) => set({ state })}
        />
      </div>
      <div className={styles.buttons}>
        <Button
          tone="primary"
          type="submit"
          disabledReason={commanding.pending ? 'It is being sent.' : (commanding.whyNot('set-improvement') ?? reason)}
        >
          Save
        </Button>
        <Button
          tone="quiet"
          onClick={() => {
            sent()
            onClose()
          }}
        >
          Discard
        </Button>
        {reason !== undefined && <span className="muted">{reason}</span>}
      </div>
      <Refused
        commanding={commanding}
        version={improvement.version}
        theirs={told(improvement)}
        mine={told({ ...seen, ...wanted })}
        whyNotAnew={whyNotImprovement(improvement, wanted)}
      />
    </form>
  )
}
