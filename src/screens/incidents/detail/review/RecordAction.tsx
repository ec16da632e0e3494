import { useFormDraft, useZone } from '../../../../data'
import type { Incident } from '../../../../domain/incident'
import { whyNotRecord } from '../../../../domain/improvementRules'
import { momentsAt } from '../../../../domain/time/local'
import type { Instant } from '../../../../domain/units'
import { Button, Picker, TextField, useUnsaved } from '../../../../ui'
import type { Names } from '../../useNames'
import { Refused } from '../Refused'
import styles from './review.module.css'
import { usePresentCommand } from '../usePresentCommand'

interface RecordActionProps {
  readonly incident: Incident
  readonly names: Names
  readonly now: Instant
  readonly onClose: () => void
}

const empty = { title: '', owner: '', due: '' }

/** The last minute of a day in the zone; due on a day is due until it ends. */
const endOfDay = (day: string, zone: string): Instant | undefined => momentsAt(`${day}T23:59`, zone)?.at(-1)

/** Records what would keep the incident from coming back, as an improvement found in it. */
export function RecordAction({ incident, names, now, onClose }: RecordActionProps) {
  const commanding = usePresentCommand()
  const { name: zone } = useZone()
  const { values, set, sent, dirty } = useFormDraft(`action of ${incident.id}`, empty)
  useUnsaved(dirty)
  const title = values.title.trim()
  const due = values.due === '' ? undefined : endOfDay(values.due, zone)
  const reason = commanding.pending
    ? 'It is being sent.'
    : (commanding.whyNot('record-improvement') ?? whyNotRecord({ title, ...(due !== undefined && { due }) }, now))
  const takers = names.parties.filter((party) => party.type === 'team' || party.active !== false)
  return (
    <form
      className={styles.form}
      aria-label="Record an action"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason !== undefined) return
        commanding.send({
          command: {
            kind: 'record-improvement',
            title,
            from: 'incident',
            incident: incident.id,
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
      <TextField label="What is to be done" value={values.title} onChange={(text) => set({ title: text })} />
      <div className={styles.points}>
        <Picker
          label="Owner (may stay empty)"
          options={takers.map(({ id, name, type }) => ({ value: id, label: name, hint: type }))}
          value={values.owner}
          onChange={(owner) => set({ owner })}
        />
        <TextField label="Due (may stay empty)" type="date" value={values.due} onChange={(day) => set({ due: day })} />
      </div>
      <div className={styles.buttons}>
        <Button tone="primary" type="submit" disabledReason={reason}>
          Record
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Close
        </Button>
        {reason !== undefined && <span className="muted">{reason}</span>}
      </div>
      <Refused commanding={commanding} incident={incident} names={names} />
    </form>
  )
}
