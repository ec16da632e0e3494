import { useEffect, useRef } from 'react'
import { useCommand, useFormDraft, useNow } from '../../../data'
import { whyNotRecord } from '../../../domain/improvementRules'
import { isTeamId, type Party } from '../../../domain/ownership'
import { type Instant, instant } from '../../../domain/units'
import { Button, Card, Link, Picker, TextField } from '../../../ui'
import { pathTo } from '../../../app/paths'
import type { Decision, Notes } from './model/notes'
import styles from './pack.module.css'
import { NoteField } from './SectionCard'

const empty = { what: '', owner: '', due: '' }

export interface DecisionsProps {
  readonly notes: Notes
  readonly set: (notes: Notes) => void
  readonly identity: string
  readonly parties: readonly Party[]
  readonly zone: string
  readonly name: (party: string) => string
}

/** Teams, and people who are here. */
const takers = (parties: readonly Party[]) =>
  parties
    .filter((party) => party.type !== 'person' || party.active !== false)
    .toSorted(
      (left, right) => Number(isTeamId(right.id)) - Number(isTeamId(left.id)) || (left.name < right.name ? -1 : 1),
    )
    .map(({ id, name }) => ({ value: id, label: name }))

/** What is due on a day may be done until it ends. */
function endOfDay(day: string, zone: string): Instant | undefined {
  try {
    return instant(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1000)
  } catch {
    return undefined
  }
}

/** What the meeting decides: who does what by when; what a source can keep as an improvement is recorded there. */
export function Decisions({ notes, set, identity, parties, zone, name }: DecisionsProps) {
  const form = useFormDraft(`review pack decision ${identity}`, empty)
  const commanding = useCommand()
  const now = useNow(60)
  // An answer may come after more was written: it adds to what is there then.
  const latest = useRef(notes)
  useEffect(() => {
    latest.current = notes
  }, [notes])
  const { what, owner, due } = form.values
  const add = () => {
    set({ ...notes, decisions: [...notes.decisions, { what: what.trim(), owner, due, recorded: false }] })
    form.set(empty)
  }
  const record = (decision: Decision, at: number) => {
    const end = endOfDay(decision.due, zone)
    commanding.send({
      command: {
        kind: 'record-improvement',
        title: decision.what,
        from: 'review',
        ...(decision.owner !== '' && { owner: decision.owner }),
        ...(end !== undefined && { due: end }),
      },
      done: () =>
        set({
          ...latest.current,
          decisions: latest.current.decisions.map((each, index) =>
            index === at && each.what === decision.what ? { ...each, recorded: true } : each,
          ),
        }),
    })
  }
  const whyNot = ({ what: title, due: day }: Decision) => {
    const end = endOfDay(day, zone)
    return commanding.pending
      ? 'One is being recorded.'
      : (commanding.whyNot('record-improvement') ??
          whyNotRecord({ title, ...(end !== undefined && { due: end }) }, now))
  }
  return (
    <Card
      title="Decisions and notes of the meeting"
      sub="Kept in this browser only. JSON takes them along, and brings them back where it is opened."
      className={styles.section ?? ''}
    >
      {notes.decisions.length > 0 && (
        <ol className={styles.decisions} aria-label="Decisions">
          {notes.decisions.map((decision, at) => {
            const reason = whyNot(decision)
            return (
              <li key={`${at} ${decision.what}`}>
                <span>{decision.what}</span>
                <span className="muted">
                  {decision.owner === '' ? 'nobody named' : name(decision.owner)}
                  {decision.due !== '' && `, by ${decision.due}`}
                </span>
                {decision.recorded ? (
                  <Link to={pathTo('reviews', { tab: 'improvements' })}>recorded as an improvement</Link>
                ) : (
                  <span className={styles.screenOnly}>
                    <Button tone="quiet" disabledReason={reason} onClick={() => record(decision, at)}>
                      Record as improvement
                    </Button>{' '}
                    {reason !== undefined && <small className="muted">{reason}</small>}
                  </span>
                )}
                <span className={styles.screenOnly}>
                  <Button
                    tone="quiet"
                    aria-label={`Remove: ${decision.what}`}
                    onClick={() => set({ ...notes, decisions: notes.decisions.toSpliced(at, 1) })}
                  >
                    Remove
                  </Button>
                </span>
              </li>
            )
          })}
        </ol>
      )}
      {commanding.error && !commanding.pending && (
        <p role="alert" className={styles.failed}>
          Not recorded: {commanding.error.message} <Button onClick={commanding.again}>Try again</Button>{' '}
          <Button tone="quiet" onClick={commanding.dismiss}>
            Dismiss
          </Button>
        </p>
      )}
      <form
        className={styles.form}
        aria-label="Add a decision"
        onSubmit={(event) => {
          event.preventDefault()
          if (what.trim() !== '') add()
        }}
      >
        <TextField label="Decision" value={what} onChange={(text) => form.set({ what: text })} />
        <Picker
          label="Owner (may stay empty)"
          options={takers(parties)}
          value={owner}
          onChange={(party) => form.set({ owner: party })}
        />
        <TextField label="Due (may stay empty)" type="date" value={due} onChange={(day) => form.set({ due: day })} />
        <Button tone="primary" type="submit" disabledReason={what.trim() === '' ? 'Say what was decided.' : undefined}>
          Add
        </Button>
      </form>
      <NoteField
        label="Notes of the meeting"
        note={notes.notes[''] ?? ''}
        onNote={(text) => set({ ...notes, notes: { ...notes.notes, '': text } })}
      />
    </Card>
  )
}
