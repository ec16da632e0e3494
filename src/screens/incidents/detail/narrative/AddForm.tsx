import { useEffect, useRef, useState } from 'react'
import { useCommand, useFormDraft, useNow, useZone } from '../../../../data'
import type { Command } from '../../../../domain/command'
import type { Incident } from '../../../../domain/incident'
import { judgeMoment, type Judgement } from '../../../../domain/narrative'
import { zoneText } from '../../../../domain/time/format'
import { localText, momentsAt } from '../../../../domain/time/local'
import { type Instant, instant } from '../../../../domain/units'
import { Segmented, Select, TextArea, TextField } from '../../../../ui'
import { useAnchor } from '../../anchor'
import type { Names } from '../../useNames'
import { refusal } from '../actions'
import { FormFrame } from '../FormFrame'
import styles from '../narrative.module.css'
import { Refused } from '../Refused'

interface AddFormProps {
  readonly incident: Incident
  readonly names: Names
  readonly onClose: () => void
}

interface Fields {
  readonly entry: 'note' | 'update'
  /** As the form field writes it, in the zone shown. */
  readonly when: string
  /** Which of two, where clocks were put back. */
  readonly second: boolean
  readonly text: string
}

/** What is wrong with the moment, or what to look at again. */
function judge(
  when: string,
  moments: readonly Instant[] | undefined,
  at: Instant | undefined,
  judged: () => Judgement,
) {
  if (when === '') return { error: 'Say when it happened.' }
  if (moments === undefined) return { error: 'That is no date and time.' }
  if (at === undefined) return { error: 'Clocks here never showed that: they were put forward.' }
  return judged()
}

/** Adds what happened earlier, at the moment it happened. What is typed is kept until it is carried out. */
export default function AddForm({ incident, names, onClose }: AddFormProps) {
  const commanding = useCommand()
  const { name: zone } = useZone()
  const now = useNow(15)
  const newest = useAnchor()
  const [initial] = useState((): Fields => ({
    entry: 'note',
    when: localText(newest.at, zone),
    second: false,
    text: '',
  }))
  const { values, set, sent, dirty } = useFormDraft(`entry ${incident.id}`, initial)
  const { entry, when, second, text } = values
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const moments = momentsAt(when, zone)
  const at = moments?.[second ? moments.length - 1 : 0]
  const began = instant(Math.min(incident.opened, incident.clocks.started ?? incident.opened))
  const { error, warning } = judge(when, moments, at, () => judgeMoment(at ?? now, now, began))
  const command: Command = {
    kind: 'add-entry',
    incident: incident.id,
    entry,
    text: text.trim(),
    ...(at !== undefined && { at }),
  }
  return (
    <>
      <Refused commanding={commanding} incident={incident} names={names} />
      <div hidden={commanding.pending} className={styles.form}>
        <FormFrame
          incident={incident}
          label="Add an entry at a past time"
          submit={entry === 'note' ? 'Add note' : 'Add update'}
          command={command}
          dirty={dirty && text.trim() !== ''}
          reason={error}
          why={(wanted) => refusal(incident, wanted, commanding)}
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
          <div className={styles.fields}>
            <Segmented
              label="Kind of entry"
              value={entry}
              onChange={(next) => set({ entry: next })}
              options={[
                { value: 'note', label: 'Note' },
                { value: 'update', label: 'Update' },
              ]}
            />
            <TextField
              ref={field}
              type="datetime-local"
              label={`When it happened (${zone === 'UTC' ? 'UTC' : `${zone}, ${zoneText(at ?? now, zone)}`})`}
              value={when}
              onChange={(next) => set({ when: next })}
              error={error}
            />
            {moments?.length === 2 && (
              <Select
                label="Which of the two: clocks were put back"
                value={second ? 'second' : 'first'}
                onChange={(which) => set({ second: which === 'second' })}
                options={moments.map((moment, index) => ({
                  value: index === 0 ? ('first' as const) : ('second' as const),
                  label: `the ${index === 0 ? 'first' : 'second'} time, ${zoneText(moment, zone)}`,
                }))}
              />
            )}
          </div>
          {warning !== undefined && (
            <p role="status" className={styles.warning}>
              {warning}
            </p>
          )}
          <TextArea label="What happened" value={text} onChange={(next) => set({ text: next })} />
        </FormFrame>
      </div>
    </>
  )
}
