import { pathTo } from '../../../app/paths'
import { useCommand, useFormDraft } from '../../../data'
import type { Group } from '../../../domain/recurrence/groups'
import { tableFile } from '../../../domain/tables/file'
import type { TableFormat } from '../../../domain/tables/table'
import { dateTimeText } from '../../../domain/time/format'
import type { Id, Instant } from '../../../domain/units'
import { announce, Button, Link, TextField, useUnsaved } from '../../../ui'
import { saveFile } from '../../../ui/save'
import { counted } from '../model/words'
import styles from './recurrence.module.css'
import { proposalTable, willDo } from './words'

export interface Frame {
  readonly zone: string
  readonly now: Instant
  /** What a workload is called. */
  readonly nameOf: (workload: Id) => string
}

interface ProposalFormProps {
  readonly group: Group
  readonly frame: Frame
  readonly onClose: () => void
}

/** Which incidents, under which title: what is sent stands there before it is sent. */
export function ProposalForm({ group, frame: { zone, now, nameOf }, onClose }: ProposalFormProps) {
  const commanding = useCommand()
  const begin: { readonly title: string; readonly left: readonly Id[] } = { title: group.title, left: [] }
  const { values, set, sent, dirty } = useFormDraft(`recurrence ${group.key}`, begin)
  useUnsaved(dirty)
  const chosen = group.incidents.filter(({ id }) => !values.left.includes(id))
  const title = values.title.trim()
  const workload = nameOf(group.workload)
  const wrong =
    title === '' ? 'The problem needs a title.' : chosen.length === 0 ? 'Choose at least one incident.' : undefined
  const absent = commanding.whyNot('record-problem')
  const reason = commanding.pending ? 'It is being sent.' : (absent ?? wrong)
  const save = (format: TableFormat) =>
    saveFile(tableFile(proposalTable(group, title || group.title, values.left, { workload, zone }), format, now, zone))
  return (
    <form
      className={styles.form}
      aria-label={`Record a problem: ${group.title}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason !== undefined) return
        commanding.send({
          command: {
            kind: 'record-problem',
            title,
            workloads: [group.workload],
            incidents: chosen.map(({ id }) => id),
          },
          done: () => {
            sent()
            announce(`Recorded, ${counted(chosen.length, 'incident')} linked`)
            onClose()
          },
        })
      }}
    >
      <TextField
        label="Title of the problem"
        value={values.title}
        error={title === '' ? 'The problem needs a title.' : undefined}
        onChange={(text) => set({ title: text })}
      />
      <fieldset className={styles.members}>
        <legend>Incidents to link</legend>
        <ul>
          {group.incidents.map(({ id, title: name, opened }) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={!values.left.includes(id)}
                  onChange={({ target }) =>
                    set({ left: target.checked ? values.left.filter((each) => each !== id) : [...values.left, id] })
                  }
                />
                <span>{name}</span>
              </label>
              <Link to={pathTo('incidents', { id })}>{id}</Link>
              <time>{dateTimeText(opened, zone)}</time>
            </li>
          ))}
        </ul>
      </fieldset>
      <p>{wrong ?? willDo(title, chosen.length, workload)}</p>
      {absent !== undefined && (
        <p className="muted">{absent} The proposal can be carried to where problems are kept, as a file.</p>
      )}
      {commanding.error && !commanding.pending && (
        <p role="alert" className={styles.refused}>
          Not carried out: {commanding.error.message} <Button onClick={commanding.again}>Try again</Button>
        </p>
      )}
      <div className={styles.buttons}>
        <Button tone="primary" type="submit" disabledReason={reason}>
          Record the problem
        </Button>
        <Button onClick={() => save('markdown')}>Save as Markdown</Button>
        <Button onClick={() => save('csv')}>Save as CSV</Button>
        <Button
          tone="quiet"
          onClick={() => {
            sent()
            onClose()
          }}
        >
          Discard
        </Button>
      </div>
    </form>
  )
}
