import type { Problem } from '../../../domain/problem'
import { dateTimeText } from '../../../domain/time/format'
import { formatInstant } from '../../../domain/units'
import { Card, Time } from '../../../ui'
import type { Book } from '../model/book'
import styles from '../problems.module.css'

/** What became of the problem, the newest first. */
export const HistoryCard = ({ problem, book }: { readonly problem: Problem; readonly book: Book }) => (
  <Card title="History">
    {(problem.history ?? []).length === 0 ? (
      <p className="muted">No connected source keeps its history.</p>
    ) : (
      <ol className={styles.rows}>
        {problem.history?.map(({ at, what, by }) => (
          <li key={`${at} ${what}`}>
            {what}
            <div className={styles.why}>
              <Time iso={formatInstant(at)} absolute={dateTimeText(at, book.zone)}>
                {dateTimeText(at, book.zone)}
              </Time>
              {by !== undefined && ` · ${book.name(by)}`}
            </div>
          </li>
        ))}
      </ol>
    )}
  </Card>
)
