import { useState } from 'react'
import { useWhole } from '../../../data'
import type { Command } from '../../../domain/command'
import type { Incident, Severity } from '../../../domain/incident'
import { isTeamId } from '../../../domain/ownership'
import { Button, Picker, TextField } from '../../../ui'
import styles from '../incidents.module.css'
import type { Names } from '../useNames'
import { type BulkPlan, bulkText } from './bulk'

/** What must be asked before it can be done. */
export type BulkAsk = 'assign' | 'severity' | 'problem'

interface Act {
  readonly verb: string
  readonly plan: BulkPlan
  readonly why: string | undefined
  readonly run: () => void
}

interface BulkFormProps {
  readonly ask: BulkAsk
  readonly level: Severity
  readonly names: Names
  readonly act: (verb: string, make: (incident: Incident) => Command) => Act
  readonly onSend: (run: () => void) => void
}

const all = {}
const ended = new Set(['resolved'])

/** Asks for what an act on all marked needs: a team, a problem, or a reason. */
export function BulkForm({ ask, level, names, act, onSend }: BulkFormProps) {
  const [team, setTeam] = useState('')
  const [problem, setProblem] = useState('')
  const [reason, setReason] = useState('')
  const problems = useWhole('problems', all, ask === 'problem')
  const send = ({ verb, plan, why, run }: Act, missing: string | undefined) => (
    <Button tone="primary" disabledReason={why ?? missing} onClick={() => onSend(run)}>
      {bulkText(verb, plan)}
    </Button>
  )
  switch (ask) {
    case 'assign':
      return (
        <div className={styles.bulkRow}>
          <Picker
            label="Team"
            value={team}
            options={names.parties.flatMap(({ id, name }) => (isTeamId(id) ? [{ value: id, label: name }] : []))}
            onChange={setTeam}
          />
          {send(
            act('Assign', ({ id }) => ({ kind: 'assign', incident: id, team })),
            team === '' ? 'Choose the team.' : undefined,
          )}
        </div>
      )
    case 'severity':
      return (
        <div className={styles.bulkRow}>
          <TextField label="Reason" value={reason} onChange={setReason} />
          {send(
            act(`SEV${level} for`, ({ id }) => ({ kind: 'set-severity', incident: id, to: level, reason })),
            reason.trim() === '' ? 'Say why, for those who read it later.' : undefined,
          )}
        </div>
      )
    case 'problem':
      return (
        <div className={styles.bulkRow}>
          <Picker
            label="Problem"
            value={problem}
            // What is still being worked on is meant more often.
            options={problems.items
              .toSorted((left, right) => Number(ended.has(left.state)) - Number(ended.has(right.state)))
              .map(({ id, title }) => ({ value: id, label: title, hint: id }))}
            onChange={setProblem}
            note={
              problems.state === 'loading'
                ? 'Problems are loading.'
                : problems.items.length === 0
                  ? 'No source tells of a problem.'
                  : undefined
            }
          />
          {send(
            act('Link', ({ id }) => ({ kind: 'link-problem', incident: id, problem })),
            problem === '' ? 'Choose the problem.' : undefined,
          )}
        </div>
      )
  }
}
