import { afterEach, describe, expect, test } from 'vitest'
import { type Backend, createBackend } from '../../mocks/backend'
import type { ChaosKind } from '../../mocks/chaos'
import { mockNode } from '../../mocks/node'
import { restHandlers } from '../../mocks/rest/handlers'
import { world } from '../../mocks/world'
import type { Fault, Source } from '../../src/sources/contract'
import { openRest } from '../../src/sources/rest/source'
import { listAll } from '../../src/sources/paging'
import { type MockServer, startMockServer } from '../tools/mockServer'

const { holdings, now } = world()
const call = { signal: new AbortController().signal }
const opening = { id: 'rest', title: '', base: 'http://app.example/', now: () => now - 90_000 }
let end: (() => unknown)[] = []
afterEach(async () => {
  for (const each of end) await each()
  end = []
})

interface Opened {
  readonly backend: Backend
  readonly source: Source
}

async function opened(url: string, backend: Backend, timeoutSeconds: number): Promise<Opened> {
  const source = await openRest({ url, timeoutSeconds }, opening)
  end.unshift(() => source.close())
  return { backend, source }
}

async function overServer(timeoutSeconds = 5): Promise<Opened & { readonly server: MockServer }> {
  const backend = createBackend(holdings, { now: () => now })
  const server = await startMockServer({ handlers: restHandlers(backend) })
  end.push(() => server.close())
  return { server, ...(await opened(server.url, backend, timeoutSeconds)) }
}

async function overMsw(timeoutSeconds = 5): Promise<Opened> {
  const backend = createBackend(holdings, { now: () => now })
  const intercepting = mockNode(backend, 'http://rest.example')
  intercepting.listen()
  end.push(() => intercepting.close())
  return opened('http://rest.example', backend, timeoutSeconds)
}

const listing = (source: Source) => source.readers.incidents?.list({}, { limit: 5 }, call)

describe('what the wire can do to a request', () => {
  const cases: readonly (readonly [string, () => Promise<Opened>, ChaosKind, Fault])[] = [
    ['MSW', () => overMsw(0.1), 'hang', 'timeout'],
    ['a real server', () => overServer(0.1), 'hang', 'timeout'],
    ['MSW', overMsw, 'error', 'unreachable'],
    ['MSW', overMsw, 'truncated', 'bad-response'],
    ['a real server', overServer, 'truncated', 'unreachable'],
    ['a real server', overServer, 'offline', 'unreachable'],
  ]
  test.each(cases)('%s: $2 is told as $3, and is over afterwards', async (_name, open, kind, fault) => {
    const { backend, source } = await open()
    backend.chaos.set(kind, true)
    await expect(listing(source)).rejects.toMatchObject({ name: 'SourceError', fault, source: 'rest' })
    backend.chaos.clear()
    expect((await listing(source))?.items).toHaveLength(5)
  })

  test('a server that is gone is unreachable', async () => {
    const { server, source } = await overServer()
    await server.close()
    await expect(listing(source)).rejects.toMatchObject({ fault: 'unreachable' })
  })

  test('a fault can be asked for by text, without any switch', async () => {
    const { source } = await overMsw()
    const asked = source.readers.incidents?.list({ text: 'fault:rate-limited' }, { limit: 5 }, call)
    await expect(asked).rejects.toMatchObject({ fault: 'rate-limited', retryAfter: 2000 })
  })
})

test('a record that cannot be read is set aside with its reason, and the others are shown', async () => {
  const { backend, source } = await overMsw()
  backend.chaos.set('bad-record', true)
  const page = await listing(source)
  expect(page?.items).toHaveLength(4)
  expect(page?.total).toBeUndefined()
  expect(page?.caveats).toEqual([{ kind: 'set-aside', text: '1 of these incidents could not be read', count: 1 }])
  expect(await source.setAside?.(call)).toMatchObject([
    { facet: 'incidents', record: 'number 1 of the page', reason: expect.stringContaining('#/id') as string },
  ])
  backend.chaos.clear()
  await listing(source)
  expect(await source.setAside?.(call)).toEqual([])
})

test('the clock of the backend is known from its answers', async () => {
  const { source } = await overMsw()
  expect(source.clockOffset?.()).toBe(90_000 + 500)
})

test('more records than one page of the wire can hold are all there', async () => {
  const { source } = await overMsw()
  const { events } = source.readers
  if (!events) throw new Error('events are offered')
  const all = await listAll(events, {}, { limit: 100_000, source: 'rest' }, call)
  expect(all.items).toHaveLength(holdings.events.length)
})

test('a change behind a real server reaches those who watch', async () => {
  const { backend, source } = await overServer()
  const { promise: told, resolve } = Promise.withResolvers<void>()
  const { promise: connected, resolve: connect } = Promise.withResolvers<void>()
  const watch = backend.watch.bind(backend)
  Object.assign(backend, { watch: (changed: () => void) => (connect(), watch(changed)) })
  const stop = source.readers.incidents?.watch?.(resolve)
  await connected
  backend.put({ incidents: holdings.incidents.slice(0, 1) })
  await told
  expect(stop).toBeTypeOf('function')
  stop?.()
})

test.each([
  ['another version', { version: '2.0.0' }, 'unsupported'],
  ['something else', { hello: 'world' }, 'bad-response'],
])('a backend that answers with %s is not opened', async (_what, offer, fault) => {
  const { http, HttpResponse } = await import('msw')
  const base = { title: 't', time: '2026-11-20T09:42:17Z', facets: [], commands: [], summaries: false, changes: false }
  const body = 'version' in offer ? { ...base, ...offer } : offer
  const server = await startMockServer({ handlers: [http.get('*/v1/source', () => HttpResponse.json(body))] })
  end.push(() => server.close())
  await expect(openRest({ url: server.url }, opening)).rejects.toMatchObject({ fault })
})
