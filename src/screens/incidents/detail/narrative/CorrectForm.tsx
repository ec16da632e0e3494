import { useCommand, useFormDraft } from '../../../../data'
import type { Command } from '../../../../domain/command'
import type { Incident } from '../../../../domain/incident'
import type { TimelineEntry } from '../../../../domain/timeline'
import { whyNot } from '../../../../domain/transitions'
import { TextArea } from '../../../../ui'
import type { Names } from '../../useNames'
import { FormFrame } from '../FormFrame'
import { Refused } from '../Refused'

interface CorrectFormProps {
  readonly incident: Incident
  readonly entry: TimelineEntry
  readonly names: Names
  readonly onClose: () => void
}

/** Another text for an entry. What it said at first stays beside it. */
export function CorrectForm({ incident, entry, names, onClose }: CorrectFormProps) {
  const commanding = useCommand()
  const { values, set, sent, dirty } = useFormDraft(`correction ${entry.id}`, { text: entry.text ?? '' })
  const command: Command = {
    kind: 'correct-entry',
    incident: incident.id,
    entry: entry.id,
    text: values.text.trim(),
  }
  return (
    <>
      <Refused commanding={commanding} incident={incident} names={names} />
      <div hidden={commanding.pending}>
        <FormFrame
          incident={incident}
          label="Correct the entry"
          submit="Save the correction"
          command={command}
          dirty={dirty}
          why={(wanted) => commanding.whyNot(wanted.kind) ?? whyNot(incident, wanted, { entry })}
          onSend={(wanted) =>
            commanding.send({
              command: wanted,
              ...(incident.version !== undefined && { version: incident.version }),
              done: () => {
                sent()
                onClose()
              },
            })
          }
          onCancel={onClose}
        >
          <TextArea
            label="What it should say. What it said at first stays beside it."
            value={values.text}
            onChange={(text) => set({ text })}
          />
        </FormFrame>
      </div>
    </>
  )
}

/** Why an entry has no text that could be corrected, or undefined when it has: asked with another text than it has. */
export const whyNotCorrectable = (incident: Incident, entry: TimelineEntry): string | undefined =>
  whyNot(
    incident,
    { kind: 'correct-entry', incident: incident.id, entry: entry.id, text: `${entry.text ?? ''}…` },
    { entry },
  )
