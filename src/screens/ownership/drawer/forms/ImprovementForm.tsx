import { useFormDraft, useNow, useZone } from '../../../../data'
import type { Command } from '../../../../domain/command'
import { TextField, useUnsaved } from '../../../../ui'
import { draftOf } from './begun'
import { dayFault, endOfDay } from './dates'
import { FormFrame, type FormProps } from './FormFrame'
import { PartyPicker } from './PartyPicker'
import styles from './forms.module.css'

const fresh = { title: '', owner: '', due: '' }

/** Something to be made better, with who does it and by when. */
export function ImprovementForm(form: FormProps) {
  const { activity } = form.standing
  const { name: zone } = useZone()
  const now = useNow(60)
  const { values, set, sent, dirty } = useFormDraft(draftOf('improvement', activity.id), fresh)
  useUnsaved(dirty)
  const title = values.title.trim()
  const faults = {
    title: title === '' ? 'Say what would be better.' : undefined,
    owner: values.owner === '' ? 'Choose who sees to it.' : undefined,
    due: dayFault(values.due, zone, now, true),
  }
  const due = endOfDay(values.due, zone)
  const command: Command = {
    kind: 'record-improvement',
    title,
    from: 'review',
    activity: activity.id,
    owner: values.owner,
    ...(due !== undefined && { due }),
  }
  const sound = Object.values(faults).every((fault) => fault === undefined)
  return (
    <FormFrame
      {...form}
      label="Record an improvement"
      submit="Record"
      command={sound ? command : undefined}
      onSend={(sending) => form.onSend(sending, sent)}
    >
      {(tried) => (
        <>
          <TextField
            label="What would be better"
            value={values.title}
            onChange={(next) => set({ title: next })}
            error={tried ? faults.title : undefined}
          />
          <div className={styles.pair}>
            <PartyPicker
              label="Owner"
              placeholder="Team or person"
              ownership={form.ownership}
              value={values.owner}
              onChange={(owner) => set({ owner })}
              error={tried ? faults.owner : undefined}
            />
            <TextField
              type="date"
              label="Due by the end of"
              value={values.due}
              onChange={(next) => set({ due: next })}
              error={tried ? faults.due : undefined}
            />
          </div>
        </>
      )}
    </FormFrame>
  )
}
