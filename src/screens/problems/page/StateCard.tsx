import { useEffect, useRef, useState } from 'react'
import { useCommand, useDraft } from '../../../data'
import { type Problem, type ProblemState, problemStates } from '../../../domain/problem'
import { whyNotProblemState } from '../../../domain/problemRules'
import { Badge, Button, Card, TextField } from '../../../ui'
import { Refused } from '../forms/Refused'
import type { Book } from '../model/book'
import styles from '../problems.module.css'
import { openText, stateNames, stateTone } from '../words'

/** How far the problem is, and where it may go from there; what it may not says why. */
export function StateCard({ problem, book }: { readonly problem: Problem; readonly book: Book }) {
  const commanding = useCommand()
  const { text: because, write, sent } = useDraft(`problem because ${problem.id}`)
  const [seen, setSeen] = useState(problem)
  const unfixed = problem.fixes.length === 0 && problem.state !== 'resolved'
  const brings = (to: ProblemState) => (to === 'resolved' && because.trim() !== '' ? { because: because.trim() } : {})
  const whyNot = (to: ProblemState) =>
    commanding.pending
      ? 'It is being sent.'
      : (commanding.whyNot('set-problem') ?? whyNotProblemState(problem, to, brings(to)))
  const wanted = commanding.command?.kind === 'set-problem' ? commanding.command.state : undefined
  const readOnly = commanding.whyNot('set-problem')
  const states = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  // The button that was pressed is gone: by the keyboard one goes on among the others.
  useEffect(() => {
    if (pressed.current && document.activeElement === document.body) states.current?.focus()
    pressed.current = false
  }, [problem.state])
  return (
    <Card title="State" actions={<Badge tone={stateTone(problem.state)}>{openText(stateNames, problem.state)}</Badge>}>
      <div ref={states} tabIndex={-1} className={styles.states} role="group" aria-label="Change the state">
        {problemStates
          .filter((to) => to !== problem.state)
          .map((to) => (
            <Button
              key={to}
              disabledReason={whyNot(to)}
              onClick={() => {
                setSeen(problem)
                pressed.current = true
                commanding.send({
                  command: { kind: 'set-problem', problem: problem.id, state: to, ...brings(to) },
                  ...(problem.version !== undefined && { version: problem.version }),
                  done: () => sent(because),
                })
              }}
            >
              {stateNames[to]}
            </Button>
          ))}
      </div>
      {unfixed && readOnly === undefined && (
        <TextField label="To resolve it without a fix, say why it is over" value={because} onChange={write} />
      )}
      {readOnly !== undefined && <p className="muted">{readOnly}</p>}
      <Refused
        commanding={commanding}
        seen={seen}
        problem={problem}
        book={book}
        mine={wanted === undefined ? '' : `state ${stateNames[wanted]}`}
        whyNotAnew={wanted && whyNotProblemState(problem, wanted, brings(wanted))}
      />
    </Card>
  )
}
