import { useEffect, useRef, useState } from 'react'
import { useSummary } from '../../../data'
import type { IncidentQuery } from '../../../domain/query/incident'
import { instant } from '../../../domain/units'
import { Button, Card, EmptyState, FailedState, Link, Skeleton } from '../../../ui'
import { sum } from '../model/counts'
import { count } from '../model/words'
import type { Scope } from '../scope'
import trends from '../trends.module.css'
import styles from './recurrence.module.css'
import { Search } from './Search'

const title = 'Alike, and linked to no problem'

/**
 * The incidents of the scope that point to no problem. The moment is no part of it: a problem does not depend on it, and
 * the records would be read anew each minute.
 */
const unlinkedOf = ({ question, span: { zone } }: Scope): IncidentQuery => ({
  ...question([]).query,
  within: [...(question([]).query.within ?? []), { by: 'problem', values: [''], zone, now: instant(0) }],
})

/** Finds incidents that may have one cause and proposes problems for them, with the evidence. It merges nothing. */
export function Recurrence({ scope }: { readonly scope: Scope }) {
  const [looking, setLooking] = useState(false)
  const query = unlinkedOf(scope)
  const found = useRef<HTMLDivElement>(null)
  // The button is gone: by the keyboard one goes on with what is found.
  useEffect(() => {
    if (looking) found.current?.focus()
  }, [looking])
  return (
    <Card
      title={title}
      sub="the same workload and nearly the same words: perhaps one cause"
      className={trends.full ?? ''}
    >
      {looking ? (
        // Another range is another search: nothing of the one before stays.
        <div ref={found} tabIndex={-1} role="group" aria-label="Incidents that are alike">
          <Search key={JSON.stringify(query)} scope={scope} query={query} />
        </div>
      ) : (
        <Ask scope={scope} onLook={() => setLooking(true)} />
      )}
    </Card>
  )
}

/** How many there are to look through: reading them is not begun unasked. */
function Ask({ scope, onLook }: { readonly scope: Scope; readonly onLook: () => void }) {
  const question = scope.question(['problem'])
  const { state, summary, missing, retry } = useSummary(question)
  if (state === 'loading') return <Skeleton label={`Counting: ${title}`} rows={2} />
  if (state === 'failed')
    return (
      <FailedState
        what="Incidents without a problem could not be counted"
        where={missing.map(({ source, error }) => `${source}: ${error.message}`).join('; ')}
        onRetry={retry}
      />
    )
  const unlinked = sum(summary.cells.filter(({ key }) => key[0] === '').map(({ count: n }) => n))
  if (unlinked === 0)
    return <EmptyState title="Every incident of this range points to a problem">There is nothing to find.</EmptyState>
  return (
    <>
      <p>
        <Link to={scope.recordsAt(question, { problem: [''] })}>{count(unlinked)}</Link> of{' '}
        {count(sum(summary.cells.map(({ count: n }) => n)))} incidents of this range point to no problem. Some may have
        one cause.
      </p>
      <p className={styles.look}>
        <Button onClick={onLook}>Look for incidents that are alike</Button>
      </p>
    </>
  )
}
