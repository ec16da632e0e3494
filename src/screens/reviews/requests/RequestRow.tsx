import type { ChangeRequest } from '../../../domain/change'
import { changedSentences } from '../../../domain/changeWords'
import { dateText } from '../../../domain/time/format'
import { unknownText } from '../../../domain/units'
import { Badge, Button, Note } from '../../../ui'
import type { Book } from '../model/book'
import { changeKindNames, changeStateNames, openText } from '../model/words'
import { Ago } from '../parts/Ago'
import { ActivityLink, PartyLinks } from '../parts/links'
import styles from '../rows.module.css'
import { Decide } from './Decide'

interface RequestRowProps {
  readonly request: ChangeRequest
  readonly book: Book
  /** Whether it is being decided. */
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** One request: what would change, why, who asked and who may decide; or what became of it. */
export function RequestRow({ request, book, open, onOpen }: RequestRowProps) {
  const { id, activity, kind, state, reason, proposer, proposedAt, approvers, decidedBy, decidedAt, note, plan } =
    request
  const pending = state === 'proposed'
  return (
    <article className={styles.request} aria-label={`Request ${id}`}>
      <div className={styles.what}>
        {unknownText(state) !== undefined && <Badge tone="stale">{openText(changeStateNames, state)}</Badge>}
        <Badge>{openText(changeKindNames, kind)}</Badge>
        <ActivityLink id={activity} book={book} />
      </div>
      <div className={styles.told}>
        {changedSentences(request, book.name, (at) => dateText(at, book.zone)).map((sentence) => (
          <p key={sentence} className={styles.step}>
            {sentence}.
          </p>
        ))}
        <Note text={reason} />
      </div>
      <p className={styles.facts}>
        <span>
          {book.name(proposer)} asked <Ago at={proposedAt} />
        </span>
        <span>
          {approvers.length === 0 ? (
            'anybody may decide'
          ) : (
            <>
              decides: <PartyLinks ids={approvers} book={book} />
            </>
          )}
        </span>
        {plan !== undefined && <span>part of the plan “{plan}”</span>}
        {!pending && (
          <span>
            {openText(changeStateNames, state).toLowerCase()}
            {decidedBy !== undefined && ` by ${book.name(decidedBy)}`}{' '}
            {decidedAt !== undefined && <Ago at={decidedAt} />}
            {note !== undefined && `: “${note}”`}
          </span>
        )}
      </p>
      {(pending || open) && (
        <div className={styles.end}>
          <Button aria-expanded={open} aria-label={`Decide ${id}`} onClick={() => onOpen(!open)}>
            Decide…
          </Button>
        </div>
      )}
      {open && <Decide request={request} book={book} onClose={() => onOpen(false)} />}
    </article>
  )
}
