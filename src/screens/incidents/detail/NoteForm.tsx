import { useEffect, useRef, useState } from 'react'
import { useDraft } from '../../../data'
import type { Command } from '../../../domain/command'
import { Segmented, TextArea, useUnsaved } from '../../../ui'
import { FormFrame, type FormProps } from './FormFrame'

interface NoteFormProps extends FormProps {
  /** The text goes with the resolution, and may be empty. */
  readonly resolves?: boolean
}

/** A status update, a note, or the word that goes with a resolution. What is typed is kept until it is carried out. */
export function NoteForm({ resolves = false, ...form }: NoteFormProps) {
  const { incident } = form
  const { text, write, sent } = useDraft(incident.id)
  const [entry, setEntry] = useState<'update' | 'note'>('update')
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  useUnsaved(text.trim() !== '')
  const command: Command = resolves
    ? { kind: 'set-state', incident: incident.id, to: 'resolved', ...(text.trim() !== '' && { note: text.trim() }) }
    : { kind: 'add-entry', incident: incident.id, entry, text: text.trim() }
  return (
    <FormFrame
      {...form}
      label={resolves ? 'Resolve' : 'Post update'}
      submit={resolves ? 'Resolve' : entry === 'update' ? 'Post update' : 'Add note'}
      command={command}
      onSend={(wanted) => form.onSend(wanted, () => sent(text))}
    >
      {!resolves && (
        <Segmented
          label="Kind of entry"
          value={entry}
          onChange={setEntry}
          options={[
            { value: 'update', label: 'Update' },
            { value: 'note', label: 'Note' },
          ]}
        />
      )}
      <TextArea
        ref={area}
        label={
          resolves
            ? 'What resolved it (may stay empty)'
            : entry === 'update'
              ? 'What people should know now'
              : 'Note for the responders'
        }
        value={text}
        onChange={write}
      />
    </FormFrame>
  )
}
