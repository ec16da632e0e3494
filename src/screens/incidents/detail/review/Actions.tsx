import { useState } from 'react'
import { useNow, useZone } from '../../../../data'
import type { Incident } from '../../../../domain/incident'
import { whyNotImprovement } from '../../../../domain/improvementRules'
import type { Improvement } from '../../../../domain/problem'
import { dateText } from '../../../../domain/time/format'
import { Button } from '../../../../ui'
import type { Names } from '../../useNames'
import { Refused } from '../Refused'
import { RecordAction } from './RecordAction'
import styles from './review.module.css'
import type { FollowUp, useActions } from './useActions'
import { usePresentCommand } from '../usePresentCommand'

interface ActionsProps {
  readonly incident: Incident
  readonly names: Names
  readonly told: ReturnType<typeof useActions>
}

/** Marks an improvement done, or takes it up again. */
function Toggle({ incident, names, improvement }: Omit<ActionsProps, 'told'> & { readonly improvement: Improvement }) {
  const commanding = usePresentCommand()
  const to = improvement.state === 'done' ? 'open' : 'done'
  return (
    <>
      <Refused commanding={commanding} incident={incident} names={names} />
      <Button
        tone="quiet"
        aria-label={to === 'done' ? `Mark ${improvement.id} done` : `Reopen ${improvement.id}`}
        disabledReason={
          commanding.pending
            ? 'It is being sent.'
            : (commanding.whyNot('set-improvement') ?? whyNotImprovement(improvement, { state: to }))
        }
        onClick={() =>
          commanding.send({
            command: { kind: 'set-improvement', improvement: improvement.id, state: to },
            ...(improvement.version !== undefined && { version: improvement.version }),
          })
        }
      >
        {to === 'done' ? 'Mark done' : 'Reopen'}
      </Button>
    </>
  )
}

function whenText({ due, doneAt }: FollowUp, zone: string): string {
  if (doneAt !== undefined) return `done ${dateText(doneAt, zone)}`
  return due === undefined ? 'no due date' : `due ${dateText(due, zone)}`
}

/** What is to be done after the incident: by whom, until when, how far it is. */
export function Actions({ incident, names, told }: ActionsProps) {
  const [adding, setAdding] = useState(false)
  const { name: zone } = useZone()
  const now = useNow(600)
  const commanding = usePresentCommand()
  const { actions, kept, loading, whole, missing } = told
  const late = actions.filter((each) => each.late).length
  return (
    <div>
      <h4>
        Actions{actions.length > 0 && ` · ${actions.length}`}
        {late > 0 && <span className={styles.late}> · {late} overdue</span>}
      </h4>
      {actions.length > 0 && (
        <ul className={styles.actions}>
          {actions.map((action) => (
            <li key={action.id}>
              <span>
                {action.title} <span className="muted">{action.id}</span>
              </span>
              <span className={styles.meta}>
                {action.kind} · {action.state} ·{' '}
                <span className={action.owner === undefined ? styles.late : undefined}>
                  {action.owner ?? 'no owner'}
                </span>{' '}
                · <span className={action.late ? styles.late : undefined}>{whenText(action, zone)}</span>
                {action.late && ', overdue'}
              </span>
              {action.improvement && <Toggle incident={incident} names={names} improvement={action.improvement} />}
            </li>
          ))}
        </ul>
      )}
      {actions.length === 0 && (
        <p className="muted">
          {loading
            ? 'Looking for actions …'
            : !kept
              ? 'Not recorded: no connected source keeps actions.'
              : whole
                ? 'None is recorded.'
                : `None was told so far. ${missing}`}
        </p>
      )}
      {adding ? (
        <RecordAction incident={incident} names={names} now={now} onClose={() => setAdding(false)} />
      ) : (
        <Button tone="quiet" disabledReason={commanding.whyNot('record-improvement')} onClick={() => setAdding(true)}>
          Record an action…
        </Button>
      )}
    </div>
  )
}
