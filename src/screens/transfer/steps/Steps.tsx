import { useEffect, useRef, useState } from 'react'
import type { OwnershipView } from '../../../data'
import { withMoveChanged, withMoveShifted, withoutMove, withTeam } from '../../../domain/plan/edit'
import { namesIn } from '../../../domain/plan/list'
import type { Deed, Plan } from '../../../domain/plan/plan'
import { moveText } from '../../../domain/plan/words'
import { phone, useMedia } from '../../../ui'
import type { PartyOptions } from '../model/options'
import type { Rehearsed } from '../model/useRehearsal'
import { StepForm } from './StepForm'
import { type StepAction, StepRow } from './StepRow'
import styles from './steps.module.css'

interface StepsProps {
  readonly plan: Plan
  readonly rehearsed: Rehearsed
  readonly view: OwnershipView
  readonly options: PartyOptions
  readonly from: string
  readonly onAdd: (deed: Deed, teams: Plan['teams']) => void
  readonly edit: (change: (plan: Plan) => Plan, what: string) => void
}

/** The steps of the plan in their order, and below them the next one. */
export function Steps({ plan, rehearsed, view, options, from, onAdd, edit }: StepsProps) {
  const [changing, setChanging] = useState<string>()
  const section = useRef<HTMLElement>(null)
  const refocus = useRef<string>(undefined)
  // On a phone what the plan comes to would stand far below the next step.
  const narrow = useMedia(phone)
  const names = namesIn(rehearsed.outcome)
  const results = new Map(rehearsed.outcome.moves.map((result) => [result.move.id, result]))

  // A row that changes its place is taken out and put in again: the focus would be lost with it.
  useEffect(() => {
    if (refocus.current === undefined) return
    const button = section.current?.querySelector<HTMLElement>(refocus.current)
    refocus.current = undefined
    button?.focus()
  }, [plan.moves, changing])

  const changed = (id: string) => {
    refocus.current = `[data-step="${id}"] [data-action="change"]`
    setChanging(undefined)
  }
  const act = (id: string, action: StepAction) => {
    const number = plan.moves.findIndex((move) => move.id === id) + 1
    if (action === 'change') return setChanging(id)
    if (action === 'remove') {
      const next = plan.moves[number] ?? plan.moves[number - 2]
      refocus.current = next ? `[data-step="${next.id}"] [data-action="remove"]` : '[role=radio][aria-checked=true]'
      return edit((each) => withoutMove(each, id), `Step ${number} removed`)
    }
    refocus.current = `[data-step="${id}"] [data-action="${action}"]`
    const by = action === 'up' ? -1 : 1
    edit((each) => withMoveShifted(each, id, by), `Step ${number} is step ${number + by} now`)
  }

  const begins = plan.moves.length === 0 ? from : ''
  const form = <StepForm key={from} view={view} options={options} from={begins} onSave={onAdd} />
  return (
    <section ref={section} className={styles.steps} aria-label="Steps">
      {plan.moves.length === 0 ? (
        <div className={styles.empty}>
          <h2>Nothing is planned yet</h2>
          <p>
            Rehearse a reorganisation: merge, split or retire a team, or hand over a part of what it does. See what
            would break before anybody is asked. The plan stays in this browser; nothing is changed or sent until you
            say so.
          </p>
        </div>
      ) : (
        <ol className={styles.list}>
          {plan.moves.map((move, index) => (
            <li key={move.id} data-step={move.id}>
              {changing === move.id && move.kind !== 'appoint' ? (
                <StepForm
                  view={view}
                  options={options}
                  deed={move}
                  from=""
                  onCancel={() => changed(move.id)}
                  onSave={(deed, teams) => {
                    edit(
                      (each) => withMoveChanged(teams.reduce(withTeam, each), move.id, deed),
                      `Step ${index + 1} changed`,
                    )
                    changed(move.id)
                  }}
                />
              ) : (
                <StepRow
                  number={index + 1}
                  count={plan.moves.length}
                  move={move}
                  text={moveText(move, names)}
                  names={names}
                  result={results.get(move.id)}
                  onAct={(action) => act(move.id, action)}
                  onGives={(gives) =>
                    edit(
                      (each) =>
                        gives.length === 0
                          ? withoutMove(each, move.id)
                          : withMoveChanged(each, move.id, { kind: 'appoint', gives }),
                      'One role less is given',
                    )
                  }
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {narrow && plan.moves.length > 0 ? (
        <details className={styles.folded}>
          <summary>Next step</summary>
          {form}
        </details>
      ) : (
        <>
          <h2 className={styles.next}>{plan.moves.length === 0 ? 'First step' : 'Next step'}</h2>
          {form}
        </>
      )}
    </section>
  )
}
