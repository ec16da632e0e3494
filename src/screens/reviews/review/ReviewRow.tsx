import { roleNames } from '../../../domain/ownership'
import { dateText, dateTimeText } from '../../../domain/time/format'
import { formatInstant } from '../../../domain/units'
import { Button, RoleLetter, Time } from '../../../ui'
import type { Book } from '../model/book'
import { dateOr, dueText } from '../model/words'
import { ActivityLink, PartyLinks } from '../parts/links'
import styles from '../rows.module.css'
import type { Listed } from './list'

interface ReviewRowProps {
  readonly duty: Listed
  readonly book: Book
  readonly ticked: boolean
  readonly onTick: (on: boolean) => void
  readonly onAttest: () => void
}

/** One review: of what, due when, owed by whom, and the way to confirm it. */
export function ReviewRow({ duty, book, ticked, onTick, onAttest }: ReviewRowProps) {
  const { id, name } = duty.standing.activity
  return (
    <div className={styles.row}>
      <label className={styles.tick}>
        <input
          type="checkbox"
          aria-label={`Choose ${name}, ${book.workloadName(duty.standing.activity.workload)}`}
          checked={ticked}
          onChange={(event) => onTick(event.target.checked)}
        />
      </label>
      <div className={styles.what}>
        <ActivityLink id={id} book={book} />
        {duty.roles.map((role) => (
          <RoleLetter key={role} letter={role} name={roleNames[role]} />
        ))}
      </div>
      <Due duty={duty} book={book} />
      <Owed duty={duty} book={book} />
      <div className={styles.end}>
        <Button onClick={onAttest} aria-label={`Confirm ${name}…`}>
          Confirm…
        </Button>
      </div>
    </div>
  )
}

function Due({ duty: { due, group, until, standing }, book: { now, zone } }: Pick<ReviewRowProps, 'duty' | 'book'>) {
  const last = standing.activity.review?.last
  return (
    <div className={styles.when}>
      {due === undefined ? (
        <b data-alarm={group === 'never'}>{group === 'never' ? 'never reviewed' : 'no date'}</b>
      ) : (
        <Time iso={formatInstant(due)} absolute={dateTimeText(due, zone)}>
          <b data-alarm={group === 'overdue'}>{dateText(due, zone)}</b> {dueText(due, now)}
        </Time>
      )}
      <span className="muted">
        {until === undefined ? `last ${dateOr(last, zone, 'not recorded')}` : `excused until ${dateText(until, zone)}`}
      </span>
    </div>
  )
}

function Owed({ duty: { reviewers, approvers, instead }, book }: Pick<ReviewRowProps, 'duty' | 'book'>) {
  return (
    <div className={styles.who}>
      <span>
        {reviewers.length > 0 ? (
          <>
            <span className="muted">reviews:</span> <PartyLinks ids={reviewers} book={book} />
          </>
        ) : instead.length > 0 ? (
          <>
            <PartyLinks ids={instead} book={book} /> <span className="muted">accountable; no reviewer named</span>
          </>
        ) : (
          <span className="muted">nobody is named to review it</span>
        )}
      </span>
      {approvers.length > 0 && (
        <span className="muted">
          approves: <PartyLinks ids={approvers} book={book} />
        </span>
      )}
    </div>
  )
}
