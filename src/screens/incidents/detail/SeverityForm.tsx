import { useState } from 'react'
import { severities, type Severity } from '../../../domain/incident'
import { Segmented, SeverityGlyph, TextField } from '../../../ui'
import { FormFrame, type FormProps } from './FormFrame'

type Choice = `${Severity}`

/** Another severity, with the reason that the timeline will tell. */
export function SeverityForm(form: FormProps) {
  const { incident } = form
  const [to, setTo] = useState<Severity>(incident.severity ?? 3)
  const [reason, setReason] = useState('')
  return (
    <FormFrame
      {...form}
      label="Change severity"
      submit={`Set SEV${to}`}
      command={{ kind: 'set-severity', incident: incident.id, to, reason: reason.trim() }}
    >
      <Segmented<Choice>
        label="Severity"
        value={`${to}`}
        onChange={(value) => setTo(severities.find((each) => `${each}` === value) ?? to)}
        options={severities.map((each) => ({
          value: `${each}` as const,
          label: <SeverityGlyph level={each} label="" />,
          name: `SEV${each}`,
        }))}
      />
      <TextField label="Why" value={reason} onChange={setReason} placeholder="What the rule says, what was seen" />
    </FormFrame>
  )
}
