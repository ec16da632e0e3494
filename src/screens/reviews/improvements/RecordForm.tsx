import { useMemo } from 'react'
import { useCommand, useFormDraft } from '../../../data'
import { whyNotRecord } from '../../../domain/improvementRules'
import { Button, Picker, Select, TextField, useUnsaved } from '../../../ui'
import { type Book, takers } from '../model/book'
import { endOf } from '../model/words'
import { Refused } from '../parts/Refused'
import styles from '../forms.module.css'

const origins = ['review', 'feedback', 'incident'] as const
const originNames = { review: 'A review', feedback: 'Feedback', incident: 'An incident' }
const empty = { title: '', from: 'review', activity: '', incident: '', owner: '', due: '' }

/** Records an improvement: what would be better, where that was found, and who takes it on until when. */
export function RecordForm({ book, onClose }: { readonly book: Book; readonly onClose: () => void }) {
  const commanding = useCommand()
  const { values, set, sent, dirty } = useFormDraft('record improvement', empty)
  useUnsaved(dirty)
  const { zone, now, ownership, workloadName } = book
  const owners = useMemo(() => takers(book), [book])
  const activities = useMemo(
    () =>
      ownership.standings.map(({ activity: { id, name, workload } }) => ({
        value: id,
        label: name,
        hint: workloadName(workload),
      })),
    [ownership, workloadName],
  )
  const due = values.due === '' ? undefined : endOf(values.due, zone)
  const title = values.title.trim()
  const incident = values.incident.trim()
  const from = origins.find((each) => each === values.from) ?? 'review'
  const reason = whyNotRecord({ title, ...(due !== undefined && { due }) }, now)
  return (
    <form
      className={styles.panel}
      aria-label="Record an improvement"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason !== undefined || commanding.whyNot('record-improvement') !== undefined) return
        commanding.send({
          command: {
            kind: 'record-improvement',
            title,
            from,
            ...(values.activity !== '' && { activity: values.activity }),
            ...(from === 'incident' && incident !== '' && { incident }),
            ...(values.owner !== '' && { owner: values.owner }),
            ...(due !== undefined && { due }),
          },
          done: () => {
            sent()
            onClose()
          },
        })
      }}
    >
      <div className={styles.fields}>
        <TextField label="What would be better" value={values.title} onChange={(text) => set({ title: text })} />
        <Select
          label="Found in"
          value={from}
          options={origins.map((value) => ({ value, label: originNames[value] }))}
          onChange={(value) => set({ from: value })}
        />
        {from === 'incident' && (
          <TextField
            label="Incident"
            value={values.incident}
            placeholder="INC-2291"
            onChange={(text) => set({ incident: text })}
          />
        )}
        <Picker
          label="Activity (may stay empty)"
          options={activities}
          value={values.activity}
          onChange={(activity) => set({ activity })}
        />
        <Picker
          label="Owner (may stay empty)"
          options={owners}
          value={values.owner}
          onChange={(owner) => set({ owner })}
        />
        <TextField label="Due (may stay empty)" type="date" value={values.due} onChange={(day) => set({ due: day })} />
      </div>
      <div className={styles.buttons}>
        <Button
          tone="primary"
          type="submit"
          disabledReason={
            commanding.pending ? 'It is being sent.' : (commanding.whyNot('record-improvement') ?? reason)
          }
        >
          Record
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Close
        </Button>
        {reason !== undefined && <span className="muted">{reason}</span>}
      </div>
      <Refused commanding={commanding} version={undefined} theirs="" mine={title} />
    </form>
  )
}
