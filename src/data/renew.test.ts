import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { follow, once, renew } from './renew'

it('asks a first fetch again that was under way when the source changed', async () => {
  const client = new QueryClient()
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  let asked = 0
  const observed = client.getQueryCache().build(client, {
    queryKey: ['source', 'incidents'],
    queryFn: () => answers[asked++]?.promise ?? 'too often',
  })
  const first = observed.fetch()
  renew(client, 'source')
  expect(asked).toBe(1)
  answers[0]?.resolve('before the change')
  await first
  await Promise.resolve()
  expect(observed.state.isInvalidated).toBe(true)
})

it('asks twice for a burst of changes: what is under way is let through, and asked once more', async () => {
  const client = new QueryClient()
  const signals: AbortSignal[] = []
  const answers = Array.from({ length: 3 }, () => Promise.withResolvers<string>())
  const observer = new QueryObserver(client, {
    queryKey: ['source', 'incidents'],
    initialData: 'what was',
    staleTime: Infinity,
    queryFn: ({ signal }) => answers[signals.push(signal) - 1]?.promise ?? 'too often',
  })
  const leave = observer.subscribe(() => {})
  for (let change = 0; change < 5; change += 1) follow(client, 'source')
  expect(signals).toHaveLength(1)
  answers[0]?.resolve('at the first change')
  await vi.waitFor(() => expect(signals).toHaveLength(2))
  expect(observer.getCurrentResult().data).toBe('at the first change')
  answers[1]?.resolve('after the last')
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('after the last'))
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false])
  expect(client.isFetching()).toBe(0)
  leave()
})

it('leaves the questions to other sources alone', () => {
  const client = new QueryClient()
  client.setQueryData(['other', 'incidents'], 1)
  client.setQueryData(['source', 'incidents'], 1)
  renew(client, 'source')
  expect(client.getQueryState(['other', 'incidents'])?.isInvalidated).toBe(false)
  expect(client.getQueryState(['source', 'incidents'])?.isInvalidated).toBe(true)
})

it('renews once for all that is told in one turn, and again for the next', async () => {
  let renewed = 0
  const changed = once(() => (renewed += 1))
  changed()
  changed()
  await Promise.resolve()
  expect(renewed).toBe(1)
  changed()
  await Promise.resolve()
  expect(renewed).toBe(2)
})
