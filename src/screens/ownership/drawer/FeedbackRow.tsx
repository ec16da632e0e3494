import { useState } from 'react'
import { useFormDraft, useNow, useZone } from '../../../data'
import { dateText } from '../../../domain/time/format'
import { Button, TextField } from '../../../ui'
import { dayFault, endOfDay } from './forms/dates'
import { PartyPicker } from './forms/PartyPicker'
import { InlineForm } from './InlineForm'
import type { ImprovementProps } from './ImprovementRow'
import styles from './drawer.module.css'

const fresh = { owner: '', due: '' }

/** Feedback that nobody has taken on: it becomes an improvement with an owner and a due date, or is dropped. */
export function FeedbackRow({ improvement, ownership, refusal, onSet }: ImprovementProps) {
  const { name: zone } = useZone()
  const now = useNow(60)
  const { id, title, created } = improvement
  const { values, set, sent, dirty } = useFormDraft(`ownership accept ${id}`, fresh)
  const { owner, due } = values
  const [accepting, setAccepting] = useState(dirty)
  const [tried, setTried] = useState(false)
  const wrong = { owner: owner === '' ? 'Choose who sees to it.' : undefined, due: dayFault(due, zone, now, true) }
  const at = endOfDay(due, zone)
  const closed = refusal({ due: at ?? now })
  const accept = () => {
    setTried(true)
    if (wrong.owner === undefined && at !== undefined && wrong.due === undefined) onSet({ owner, due: at }, sent)
  }
  return (
    <li className={styles.card}>
      <p>
        “{title}”{created !== undefined && <span className="muted"> · {dateText(created, zone)}</span>}
      </p>
      {accepting ? (
        <InlineForm
          label={`Accept “${title}”`}
          submit="Accept it"
          tone="primary"
          reason={closed}
          onSend={accept}
          onCancel={() => setAccepting(false)}
        >
          <PartyPicker
            label="Owner"
            placeholder="Team or person"
            ownership={ownership}
            value={owner}
            onChange={(next) => set({ owner: next })}
            error={tried ? wrong.owner : undefined}
          />
          <TextField
            type="date"
            label="Due by the end of"
            value={due}
            onChange={(next) => set({ due: next })}
            error={tried ? wrong.due : undefined}
          />
        </InlineForm>
      ) : (
        <div className={styles.buttons}>
          <Button disabledReason={closed} onClick={() => setAccepting(true)}>
            Accept
          </Button>
          <Button
            tone="quiet"
            disabledReason={refusal({ state: 'dropped' })}
            onClick={() => onSet({ state: 'dropped' })}
          >
            Drop
          </Button>
        </div>
      )}
    </li>
  )
}
