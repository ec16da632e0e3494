import { HttpResponse } from 'msw'
import type { Facet } from '../../src/domain/query/facets'
import { summarise, summariseEvents } from '../../src/domain/summarise'
import { formatInstant } from '../../src/domain/units'
import type { Wire } from '../../src/sources/rest/wire.generated'
import type { Backend } from '../backend'
import { mix } from '../world/random'
import { BadRequest, eventQuestionOf, queryOf, questionOf } from './params'
import { problem } from './problem'
import { tell, tellDistribution, tellValue } from './tell'

/** Says that a record is unreadable, in a way that no schema lets pass. */
const spoiled = (record: Readonly<Record<string, unknown>>) => ({ ...record, id: 17 })

/** The last id of a page and the query it belongs to, packed so that nobody is tempted to read it. */
const cursorAfter = (id: string, query: string): string => btoa(encodeURIComponent(JSON.stringify([id, query])))

function idIn(cursor: string, query: string): string {
  try {
    const [id, of] = JSON.parse(decodeURIComponent(atob(cursor))) as readonly unknown[]
    if (typeof id === 'string' && of === query) return id
  } catch {
    // Not one of ours: refused below.
  }
  throw new BadRequest('The cursor belongs to another query.')
}

function limitOf(parameters: URLSearchParams): number {
  const limit = Number(parameters.get('limit') ?? 100)
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new BadRequest('limit must be from 1 to 1000.')
  return limit
}

/** What early backends count by. */
const firstDimensions = new Set<string>(['severity', 'state', 'team', 'workload', 'problem', 'label', 'hourOfWeek'])

/** Early backends refuse what they do not know. */
function known(backend: Backend, parameters: URLSearchParams): void {
  for (const name of ['within', 'locked', 'fixes'])
    if (!backend.limits && parameters.has(name)) throw new BadRequest(`There is no parameter ${name} here.`)
}

/** One page of a facet. */
export function listResponse(backend: Backend, facet: Facet, url: URL): Response {
  const parameters = url.searchParams
  const limit = limitOf(parameters)
  known(backend, parameters)
  const query = queryOf(facet, parameters)
  const text = JSON.stringify([facet, query])
  const found: readonly { readonly id: string }[] = backend.list(facet, query)
  const cursor = parameters.get('cursor')
  const last = cursor === null ? undefined : idIn(cursor, text)
  const from = last === undefined ? 0 : found.findIndex(({ id }) => id === last) + 1
  if (last !== undefined && from === 0) throw new BadRequest('The record that the cursor names is gone.')
  const page = found.slice(from, from + limit)
  const { chaos } = backend
  const partial = chaos.has('partial') && page.length > 0
  const items = (partial ? page.slice(0, -1) : page).map(tell)
  const next = page.at(-1)
  const [first, ...rest] = items
  return HttpResponse.json({
    items: chaos.has('bad-record') && first ? [spoiled(first), ...rest] : items,
    asOf: formatInstant(backend.now()),
    ...(!partial && { total: found.length }),
    ...(next && from + limit < found.length && { cursor: cursorAfter(next.id, text) }),
    ...(partial && { caveats: [{ kind: 'partial', text: 'One shard did not answer', count: 1 }] }),
  })
}

/** One record with its ETag: its version, or a mark of its content where it has none. */
export function readResponse(backend: Backend, facet: Facet, id: string, request: Request): Response {
  const record = backend.get(facet, id)
  if (!record) return problem(404, `There is no ${id} among the ${facet}.`)
  const told = tell(record)
  const version = 'version' in record ? record.version : undefined
  const etag = `"${version ?? mix(0, JSON.stringify(told)).toString(36)}"`
  if (request.headers.get('if-none-match') === etag) return new HttpResponse(null, { status: 304, headers: { etag } })
  return HttpResponse.json(told, { headers: { etag } })
}

/** The summary that the parameters ask for, of incidents or of events. */
export function summaryResponse(backend: Backend, facet: 'incidents' | 'events', url: URL): Response {
  const { summary, by } =
    facet === 'incidents' ? incidentSummary(backend, url.searchParams) : eventSummary(backend, url.searchParams)
  const answer: Wire['SummaryAnswer'] = {
    asOf: formatInstant(backend.now()),
    cells: summary.cells.map(({ key, closed, open, ...cell }) => ({
      ...cell,
      key: key.map((value, index) => tellValue(by[index] ?? '', value)),
      closed: tellDistribution(closed),
      open: tellDistribution(open),
    })),
  }
  return HttpResponse.json(answer)
}

function incidentSummary(backend: Backend, parameters: URLSearchParams) {
  known(backend, parameters)
  const question = questionOf(parameters)
  if (!backend.limits && question.by.some((by) => !firstDimensions.has(by)))
    throw new BadRequest('Nothing is counted by that here.')
  return { summary: summarise(backend.list('incidents', question.query), question), by: question.by }
}

function eventSummary(backend: Backend, parameters: URLSearchParams) {
  const question = eventQuestionOf(parameters)
  return { summary: summariseEvents(backend.list('events', question.query), question), by: question.by }
}
