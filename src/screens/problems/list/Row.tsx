import { pathTo } from '../../../app/paths'
import type { Problem } from '../../../domain/problem'
import { dateText } from '../../../domain/time/format'
import { Badge, Link } from '../../../ui'
import type { Book } from '../model/book'
import { Party } from '../model/Party'
import styles from '../problems.module.css'
import { counted, daysText, openText, stateNames, stateTone } from '../words'

/** `fix 12 Oct 2026`, or how often it came without one. */
function Fixed({
  problem: { fixes, state },
  count,
  zone,
}: {
  problem: Problem
  count: number | undefined
  zone: string
}) {
  const last = fixes.toSorted((left, right) => left.at - right.at).at(-1)
  if (last) return <span>fix {dateText(last.at, zone)}</span>
  const loud = count !== undefined && count > 1 && state !== 'resolved'
  return <span className={loud ? styles.loud : 'faint'}>no fix</span>
}

interface RowProps {
  readonly problem: Problem
  /** Undefined where nobody could count. */
  readonly count: number | undefined
  readonly book: Book
}

/** One problem: how often, how far, whose, how long, and what is late. */
export function Row({ problem, count, book }: RowProps) {
  const { id, title, state, owner, opened, actions, workloads } = problem
  const late = actions.filter(
    (action) =>
      action.state !== 'done' && action.state !== 'dropped' && action.due !== undefined && action.due < book.now,
  ).length
  return (
    <div className={styles.row}>
      <span className={styles.times} title={count === undefined ? 'not counted' : counted(count, 'incident')}>
        {count === undefined ? '–' : `${count.toLocaleString('en')} ×`}
      </span>
      <div className={styles.what}>
        <span className="muted num">{id}</span>
        <Link to={pathTo('problems', { id })}>{title}</Link>
        <Badge tone={stateTone(state)}>{openText(stateNames, state)}</Badge>
        <span className={styles.places}>{workloads.map(book.workload).join(', ')}</span>
      </div>
      <div className={styles.about}>
        <span className={styles.above}>
          <Party id={owner} book={book} />
        </span>
        <span>{state === 'resolved' || opened === undefined ? '' : `open ${daysText(book.now - opened)}`}</span>
        <Fixed problem={problem} count={count} zone={book.zone} />
        <span className={late > 0 ? styles.loud : 'faint'}>{late > 0 ? `${late} late` : 'none late'}</span>
      </div>
    </div>
  )
}
