import { Fragment } from 'react'
import { pathTo } from '../../../app/paths'
import type { Problem } from '../../../domain/problem'
import { dateText } from '../../../domain/time/format'
import { Badge, Link } from '../../../ui'
import type { Book } from '../model/book'
import { Party } from '../model/Party'
import styles from '../problems.module.css'
import { counted, daysText, openText, stateNames, stateTone } from '../words'

interface HeadProps {
  readonly problem: Problem
  readonly book: Book
  /** Of its incidents; undefined while not all are known. */
  readonly count: number | undefined
}

/** What is wrong, how far it is, whose it is, how long it is open, and where it happens. */
export function Head({ problem, book, count }: HeadProps) {
  const { id, title, state, owner, opened, workloads, fixes } = problem
  const open = state !== 'resolved'
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <span className="muted num">{id}</span>
        <h2>{title}</h2>
        <Badge tone={stateTone(state)}>{openText(stateNames, state)}</Badge>
      </div>
      <p className={styles.facts}>
        <span>
          <Party id={owner} book={book} />
        </span>
        <span>
          {opened === undefined
            ? 'when it was recorded is not known'
            : open
              ? `open ${daysText(book.now - opened)}, since ${dateText(opened, book.zone)}`
              : `recorded ${dateText(opened, book.zone)}`}
        </span>
        {count !== undefined && count > 1 && fixes.length === 0 && (
          <b className={styles.loud}>{counted(count, 'time')} and no fix</b>
        )}
        <span>
          {workloads.length === 0
            ? 'no workload recorded'
            : workloads.map((workload, index) => (
                <Fragment key={workload}>
                  {index > 0 && ', '}
                  <Link to={pathTo('ownership', { workload })}>{book.workload(workload)}</Link>
                </Fragment>
              ))}
        </span>
        <Link to={pathTo('problems')}>All problems</Link>
      </p>
    </header>
  )
}
