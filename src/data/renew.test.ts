import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { once, renew } from './renew'

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
