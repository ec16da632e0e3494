import { useEffect, useState } from 'react'
import { candidateOf } from '../domain/recurrence/candidate'
import type { Grouping } from '../domain/recurrence/groups'
import type { IncidentQuery } from '../domain/query/incident'
import { instant } from '../domain/units'
import { useWindow, type View } from './records'

/** Most incidents that are compared: the newest. More would take long to read for a habit that is over. */
export const mostCompared = 5_000
const firstRead = 1_250

/** How far the search for incidents that are alike has come, and what it found. */
export interface Alike {
  readonly view: View<'incidents'>
  /** Incidents read so far. */
  readonly read: number
  /** Incidents that the query means; absent where no source counts them. */
  readonly total: number | undefined
  /** Absent until they were compared. */
  readonly grouping: Grouping | undefined
  readonly failed: Error | undefined
}

type Outcome = { readonly grouping: Grouping } | { readonly failed: Error }

/** Reads the newest incidents of a query, more with each step so that progress is seen, and compares them in a worker. */
export function useAlike(query: IncidentQuery): Alike {
  const [limit, setLimit] = useState(firstRead)
  const view = useWindow('incidents', query, limit)
  const settled = view.state === 'ready' && !view.outdated && view.parts.every(({ pending }) => !pending)
  const more = settled && !view.complete && limit < mostCompared && view.items.length >= limit
  if (more) setLimit(Math.min(mostCompared, limit * 2))
  const [outcome, setOutcome] = useState<Outcome>()
  const { items } = view
  useEffect(() => {
    if (!settled || more) return undefined
    const stop = new AbortController()
    // What ended does not change by the hour: the clock of the page is no part of it.
    const candidates = items.slice(0, mostCompared).map((incident) => candidateOf(incident, instant(0)))
    const put = (next: Outcome) => !stop.signal.aborted && setOutcome(next)
    import('./recurrence/find')
      .then(({ find }) => find(candidates, stop.signal))
      .then(
        (grouping) => put({ grouping }),
        (cause: unknown) => put({ failed: cause instanceof Error ? cause : new Error(String(cause)) }),
      )
    return () => stop.abort()
  }, [items, settled, more])
  return {
    view,
    read: items.length,
    total: view.total,
    grouping: outcome && 'grouping' in outcome ? outcome.grouping : undefined,
    failed: outcome && 'failed' in outcome ? outcome.failed : undefined,
  }
}
