import { useCommand, useFormDraft } from '../../../data'
import { whyNotNewProblem } from '../../../domain/problemRules'
import { Button, Picker, TextField, useUnsaved } from '../../../ui'
import type { Book } from '../model/book'
import styles from '../problems.module.css'
import { useFormFocus } from './useFormFocus'

const empty = { title: '', workload: '', owner: '' }

/** Records a problem. Its incidents are linked on its page. */
export function RecordForm({ book, onClose }: { readonly book: Book; readonly onClose: () => void }) {
  const commanding = useCommand()
  const { values, set, sent, dirty } = useFormDraft('record problem', empty)
  useUnsaved(dirty)
  const { title, workload, owner } = values
  const barred = commanding.whyNot('record-problem') ?? whyNotNewProblem(title, [])
  const { error, pending } = commanding
  const form = useFormFocus(onClose)
  return (
    <form
      className={styles.form}
      ref={form}
      aria-label="Record a problem"
      onSubmit={(event) => {
        event.preventDefault()
        if (barred !== undefined || pending) return
        commanding.send({
          command: {
            kind: 'record-problem',
            title: title.trim(),
            workloads: workload === '' ? [] : [workload],
            incidents: [],
            ...(owner !== '' && { owner }),
          },
          done: () => {
            sent()
            onClose()
          },
        })
      }}
    >
      <div className={styles.fields}>
        <TextField label="What keeps going wrong" value={title} onChange={(next) => set({ title: next })} />
        <Picker
          label="Workload (may stay empty)"
          options={book.workloads}
          value={workload}
          onChange={(next) => set({ workload: next })}
        />
        <Picker
          label="Owner (may stay empty)"
          options={book.takers}
          value={owner}
          onChange={(next) => set({ owner: next })}
        />
      </div>
      <div className={styles.buttons}>
        <Button tone="primary" type="submit" disabledReason={pending ? 'It is being sent.' : barred}>
          Record
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Close
        </Button>
        {barred !== undefined && <span className="muted">{barred}</span>}
      </div>
      {error && !pending && (
        <div role="alert" className={styles.refused}>
          <span>Not carried out: {error.message}</span>
          <Button onClick={commanding.again}>Try again</Button>
        </div>
      )}
    </form>
  )
}
