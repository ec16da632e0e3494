import { useEffect, useRef, useState } from 'react'
import { pathTo } from '../../../app/paths'
import type { Give } from '../../../domain/plan/plan'
import type { Problem } from '../../../domain/plan/problems'
import { namesIn } from '../../../domain/plan/list'
import { roleNames } from '../../../domain/ownership'
import { Button, Icon, Link, RoleLetter } from '../../../ui'
import type { PartyOptions } from '../model/options'
import type { Rehearsed } from '../model/useRehearsal'
import { countText } from '../model/words'
import { Fix } from './Fix'
import styles from './outcome.module.css'

interface ProblemsProps {
  readonly rehearsed: Rehearsed
  readonly options: PartyOptions
  readonly onGive: (gives: readonly Give[]) => void
}

/** Shown at first; the others when asked for. */
const first = 8

const keyOf = (problem: Problem) =>
  problem.kind === 'broken' ? `${problem.activity} ${problem.gap}` : `request ${problem.request.id}`

/** The first suggestion for each, where there is one. */
const suggested = (problems: readonly Problem[]): readonly Give[] =>
  problems.flatMap((each) => {
    const [best] = each.kind === 'broken' ? each.candidates : []
    return each.kind === 'broken' && best ? [{ activity: each.activity, role: each.role, party: best.party }] : []
  })

/** What the plan would break, each with a way to mend it. What was broken before can be mended along with it. */
export function Problems({ rehearsed, options, onGive }: ProblemsProps) {
  const { problems, old, requests, whole } = rehearsed
  const all = suggested(problems)
  return (
    <>
      <List
        title={
          problems.length === 0
            ? whole
              ? 'Nothing to solve'
              : 'Nothing found to solve'
            : `To solve: ${countText(problems.length)}`
        }
        problems={problems}
        rehearsed={rehearsed}
        options={options}
        onGive={onGive}
        action={
          all.length > 1 && (
            <Button onClick={() => onGive(all)}>Give {countText(all.length)} to the first suggestion</Button>
          )
        }
      >
        {problems.length === 0 && (
          <p className={styles.good}>
            {whole && <Icon name="check" size={14} />} The plan leaves no activity without an owner that has one now
            {whole ? '.' : ', as far as can be told: not everything is there.'}
          </p>
        )}
        {requests.state !== 'ready' && (
          <p className={styles.muted}>
            {requests.state === 'absent'
              ? 'No connected source keeps change requests: none can collide.'
              : 'Which requests wait to be decided is not known now: some may collide.'}
          </p>
        )}
      </List>
      {old.length > 0 && (
        <details className={styles.old}>
          <summary>
            {countText(old.length)} broken before already, in activities that the plan touches: they can be mended with
            it
          </summary>
          <List title="" problems={old} rehearsed={rehearsed} options={options} onGive={onGive} />
        </details>
      )}
    </>
  )
}

interface ListProps extends ProblemsProps {
  readonly title: string
  readonly problems: readonly Problem[]
  readonly action?: React.ReactNode
  readonly children?: React.ReactNode
}

function List({ title, problems, rehearsed, options, onGive, action, children }: ListProps) {
  const [all, setAll] = useState(false)
  const list = useRef<HTMLElement>(null)
  const mended = useRef<number>(undefined)
  // The row that was mended is gone, and the button with it: the next row, or the heading, takes the focus.
  useEffect(() => {
    if (mended.current === undefined) return
    const rows = list.current?.querySelectorAll(':scope > ul > li')
    const row = rows?.[Math.min(mended.current, rows.length - 1)]
    mended.current = undefined
    const next = row?.querySelector('button') ?? row?.querySelector('a') ?? list.current
    next?.focus()
  }, [problems])
  const shown = all ? problems : problems.slice(0, first)
  return (
    <section
      ref={list}
      tabIndex={-1}
      className={styles.problems}
      aria-label={title === '' ? 'Broken before' : 'To solve'}
    >
      {title !== '' && (
        <div className={styles.head}>
          <h2 data-alarm={problems.length > 0}>{title}</h2>
          {action}
        </div>
      )}
      {children}
      <ul>
        {shown.map((problem, index) => (
          <li key={keyOf(problem)}>
            <Row
              problem={problem}
              rehearsed={rehearsed}
              options={options}
              onGive={(gives) => {
                mended.current = index
                onGive(gives)
              }}
            />
          </li>
        ))}
      </ul>
      {shown.length < problems.length && (
        <Button tone="quiet" onClick={() => setAll(true)}>
          Show all {countText(problems.length)}
        </Button>
      )}
    </section>
  )
}

function Row({
  problem,
  rehearsed,
  options,
  onGive,
}: Omit<ProblemsProps, 'rehearsed'> & { readonly problem: Problem; readonly rehearsed: Rehearsed }) {
  const { outcome } = rehearsed
  const names = namesIn(outcome)
  const standing = outcome.after.byId.get(problem.activity)
  return (
    <div className={styles.problem}>
      <div className={styles.what}>
        <p>
          {problem.kind === 'broken' && (
            <RoleLetter letter={problem.gap === 'no-accountable' ? '?' : problem.role} name={roleNames[problem.role]} />
          )}
          <Link to={pathTo('ownership', { activity: problem.activity })}>{names.activity(problem.activity)}</Link>
          <span className={styles.muted}>{standing?.workload?.name ?? standing?.activity.workload}</span>
        </p>
        <p className={styles.reason}>
          {problem.kind === 'collision' && `${problem.request.proposer} asks for a change. `}
          {problem.reason}
        </p>
      </div>
      {problem.kind === 'broken' ? (
        <Fix
          problem={problem}
          names={names}
          options={options}
          retired={outcome.retired}
          onGive={(party) => onGive([{ activity: problem.activity, role: problem.role, party }])}
        />
      ) : (
        <Link to={pathTo('reviews', { tab: 'requests' })}>See the requests</Link>
      )}
    </div>
  )
}
