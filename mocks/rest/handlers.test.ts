import { readFileSync } from 'node:fs'
import { Validator } from '@cfworker/json-schema'
import { getResponse } from 'msw'
import { beforeEach, describe, expect, test } from 'vitest'
import { facetNames } from '../../src/domain/query/facets'
import { type Backend, createBackend } from '../backend'
import { chaosKinds } from '../chaos'
import { world } from '../world'
import { restHandlers } from './handlers'

type Json = Readonly<Record<string, unknown>>
interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Json>> }>>>
  >
}

const { holdings, now } = world()
const document = JSON.parse(readFileSync('public/openapi.json', 'utf8')) as Json & Document
const origin = 'http://mock.example'
let backend: Backend

beforeEach(() => {
  backend = createBackend(holdings, { now: () => now })
})

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const response = await getResponse([...restHandlers(backend, origin)], new Request(origin + path, init))
  if (!response) throw new Error(`Nobody answers ${path}`)
  return response
}

/** What is wrong with an answer by the schema that the document names for it. */
function faultsIn(value: unknown, name: string): readonly string[] {
  const validator = new Validator({ ...document, $ref: `#/components/schemas/${name}` }, '2020-12')
  return validator.validate(value).errors.map((each) => `${each.instanceLocation} ${each.error}`)
}

const command = (body: object, headers: Readonly<Record<string, string>> = { 'idempotency-key': 'k1' }) =>
  ask('/v1/commands', {
    method: 'POST',
    headers,
    body: JSON.stringify({ actor: 'A. Haddad', at: '2026-11-20T09:42:17Z', command: body }),
  })

const acknowledge = { kind: 'set-state', incident: 'INC-2294', to: 'acknowledged' }

describe('answers are what the document says', () => {
  const pages = [
    'Workload',
    'Activity',
    'Assignment',
    'Party',
    'Event',
    'Incident',
    'TimelineEntry',
    'Problem',
    'Improvement',
    'ChangeRequest',
  ]
  test.each(facetNames.map((facet, index) => [facet, pages[index] ?? ''] as const))('%s', async (facet, name) => {
    const page: unknown = await (await ask(`/v1/${facet}?limit=1000`)).json()
    expect(faultsIn(page, `${name}Page`)).toEqual([])
    const [first] = (page as { items: { id: string }[] }).items
    const one = await ask(`/v1/${facet}/${encodeURIComponent(first?.id ?? '')}`)
    expect(one.headers.get('etag')).toMatch(/^".+"$/)
    expect(faultsIn(await one.json(), name)).toEqual([])
  })

  test('an ETag that is another as soon as the content is, however alike', async () => {
    const [workload] = holdings.workloads
    if (!workload) throw new Error('The world has no workloads')
    const marks = []
    for (const name of ['Ledger A', 'Ledger B', 'Ledger A']) {
      backend.put({ workloads: [{ ...workload, name }] })
      marks.push((await ask(`/v1/workloads/${workload.id}`)).headers.get('etag'))
    }
    const [one, another, again] = marks
    expect(another).not.toBe(one)
    expect(again).toBe(one)
  })

  test('the offer, a summary, a receipt and an error', async () => {
    const summary =
      '/v1/incidents/summary?zone=UTC&bucket=week&by=severity&by=state&clock=resolve&now=2026-11-20T09:42:17Z'
    expect(faultsIn(await (await ask('/v1/source')).json(), 'Offer')).toEqual([])
    expect(faultsIn(await (await ask(summary)).json(), 'SummaryAnswer')).toEqual([])
    expect(faultsIn(await (await command(acknowledge)).json(), 'Receipt')).toEqual([])
    const missing = await ask('/v1/incidents/none')
    expect(missing.headers.get('content-type')).toBe('application/problem+json')
    expect(faultsIn(await missing.json(), 'ProblemDetails')).toEqual([])
  })

  test('every operation of the document is answered', async () => {
    const paths = Object.keys(document.paths).filter((path) => path !== '/v1/commands')
    expect(paths.length).toBeGreaterThan(18)
    for (const path of paths) expect((await ask(path.replace('{id}', 'none'))).status).toBeLessThan(500)
  })
})

test('every answer tells the clock of the backend', async () => {
  expect((await ask('/v1/source')).headers.get('date')).toBe('Fri, 20 Nov 2026 09:42:17 GMT')
})

test.each([
  '/v1/incidents?colour=red',
  '/v1/incidents?limit=0',
  '/v1/events?from=yesterday',
  '/v1/problems?cursor=x',
  '/v1/incidents/summary',
])('refuses what makes no sense: %s', async (path) => {
  expect((await ask(path)).status).toBe(400)
})

