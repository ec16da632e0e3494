import type { QueryClient } from '@tanstack/react-query'

/**
 * Asks everything of one source again. TanStack Query leaves a first fetch alone when its key is invalidated, and takes
 * its answer for fresh, though it may be from before the change: such a fetch is asked again once it is through.
 */
export function renew(client: QueryClient, source: string): void {
  const filter = { queryKey: [source] }
  const first = client
    .getQueryCache()
    .findAll({ ...filter, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
  void client.invalidateQueries(filter)
  for (const query of first) {
    const again = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true })
    void query.promise?.then(again, () => undefined)
  }
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
