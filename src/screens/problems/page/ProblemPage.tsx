import { useMemo } from 'react'
import { pathTo } from '../../../app/paths'
import { isWhole, useRecord, useWindow } from '../../../data'
import type { Id } from '../../../domain/units'
import { EmptyState, FailedState, Link, PageBar, PartialNote, Skeleton } from '../../../ui'
import { judgedFixes } from '../model/fixes'
import { useBook } from '../model/useBook'
import { useMissing } from '../model/useMissing'
import styles from '../problems.module.css'
import { countText } from '../words'
import { ActionsCard } from './ActionsCard'
import { FactsCard } from './FactsCard'
import { FixesCard } from './FixesCard'
import { Head } from './Head'
import { HistoryCard } from './HistoryCard'
import { LinkedCard } from './LinkedCard'
import { StateCard } from './StateCard'
import { TimeLine } from './TimeLine'
import { Undo } from './Undo'

/** So many of its incidents are looked at to place marks and judge fixes. */
const most = 4000

/** Everything that is known of one problem, and what can be done about it. */
export function ProblemPage({ id }: { readonly id: Id }) {
  const record = useRecord('problems', id)
  const missing = useMissing(record)
  const [problem] = record.items
  return (
    <>
      <PageBar title={`Problem ${id}`} />
      {problem ? (
        <Page problem={problem} />
      ) : record.state === 'loading' ? (
        <Skeleton label="The problem is loading" rows={10} />
      ) : record.state === 'failed' ? (
        <FailedState what={`${id} could not be read`} where={missing.join(' ')} onRetry={record.retry} />
      ) : (
        <EmptyState
          title={isWhole(record) ? `There is no problem ${id}` : `No source that answers tells of ${id}`}
          icon="flag"
          action={<Link to={pathTo('problems')}>All problems</Link>}
        >
          {missing.length > 0 && <p>{missing.join(' ')}</p>}
          <p>
            Incidents may point to it all the same:{' '}
            <Link to={pathTo('incidents', { status: 'all', view: 'table', problem: id })}>incidents of {id}</Link>.
          </p>
        </EmptyState>
      )}
    </>
  )
}

function Page({ problem }: { readonly problem: ReturnType<typeof useRecord<'problems'>>['items'][number] }) {
  const book = useBook()
  const view = useWindow('incidents', { problems: [problem.id], order: 'newest' }, most)
  const missing = useMissing(view)
  const incidents = view.items
  const whole = isWhole(view)
  const judged = useMemo(
    () => judgedFixes(problem, whole ? incidents.map(({ opened }) => opened) : undefined, book.now),
    [problem, incidents, whole, book.now],
  )
  const count = whole ? incidents.length : undefined
  const note =
    view.state === 'absent'
      ? 'No connected source tells of incidents.'
      : view.state === 'loading'
        ? 'Its incidents are loading.'
        : missing.length > 0
          ? missing.join(' ')
          : !view.complete
            ? `Only the newest ${countText(incidents.length)} incidents are looked at: fixes are not judged.`
            : undefined
  return (
    <article className={styles.page} aria-label={problem.title}>
      <Head problem={problem} book={book} count={count} />
      <Undo />
      {note !== undefined && view.state !== 'loading' && <PartialNote>{note}</PartialNote>}
      <div className={styles.columns}>
        <div className={styles.column}>
          <TimeLine problem={problem} book={book} incidents={incidents} note={note} />
          <FixesCard problem={problem} book={book} judged={judged} count={count} />
          <ActionsCard problem={problem} book={book} />
          <LinkedCard
            problem={problem.id}
            book={book}
            incidents={incidents}
            total={view.total}
            none={whole ? 'No incident points to it.' : (note ?? 'No incident that could be read points to it.')}
          />
        </div>
        <div className={styles.column}>
          <StateCard problem={problem} book={book} />
          <FactsCard problem={problem} book={book} incidents={incidents} />
          <HistoryCard problem={problem} book={book} />
        </div>
      </div>
    </article>
  )
}
