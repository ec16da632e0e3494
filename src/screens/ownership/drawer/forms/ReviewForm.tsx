import { useActor, useFormDraft, useNow, useZone } from '../../../../data'
import type { Command } from '../../../../domain/command'
import { dateText } from '../../../../domain/time/format'
import { Segmented, TextArea, useUnsaved } from '../../../../ui'
import { nameOf } from '../../../../domain/matrix'
import { draftOf } from './begun'
import { FormFrame, type FormProps } from './FormFrame'

const fresh = { occasion: 'review', evidence: '' }
const occasions = [
  { value: 'review', label: 'Regular review' },
  { value: 'change', label: 'Organisation changed' },
]

/** Says that the ownership was looked at today and holds, and what that rests on. */
export function ReviewForm(form: FormProps) {
  const { activity, gaps } = form.standing
  const { name: zone } = useZone()
  const now = useNow(60)
  const actor = useActor()
  const { values, set, sent, dirty } = useFormDraft(draftOf('review', activity.id), fresh)
  useUnsaved(dirty)
  const text = values.evidence.trim()
  const evidence =
    values.occasion === 'change' ? `After an organisational change${text === '' ? '' : `: ${text}`}` : text
  const command: Command = { kind: 'mark-reviewed', activity: activity.id, ...(evidence !== '' && { evidence }) }
  const open = gaps.filter(({ kind }) => kind !== 'review-overdue')
  return (
    <FormFrame
      {...form}
      label="Mark reviewed"
      submit="Confirm"
      command={command}
      onSend={(sending) => form.onSend(sending, sent)}
    >
      {() => (
        <>
          <p>
            Confirmed by <b>{nameOf(actor, form.ownership)}</b> on <b>{dateText(now, zone)}</b>.
            {open.length > 0 && (
              <span className="muted">
                {' '}
                {open.length === 1 ? '1 gap stays' : `${open.length} gaps stay`}: a review closes none of them.
              </span>
            )}
          </p>
          <Segmented
            label="Occasion"
            options={occasions}
            value={values.occasion}
            onChange={(occasion) => set({ occasion })}
          />
          <TextArea
            label="Evidence: a ticket, the minutes (may stay empty)"
            value={values.evidence}
            onChange={(next) => set({ evidence: next })}
          />
        </>
      )}
    </FormFrame>
  )
}
