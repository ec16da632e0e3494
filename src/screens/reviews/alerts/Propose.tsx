import { useMemo, useState } from 'react'
import { useCommand, useFormDraft } from '../../../data'
import type { Alert, AlertFinding } from '../../../domain/alerts'
import { pathTo } from '../../../app/paths'
import { Button, Link, Picker, TextArea, useUnsaved } from '../../../ui'
import type { Book } from '../model/book'
import { Refused } from '../parts/Refused'
import styles from '../forms.module.css'

const texts: Partial<Record<AlertFinding, (name: string) => string>> = {
  'no-activity': (name) =>
    `The alert “${name}” pages, and no activity names it: name it among the events that this one answers.`,
  'no-owner': (name) =>
    `The alert “${name}” pages, and nobody owns the activity that answers it: name who is accountable.`,
  'no-process': (name) => `The alert “${name}” pages, and the activity that answers it has no runbook: write one down.`,
}

/**
 * Proposes what would mend an alert: as feedback on an activity, which its owners then take on, or, where no activity
 * fits, as an improvement that waits for one.
 */
export function Propose({
  alert,
  book,
  onClose,
}: {
  readonly alert: Alert
  readonly book: Book
  readonly onClose: () => void
}) {
  const { name, finding, matches, candidates, workloads } = alert
  const commanding = useCommand()
  const likely = useMemo(() => [...matches, ...candidates].map(({ standing }) => standing), [matches, candidates])
  const begin = { activity: likely[0]?.activity.id ?? '', text: texts[finding]?.(name) ?? '' }
  const { values, set, sent, dirty } = useFormDraft(`alert ${name}`, begin)
  const [given, setGiven] = useState(false)
  useUnsaved(dirty)
  const options = useMemo(() => {
    const first = new Set(likely.map(({ activity }) => activity.id))
    const rest = book.ownership.standings.filter(({ activity }) => !first.has(activity.id))
    return [...likely, ...rest].map(({ activity }) => ({
      value: activity.id,
      label: activity.name,
      hint: book.workloadName(activity.workload),
    }))
  }, [likely, book])
  const text = values.text.trim()
  const kind = values.activity === '' ? 'record-improvement' : 'give-feedback'
  const [workload] = workloads

  if (given)
    return (
      <p className={styles.form} role="status">
        It stands among the <Link to={pathTo('reviews', { tab: 'improvements' })}>improvements</Link> now.
      </p>
    )
  return (
    <form
      className={styles.form}
      aria-label={`Propose for ${name}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (text === '' || commanding.whyNot(kind) !== undefined) return
        commanding.send({
          command:
            values.activity === ''
              ? { kind: 'record-improvement', title: text, from: 'review' }
              : { kind: 'give-feedback', activity: values.activity, text },
          done: () => {
            sent()
            setGiven(true)
          },
        })
      }}
    >
      <div className={styles.fields}>
        <Picker
          label="Activity that should answer it (empty: none fits yet)"
          options={options}
          value={values.activity}
          onChange={(activity) => set({ activity })}
        />
      </div>
      <TextArea label="What would mend it" value={values.text} onChange={(next) => set({ text: next })} />
      <div className={styles.buttons}>
        <Button
          tone="primary"
          type="submit"
          disabledReason={
            commanding.pending
              ? 'It is being sent.'
              : (commanding.whyNot(kind) ?? (text === '' ? 'There is no text.' : undefined))
          }
        >
          {kind === 'give-feedback' ? 'Give as feedback' : 'Record as an improvement'}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Close
        </Button>
        {finding === 'no-owner' && values.activity !== '' && (
          <Link to={pathTo('ownership', { activity: values.activity, ask: 'change' })}>Ask for an owner instead</Link>
        )}
        {workload !== undefined && (
          <Link to={pathTo('ownership', { workload })}>Activities of {book.workloadName(workload)}</Link>
        )}
      </div>
      <Refused commanding={commanding} version={undefined} theirs="" mine={text} />
    </form>
  )
}
