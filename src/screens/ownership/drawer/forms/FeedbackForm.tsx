import { useFormDraft } from '../../../../data'
import { TextArea, useUnsaved } from '../../../../ui'
import { draftOf } from './begun'
import { FormFrame, type FormProps } from './FormFrame'

const fresh = { text: '' }

/** What somebody noticed about the activity. It waits for an owner to take it on. */
export function FeedbackForm(form: FormProps) {
  const { activity } = form.standing
  const { values, set, sent, dirty } = useFormDraft(draftOf('feedback', activity.id), fresh)
  useUnsaved(dirty)
  const text = values.text.trim()
  return (
    <FormFrame
      {...form}
      label="Give feedback"
      submit="Send feedback"
      command={text === '' ? undefined : { kind: 'give-feedback', activity: activity.id, text }}
      onSend={(command) => form.onSend(command, sent)}
    >
      {(tried) => (
        <TextArea
          label="What works, what does not"
          value={values.text}
          onChange={(next) => set({ text: next })}
          error={tried && text === '' ? 'Write what you noticed.' : undefined}
        />
      )}
    </FormFrame>
  )
}
