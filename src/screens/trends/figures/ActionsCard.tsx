import { pathTo } from '../../../app/paths'
import { useWhole } from '../../../data'
import { Link } from '../../../ui'
import { actionsFigure, judge, type Work, workOf } from '../model/actions'
import { actionsWords } from '../model/headWords'
import { count, counted } from '../model/words'
import type { Scope } from '../scope'
import styles from './figures.module.css'
import { Shown, Waiting } from './Shown'
import { shareSource } from './words'

const everything = {}

const placeOf = ({ problem }: Work) =>
  problem === undefined ? pathTo('reviews', { tab: 'improvements' }) : pathTo('problems', { id: problem })

interface ListedProps {
  readonly name: string
  readonly work: readonly Work[]
}

function Listed({ name, work }: ListedProps) {
  if (work.length === 0) return null
  return (
    <>
      <h4>{name}</h4>
      <ul>
        {work.map((each) => (
          <li key={each.key}>
            <Link to={placeOf(each)}>{each.title}</Link> {each.problem}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Actions of problems and improvements that were due in the range. They are no incidents: the card lists them itself. */
export function ActionsCard({ scope: { span, before } }: { readonly scope: Scope }) {
  const problems = useWhole('problems', everything)
  const improvements = useWhole('improvements', everything)
  const label = 'Actions done on time'
  const states = [problems.state, improvements.state]
  if (!states.includes('ready') || states.includes('loading')) {
    const state = states.includes('loading') ? 'loading' : states.includes('failed') ? 'failed' : 'absent'
    const missing = [...problems.parts, ...improvements.parts].flatMap(({ source, error }) =>
      error ? [{ source, error }] : [],
    )
    return <Waiting label={label} view={{ state, missing }} />
  }
  const work = workOf(problems.items, improvements.items)
  const now = judge(work, span)
  return (
    <Shown
      figure={actionsFigure(now, before && judge(work, before))}
      about={{
        ...actionsWords,
        source: shareSource,
        asOf: span.now,
        zone: span.zone,
      }}
    >
      {now.onTime.length + now.late.length > 0 && (
        <details className={styles.work}>
          <summary>
            {counted(now.onTime.length, 'action')} on time, {count(now.late.length)} late
          </summary>
          <Listed name="Late" work={now.late} />
          <Listed name="On time" work={now.onTime} />
        </details>
      )}
    </Shown>
  )
}
