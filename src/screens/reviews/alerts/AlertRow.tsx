import { useState } from 'react'
import type { Alert, AlertMatch } from '../../../domain/alerts'
import { pathTo } from '../../../app/paths'
import { formatInstant, type Instant } from '../../../domain/units'
import { Button, Link } from '../../../ui'
import { type Book, ownersOf } from '../model/book'
import { candidateWords, countText, several } from '../model/words'
import { Ago } from '../parts/Ago'
import { ActivityLink, PartyLinks } from '../parts/links'
import styles from '../rows.module.css'
import { broken } from './list'
import { Propose } from './Propose'

interface AlertRowProps {
  readonly alert: Alert
  readonly book: Book
  /** Since when events were looked at. */
  readonly from: Instant
}

/** Most incidents that are linked one by one. */
const linked = 4
/** Most activities that are named for one reason. */
const likely = 3

/** One alert: how often it paged, what came of it, who answers it and how that is known, and what could be done. */
export function AlertRow({ alert, book, from }: AlertRowProps) {
  const [open, setOpen] = useState(false)
  const { name, ruled, finding, matches, candidates } = alert
  return (
    <article className={styles.row} aria-label={`Alert ${name}`}>
      <div className={styles.what}>
        <span className={styles.title}>
          <code>{name}</code>
          {!ruled && <span className="muted"> its events name no rule: this is their title</span>}
        </span>
        <span className={styles.places}>
          {alert.workloads.map((id) => (
            <Link key={id} to={pathTo('ownership', { workload: id })}>
              {book.workloadName(id)}
            </Link>
          ))}
        </span>
      </div>
      <Seen alert={alert} book={book} from={from} />
      <div className={styles.who}>
        {matches.map((match) => (
          <Matched key={match.standing.activity.id} match={match} book={book} />
        ))}
        <Candidates alert={alert} book={book} />
        {matches.length + candidates.length === 0 && (
          <span className="muted">no activity of the workload comes to mind</span>
        )}
      </div>
      <div className={styles.end}>
        {broken.has(finding) && (
          <Button aria-expanded={open} aria-label={`Propose for ${name}`} onClick={() => setOpen(!open)}>
            Propose…
          </Button>
        )}
      </div>
      {open && <Propose alert={alert} book={book} onClose={() => setOpen(false)} />}
    </article>
  )
}

/** What might answer it, by why it comes to mind. */
function Candidates({ alert: { candidates, workloads }, book }: Pick<AlertRowProps, 'alert' | 'book'>) {
  const within = workloads.length === 1 ? workloads[0] : undefined
  const reasons = Map.groupBy(candidates, ({ because }) => because)
  return [...reasons].map(([because, all]) => (
    <span key={because}>
      <span className="muted">{candidateWords[because]}:</span>{' '}
      {all.slice(0, likely).map(({ standing: { activity } }, index) => (
        <span key={activity.id}>
          {index > 0 && ', '}
          <ActivityLink id={activity.id} book={book} within={within} />
        </span>
      ))}
      {all.length > likely && `, and ${countText(all.length - likely)} more`}
    </span>
  ))
}

/** How often it paged in that time, what came of it, and when it was last seen. */
function Seen({ alert: { events, last, incidents, workloads }, book, from }: AlertRowProps) {
  const [workload] = workloads
  const since = formatInstant(from)
  if (last === undefined) return <div className={styles.when}>not seen in that time</div>
  return (
    <div className={styles.when}>
      <span>
        <Link
          to={pathTo('incidents', {
            view: 'timeline',
            from: since,
            to: formatInstant(book.now),
            ...(workload !== undefined && { workload }),
          })}
        >
          {several(events, 'event')}
        </Link>
        , last <Ago at={last} />
      </span>
      <span>
        {incidents.length === 0 ? (
          <span className="muted">led to no incident</span>
        ) : (
          <>
            led to {several(incidents.length, 'incident')}:{' '}
            {incidents.slice(0, linked).map((id, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <Link to={pathTo('incidents', { id })}>{id}</Link>
              </span>
            ))}
            {incidents.length > linked && ', …'}
          </>
        )}
      </span>
    </div>
  )
}

/** The activity that answers it, by which name it was found, and who owns that. */
function Matched({ match: { standing, by, text }, book }: { readonly match: AlertMatch; readonly book: Book }) {
  const owners = [...new Set(ownersOf(standing))]
  return (
    <span>
      <ActivityLink id={standing.activity.id} book={book} />{' '}
      <span className="muted">{by === 'name' ? 'names it' : `names it “${text}”`}</span>
      {owners.length > 0 && (
        <>
          {' · '}
          <PartyLinks ids={owners} book={book} />
        </>
      )}
    </span>
  )
}
