import type { QueryClient } from '@tanstack/react-query'

/** Once what is under way is through, it is asked again: its answer may be from before the change. */
function againAfter(
  client: QueryClient,
  underWay: ReturnType<ReturnType<QueryClient['getQueryCache']>['findAll']>,
): void {
  for (const { promise, queryKey } of underWay) {
    const again = () => client.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false })
    void promise?.then(again, () => undefined)
  }
}

/**
 * Asks everything of one source again, now: what is under way is given up. TanStack Query leaves a first fetch alone
 * when its key is invalidated, and takes its answer for fresh: such a fetch is asked again once it is through.
 */
export function renew(client: QueryClient, source: string): void {
  const filter = { queryKey: [source] }
  const first = client
    .getQueryCache()
    .findAll({ ...filter, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
  void client.invalidateQueries(filter)
  againAfter(client, first)
}

/**
 * Follows a change of one source. What is under way is let through and then asked once more, however many changes are
 * told meanwhile: a burst of them costs each question twice, at the pace at which the source answers.
 */
export function follow(client: QueryClient, source: string): void {
  const filter = { queryKey: [source] }
  const underWay = client.getQueryCache().findAll({ ...filter, fetchStatus: 'fetching' })
  void client.invalidateQueries(filter, { cancelRefetch: false })
  againAfter(client, underWay)
}

/** Runs once for all calls of one turn: a source tells of each change by each of its readers. */
export function once(run: () => void): () => void {
  let due = false
  return () => {
    if (due) return
    due = true
    queueMicrotask(() => {
      due = false
      run()
    })
  }
}

/** Asks again what was refused while its source had to be left alone. */
export function askRefused(client: QueryClient, source: string): void {
  const predicate = ({ state }: { state: { status: string; fetchStatus: string } }) =>
    state.status === 'error' && state.fetchStatus === 'idle'
  void client.refetchQueries({ queryKey: [source], type: 'active', predicate })
}
