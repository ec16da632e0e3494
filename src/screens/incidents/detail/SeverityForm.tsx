import { useRef } from 'react'
import { useFormDraft } from '../../../data'
import { severities, type Severity } from '../../../domain/incident'
import { Segmented, SeverityGlyph, TextField } from '../../../ui'
import { FormFrame, type FormProps } from './FormFrame'
import { draftOf, severityFields } from './forms'

type Choice = `${Severity}`

const levelOf = (text: string): Severity | undefined => severities.find((each) => `${each}` === text)

/** Another severity, with the reason that the timeline will tell. A digit chooses, Enter sends. */
export function SeverityForm(form: FormProps) {
  const { incident } = form
  const { values, set, sent, dirty } = useFormDraft(draftOf('severity', incident.id), severityFields(incident))
  const why = useRef<HTMLInputElement>(null)
  const { to, reason } = values
  const choose = (text: string) => {
    const level = levelOf(text)
    if (level !== undefined) set({ to: level })
    return level !== undefined
  }
  return (
    <FormFrame
      {...form}
      label="Change severity"
      submit={`Set SEV${to}`}
      command={{ kind: 'set-severity', incident: incident.id, to, reason: reason.trim() }}
      dirty={dirty}
      onKey={(key) => {
        const known = choose(key)
        if (known) why.current?.focus()
        return known
      }}
      onSend={(wanted) => form.onSend(wanted, sent)}
    >
      <Segmented<Choice>
        label="Severity"
        value={`${to}`}
        onChange={choose}
        options={severities.map((each) => ({
          value: `${each}` as const,
          label: <SeverityGlyph level={each} label="" />,
          name: `SEV${each}`,
        }))}
      />
      <TextField
        ref={why}
        label="Why"
        value={reason}
        onChange={(text) => set({ reason: text })}
        placeholder="What the rule says, what was seen"
      />
    </FormFrame>
  )
}