describe('writes', () => {
  test('are remembered, and carried out once for each key', async () => {
    let changes = 0
    backend.watch(() => (changes += 1))
    expect(await (await command(acknowledge)).json()).toEqual(await (await command(acknowledge)).json())
    expect(changes).toBe(1)
    expect(await (await ask('/v1/incidents/INC-2294')).json()).toMatchObject({ state: 'acknowledged', version: '2' })
    expect(await (await ask('/v1/timeline?incidents=INC-2294&kinds=state')).json()).toMatchObject({ total: 1 })
  })

  test('carry out a change of ownership: the role moves, the old claim is gone, the receipt says so', async () => {
    const [old] = backend.list('assignments', { activities: ['checkout-api/roll-back-a-release'], roles: ['A'] })
    const asked = {
      kind: 'request-change',
      activity: 'checkout-api/roll-back-a-release',
      change: 'transfer',
      steps: [
        { op: 'take', role: 'accountable', party: 'team:checkout' },
        { op: 'give', role: 'accountable', party: 'team:sre' },
      ],
      reason: 'SRE runs the releases.',
    }
    expect(await (await command(asked, { 'idempotency-key': 'ask' })).json()).toEqual({
      changed: { requests: ['CHG-ask'] },
    })
    expect((await command(asked, { 'idempotency-key': 'again' })).status).toBe(409)
    const approved = { kind: 'decide-change', request: 'CHG-ask', decision: 'approved' }
    const receipt: unknown = await (await command(approved, { 'idempotency-key': 'yes' })).json()
    expect(faultsIn(receipt, 'Receipt')).toEqual([])
    expect(receipt).toMatchObject({
      changed: { assignments: ['checkout-api/roll-back-a-release#A/team:sre', old?.id] },
    })
    expect((await ask(`/v1/assignments/${encodeURIComponent(old?.id ?? '')}`)).status).toBe(404)
    expect(await (await ask('/v1/requests/CHG-ask')).json()).toMatchObject({ state: 'approved', version: '2' })
  })

  test('refuse a wish without steps as no command at all', async () => {
    const body = { kind: 'request-change', activity: 'x', change: 'add', reason: 'y' }
    expect((await command(body, { 'idempotency-key': 'odd' })).status).toBe(400)
  })

  test('are refused when stale, unlawful, unknown, or not offered', async () => {
    expect((await command(acknowledge, { 'idempotency-key': 'a', 'if-match': '"7"' })).status).toBe(412)
    expect((await command({ ...acknowledge, incident: 'INC-2291' }, { 'idempotency-key': 'b' })).status).toBe(409)
    expect((await command({ ...acknowledge, incident: 'INC-0' }, { 'idempotency-key': 'c' })).status).toBe(404)
    expect((await command(acknowledge, {})).status).toBe(400)
    backend = createBackend(holdings, { now: () => now, commands: [] })
    expect((await command(acknowledge)).status).toBe(501)
  })
})

describe('faults', () => {
  const statuses = {
    error: 500,
    unauthenticated: 401,
    forbidden: 403,
    conflict: 409,
    'rate-limited': 429,
    unsupported: 501,
  } as const

  test.each(Object.entries(statuses))('%s by data and by switch', async (kind, status) => {
    expect((await ask(`/v1/incidents?text=fault:${kind}`)).status).toBe(status)
    expect((await ask(`/v1/incidents/${encodeURIComponent(`fault:${kind}`)}`)).status).toBe(status)
    backend.chaos.set(kind as keyof typeof statuses, true)
    expect((await ask('/v1/source')).status).toBe(status)
    backend.chaos.clear()
    expect((await ask('/v1/source')).status).toBe(200)
  })

  test('a spoiled record fits no schema, a partial page says so', async () => {
    backend.chaos.set('bad-record', true)
    const spoiled: unknown = await (await ask('/v1/incidents?limit=5')).json()
    expect(faultsIn(spoiled, 'IncidentPage')).not.toEqual([])
    backend.chaos.clear()
    backend.chaos.set('partial', true)
    expect(await (await ask('/v1/incidents?limit=5')).json()).toMatchObject({ caveats: [{ kind: 'partial' }] })
  })

  test('every switch has words', () => {
    expect(Object.values(chaosKinds).every((each) => each.length > 10)).toBe(true)
  })
})

test('the stream says that something changed', async () => {
  const reader = (await ask('/v1/changes')).body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe(': listening\n\n')
  await command(acknowledge)
  expect((await reader?.read())?.value).toBe('event: change\ndata: {}\n\n')
  await reader?.cancel()
})
