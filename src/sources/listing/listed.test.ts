import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { instant, parseInstant } from '../../domain/units'
import { connect } from './backend'
import { createEngine } from '../engine/engine'
import { hosted } from '../engine/host'
import { remoteEngine } from '../engine/remote'
import { listing, openListed } from './listed'
import { Unreadable } from './unreadable'

const call = { signal: new AbortController().signal }
const wanted = { limit: 10 }
const start = parseInstant('2026-11-20T09:00:00Z') ?? instant(Number.NaN)

interface Wire {
  readonly id: string
  readonly name: unknown
  readonly changed: number
}
const state = { items: [] as Wire[], status: 200, asked: [] as string[], now: Number(start) }

const server = setupServer(
  http.get('http://backend.example/items', ({ request }) => {
    const { searchParams, search } = new URL(request.url)
    state.asked.push(search)
    if (state.status !== 200) return new HttpResponse('no', { status: state.status })
    const since = Number(searchParams.get('since') ?? 0)
    const from = Number(searchParams.get('from') ?? 0)
    const all = state.items.filter(({ changed }) => changed >= since)
    const headers = { date: new Date(state.now).toUTCString() }
    return HttpResponse.json({ items: all.slice(from, from + 2), more: from + 2 < all.length }, { headers })
  }),
  http.get('http://backend.example/items/:id/log', ({ params }) =>
    HttpResponse.json([`${String(params['id'])} began`]),
  ),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => Object.assign(state, { items: [], status: 200, asked: [], now: Number(start) }))
afterAll(() => server.close())

const item = v.object({ id: v.string(), name: v.string(), changed: v.number() })
const answer = v.object({ items: v.array(v.unknown()), more: v.boolean() })

/** A backend of incidents that pages by two and can tell what changed; that something did, where it is watched. */
function open(watch?: (changed: () => void) => () => void) {
  const now = () => state.now
  const backend = connect({ source: 'plain', url: 'http://backend.example', now })
  const page = async (search: string, cursor = '0') => {
    const { items, more } = await backend.json(`/items?from=${cursor}${search}`, answer, call)
    return { items, ...(more && { cursor: String(Number(cursor) + 2) }) }
  }
  return openListed(
    {
      opening: { id: 'plain', title: '', base: 'http://app.example/', now },
      title: 'Plain',
      backend,
      listings: {
        incidents: listing('incidents', {
          schema: item,
          place: 'http://backend.example/items',
          page: (cursor) => page('', cursor),
          changes: (since, cursor) => page(`&since=${since}`, cursor),
          ...(watch && { watch }),
          map: ({ id, name, changed }) => {
            if (name === '') throw new Unreadable('it has no name: give it one')
            const opened = instant(changed)
            const none = { workloads: [], roles: [], factors: [], labels: [], links: [] }
            return [
              {
                id,
                title: name,
                state: 'triggered',
                opened,
                clocks: { detected: opened },
                version: `${changed}`,
                ...none,
              },
            ]
          },
        }),
      },
      histories: {
        of: async (incident) => {
          const lines = await backend.json(`/items/${incident}/log`, v.array(v.string()), call)
          return lines.map((text, sequence) => ({
            id: `${incident}/${sequence}`,
            incident,
            at: start,
            sequence,
            kind: 'note' as const,
            text,
          }))
        },
      },
    },
    remoteEngine(hosted(createEngine('plain')), 'plain'),
    { renewAfter: 1_000 },
  )
}

const ids = async (source: ReturnType<typeof open>) =>
  (await source.readers.incidents?.list({ order: 'oldest' }, wanted, call))?.items.map(({ id }) => id)

describe('openListed', () => {
  it('answers every query and summary from what it gathered, in as few requests as there are pages', async () => {
    state.items = ['a', 'b', 'c'].map((id, index) => ({ id, name: `name ${id}`, changed: start + index }))
    const source = open()
    expect(await ids(source)).toEqual(['a', 'b', 'c'])
    const found = await source.readers.incidents?.list({ text: 'name b' }, wanted, call)
    expect(found).toMatchObject({ total: 1, items: [{ id: 'b' }], caveats: [] })
    const question = { query: {}, by: ['state' as const], zone: 'UTC', now: start }
    expect((await source.readers.incidents?.summarise?.(question, call))?.summary.cells).toMatchObject([{ count: 3 }])
    expect(state.asked).toEqual(['?from=0', '?from=2'])
  })

  it('sets aside what does not fit or cannot be understood, with the reason, and says so', async () => {
    state.items = [
      { id: 'a', name: 'good', changed: 1 },
      { id: 'b', name: 7, changed: 1 },
      { id: 'c', name: '', changed: 1 },
    ]
    const source = open()
    const page = await source.readers.incidents?.list({}, wanted, call)
    expect(page?.items.map(({ id }) => id)).toEqual(['a'])
    expect(page?.caveats).toMatchObject([{ kind: 'set-aside', count: 2 }])
    expect(await source.setAside?.(call)).toMatchObject([
      { facet: 'incidents', record: 'b', reason: expect.stringMatching(/^name: .*string.*7/) as string },
      { record: 'c', reason: 'it has no name: give it one' },
    ])
  })

  it('asks again for what changed only, and says of what it could not renew how old it is', async () => {
    state.items = [{ id: 'a', name: 'good', changed: Number(start) }]
    const source = open()
    await ids(source)
    const { promise, resolve } = Promise.withResolvers<void>()
    source.readers.incidents?.watch?.(resolve)
    state.items.push({ id: 'b', name: 'new', changed: start + 5_000 })
    state.now += 5_000
    await ids(source)
    await promise
    expect(await ids(source)).toEqual(['a', 'b'])
    expect(state.asked[1]).toMatch(/since=/)

    state.status = 503
    state.now += 5_000
    const failed = Promise.withResolvers<void>()
    source.readers.incidents?.watch?.(failed.resolve)
    await ids(source)
    await failed.promise
    const page = await source.readers.incidents?.list({}, wanted, call)
    expect(page).toMatchObject({
      total: 2,
      caveats: [{ kind: 'stale', text: expect.stringContaining('503') as string }],
    })
  })

  it('asks again when the backend says that something changed, until nobody watches', async () => {
    state.items = [{ id: 'a', name: 'good', changed: Number(start) }]
    const watchers = new Set<() => void>()
    const source = open((changed) => {
      watchers.add(changed)
      return () => void watchers.delete(changed)
    })
    await ids(source)
    const { promise, resolve } = Promise.withResolvers<void>()
    const stop = source.readers.incidents?.watch?.(resolve)
    state.items.push({ id: 'b', name: 'new', changed: start + 5_000 })
    for (const changed of watchers) changed()
    await promise
    expect(await ids(source)).toEqual(['a', 'b'])
    stop?.()
    expect(watchers.size).toBe(0)
  })

  it('asks for the timeline of an incident when it is looked at, and finds an entry by its id', async () => {
    state.items = [
      { id: 'a', name: 'good', changed: 1 },
      { id: 'b', name: 'good', changed: 2 },
    ]
    const { timeline } = open().readers
    const page = await timeline?.list({ incidents: ['b'] }, wanted, call)
    expect(page?.items).toMatchObject([{ id: 'b/0', text: 'b began' }])
    expect(await timeline?.get('a/0', call)).toMatchObject({ incident: 'a' })
    expect(await timeline?.get('z/0', call)).toBeUndefined()
  })
})
