import type { Improvement } from '../../../domain/problem'
import { pathTo } from '../../../app/paths'
import { dateText, dateTimeText } from '../../../domain/time/format'
import { formatInstant } from '../../../domain/units'
import { Badge, Button, Link, Time } from '../../../ui'
import type { Book } from '../model/book'
import { dateOr, dueText, fromNames, openText, workNames } from '../model/words'
import { ActivityLink, PartyLinks } from '../parts/links'
import styles from '../rows.module.css'
import { ImprovementForm } from './ImprovementForm'

interface ImprovementRowProps {
  readonly improvement: Improvement
  readonly late: boolean
  readonly book: Book
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** Characters of a number that people say to each other. A longer one is a key of a machine. */
const readable = 16

/** One improvement: what, from where, who does it until when, how far it is. */
export function ImprovementRow({ improvement, late, book, open, onOpen }: ImprovementRowProps) {
  const { id, title, from, state, owner, created, due, doneAt, activity, incident } = improvement
  const waits = from === 'feedback' && owner === undefined && state === 'open'
  return (
    <article className={styles.row} aria-label={`${id} ${title}`}>
      <div className={styles.what}>
        <Badge tone={state === 'done' ? 'ok' : state === 'in-progress' ? 'accent' : 'neutral'}>
          {openText(workNames, state)}
        </Badge>
        <span className={styles.title}>
          <b>{title}</b> {id.length <= readable && <span className="muted">{id}</span>}
        </span>
      </div>
      <div className={styles.when}>
        {doneAt !== undefined && state === 'done' ? (
          <span>done {dateText(doneAt, book.zone)}</span>
        ) : due === undefined ? (
          <span className="muted">no date</span>
        ) : (
          <Time iso={formatInstant(due)} absolute={dateTimeText(due, book.zone)}>
            <b data-alarm={late}>{dateText(due, book.zone)}</b> {state !== 'dropped' && dueText(due, book.now)}
          </Time>
        )}
        <span className="muted">
          {openText(fromNames, from)}, {dateOr(created, book.zone, 'date not recorded')}
        </span>
      </div>
      <div className={styles.who}>
        <span>
          {owner === undefined ? (
            <b data-alarm={waits}>nobody has taken it on</b>
          ) : (
            <PartyLinks ids={[owner]} book={book} />
          )}
        </span>
        <span>
          {activity !== undefined && <ActivityLink id={activity} book={book} />}
          {incident !== undefined && <Link to={pathTo('incidents', { id: incident })}>{incident}</Link>}
        </span>
      </div>
      <div className={styles.end}>
        <Button aria-expanded={open} aria-label={`${waits ? 'Take on' : 'Change'} ${id}`} onClick={() => onOpen(!open)}>
          {waits ? 'Take on…' : 'Change…'}
        </Button>
      </div>
      {open && <ImprovementForm improvement={improvement} book={book} onClose={() => onOpen(false)} />}
    </article>
  )
}
