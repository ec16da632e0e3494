import { useFormDraft } from '../../../data'
import type { Command } from '../../../domain/command'
import { Segmented, TextArea } from '../../../ui'
import { FormFrame, type FormProps } from './FormFrame'
import { draftOf } from './forms'

type Entry = 'update' | 'note'
interface SayFields {
  readonly entry: Entry
  readonly text: string
}
const empty: SayFields = { entry: 'update', text: '' }

/** A status update, or a note. What is typed is kept until it is carried out. */
export function NoteForm(form: FormProps) {
  const { incident } = form
  const { values, set, sent, dirty } = useFormDraft(draftOf('say', incident.id), empty)
  const { entry, text } = values
  const command: Command = { kind: 'add-entry', incident: incident.id, entry, text: text.trim() }
  return (
    <FormFrame
      {...form}
      label="Post update"
      submit={entry === 'update' ? 'Post update' : 'Add note'}
      command={command}
      dirty={dirty}
      onSend={(wanted) => form.onSend(wanted, sent)}
    >
      <Segmented
        label="Kind of entry"
        value={entry}
        onChange={(chosen) => set({ entry: chosen })}
        options={[
          { value: 'update', label: 'Update' },
          { value: 'note', label: 'Note' },
        ]}
      />
      <TextArea
        label={entry === 'update' ? 'What people should know now' : 'Note for the responders'}
        value={text}
        onChange={(next) => set({ text: next })}
      />
    </FormFrame>
  )
}

const silent = { text: '' }

/** The word that goes with a resolution. It may be empty. */
export function ResolveForm(form: FormProps) {
  const { incident } = form
  const { values, set, sent, dirty } = useFormDraft(draftOf('resolve', incident.id), silent)
  const note = values.text.trim()
  return (
    <FormFrame
      {...form}
      label="Resolve"
      submit="Resolve"
      command={{ kind: 'set-state', incident: incident.id, to: 'resolved', ...(note !== '' && { note }) }}
      dirty={dirty}
      onSend={(wanted) => form.onSend(wanted, sent)}
    >
      <TextArea label="What resolved it (may stay empty)" value={values.text} onChange={(text) => set({ text })} />
    </FormFrame>
  )
}
