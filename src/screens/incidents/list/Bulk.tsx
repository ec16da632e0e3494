import { useRef, useState } from 'react'
import { useBatch, useCommand } from '../../../data'
import type { Command } from '../../../domain/command'
import { type Incident, severities } from '../../../domain/incident'
import { isTeamId } from '../../../domain/ownership'
import { Button, Menu, Picker, TextField, useKeys } from '../../../ui'
import styles from '../incidents.module.css'
import type { Names } from '../useNames'
import { counted } from '../words'
import { bulkOf, bulkText, bulkWhyNot, leftText } from './bulk'
import type { Marks } from './useMarks'

interface BulkProps {
  readonly marks: Marks
  readonly names: Names
}

type Ask = 'assign' | 'severity'

/** What can be done to all marked incidents at once: each act names how many, and each failure is told by itself. */
export function Bulk({ marks, names }: BulkProps) {
  const { marked } = marks
  const { whyNot } = useCommand()
  const batch = useBatch()
  const [ask, setAsk] = useState<Ask>()
  const [team, setTeam] = useState('')
  const [level, setLevel] = useState<(typeof severities)[number]>(3)
  const [reason, setReason] = useState('')
  const bar = useRef<HTMLDivElement>(null)
  useKeys('Incidents: marked', [{ keys: 'b', label: 'To what is marked', run: () => bar.current?.focus() }])
  if (marked.length === 0 && !batch.progress) return null

  const act = (verb: string, make: (incident: Incident) => Command) => {
    const plan = bulkOf(marked, make)
    const { kind } = marked[0] ? make(marked[0]) : { kind: 'set-state' as const }
    return { verb, plan, why: bulkWhyNot(plan, kind, whyNot), run: () => batch.run(plan.intents) }
  }
  const to = (state: 'acknowledged' | 'resolved') => (incident: Incident) =>
    ({ kind: 'set-state', incident: incident.id, to: state }) as const
  const steps = [act('Acknowledge', to('acknowledged')), act('Resolve', to('resolved'))]
  const assign = act('Assign', ({ id }) => ({ kind: 'assign', incident: id, ...(team !== '' && { team }) }))
  const rank = act(`SEV${level} for`, ({ id }) => ({ kind: 'set-severity', incident: id, to: level, reason }))
  const { progress, failed } = batch
  const send = (run: () => void) => {
    run()
    setAsk(undefined)
  }
  return (
    <section ref={bar} tabIndex={-1} className={styles.bulk} aria-label="Marked incidents">
      <div className={styles.bulkRow}>
        <b role="status">{counted(marked.length, 'incident')} marked</b>
        {steps.map(({ verb, plan, why, run }) => (
          <Button key={verb} disabledReason={why} onClick={run} title={why ?? leftText(plan)}>
            {bulkText(verb, plan)}
          </Button>
        ))}
        <Button aria-expanded={ask === 'assign'} disabledReason={whyNot('assign')} onClick={() => setAsk('assign')}>
          Assign …
        </Button>
        <Menu
          label="Severity"
          items={severities.map((each) => ({
            key: String(each),
            label: `SEV${each} …`,
            disabledReason: whyNot('set-severity'),
            onSelect: () => {
              setLevel(each)
              setAsk('severity')
            },
          }))}
        />
        <Button tone="quiet" onClick={marks.clear}>
          Unmark
        </Button>
      </div>
      {ask === 'assign' && (
        <div className={styles.bulkRow}>
          <Picker
            label="Team"
            value={team}
            options={names.parties.flatMap(({ id, name }) => (isTeamId(id) ? [{ value: id, label: name }] : []))}
            onChange={setTeam}
          />
          <Button tone="primary" disabledReason={assign.why} onClick={() => send(assign.run)}>
            {bulkText('Assign', assign.plan)}
          </Button>
        </div>
      )}
      {ask === 'severity' && (
        <div className={styles.bulkRow}>
          <TextField label="Reason" value={reason} onChange={setReason} />
          <Button
            tone="primary"
            disabledReason={rank.why ?? (reason.trim() === '' ? 'Say why, for those who read it later.' : undefined)}
            onClick={() => send(rank.run)}
          >
            {bulkText(rank.verb, rank.plan)}
          </Button>
        </div>
      )}
      {progress && (
        <div role="status" className={styles.bulkRow}>
          <span>
            {progress.done.length} of {progress.total} done{progress.pending ? ' …' : ''}
          </span>
          {!progress.pending && failed.length > 0 && (
            <Button onClick={() => batch.again()}>Try the {failed.length} again</Button>
          )}
          {!progress.pending && (
            <Button tone="quiet" onClick={batch.dismiss}>
              Dismiss
            </Button>
          )}
        </div>
      )}
      {failed.length > 0 && (
        <ul role="alert" className={styles.bulkFailed}>
          {failed.map(({ intent, error }) => (
            <li key={intent.id}>
              {intent.id}: {error.message}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
