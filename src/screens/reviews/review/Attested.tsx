import type { Batch, BatchFailure } from '../../../data'
import type { Activity } from '../../../domain/ownership'
import { Icon } from '../../../ui'
import type { Book } from '../model/book'
import { countText, dateOr } from '../model/words'
import styles from '../forms.module.css'

interface AttestedProps {
  readonly seen: ReadonlyMap<string, Activity>
  readonly progress: Batch['progress']
  readonly book: Book
}

/** Most names that are listed; more would only be scrolled past. The count is always said. */
const named = 30

/** What is being confirmed, how far that has come, and what was not, each with its reason. */
export function Attested({ seen, progress, book }: AttestedProps) {
  const failed = progress?.failed ?? []
  const left = new Set(failed.map(({ intent }) => intent.id))
  const rest = [...seen.values()].filter(({ id }) => !left.has(id))
  const nameOf = ({ name, workload }: Activity) => `${name}, ${book.workloadName(workload)}`
  return (
    <>
      {progress && (
        <p role="status">
          {progress.pending ? (
            <>
              <b>{countText(progress.done.length)}</b> of {countText(progress.total)} confirmed…
            </>
          ) : (
            <>
              <b>{countText(seen.size - failed.length)}</b> of {countText(seen.size)} confirmed
              {failed.length > 0 && `, ${countText(failed.length)} not`}.
            </>
          )}
        </p>
      )}
      {failed.length > 0 && (
        <ul className={styles.outcomes} role="alert">
          {failed.map((failure) => (
            <li key={failure.intent.id}>
              <Icon name="warn" size={14} />
              <Failure failure={failure} seen={seen} book={book} />
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.outcomes} aria-label="Activities">
        {rest.slice(0, named).map((activity) => (
          <li key={activity.id}>{nameOf(activity)}</li>
        ))}
        {rest.length > named && <li className="muted">and {countText(rest.length - named)} more</li>}
      </ul>
    </>
  )
}

/** Why one was not confirmed; of one that somebody changed meanwhile, both versions. */
function Failure({
  failure: { intent, error },
  seen,
  book,
}: { readonly failure: BatchFailure } & Omit<AttestedProps, 'progress'>) {
  const mine = seen.get(intent.id)
  const theirs = book.ownership.byId.get(intent.id)?.activity
  const last = (activity: Activity | undefined) => dateOr(activity?.review?.last, book.zone)
  return (
    <span>
      <b>{mine?.name ?? intent.id}</b>: {error.message}
      {error.fault === 'conflict' && (
        <>
          <br />
          Theirs: last reviewed {last(theirs)} (you saw {last(mine)}). Mine: confirmed on {dateOr(book.now, book.zone)}.
          Trying again confirms it on their version.
        </>
      )}
    </span>
  )
}
