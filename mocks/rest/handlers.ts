import { http, HttpResponse, type PathParams, type RequestHandler } from 'msw'
import { type Facet, facetNames } from '../../src/domain/query/facets'
import { dimensions, eventDimensions } from '../../src/domain/summary'
import { formatInstant } from '../../src/domain/units'
import type { Wire } from '../../src/sources/rest/wire.generated'
import type { Backend } from '../backend'
import { faultOf } from './faults'
import { listResponse, readResponse, summaryResponse } from './lists'
import { BadRequest } from './params'
import { problem } from './problem'
import { streamResponse } from './stream'
import { commandResponse } from './writes'

const offerOf = (backend: Backend): Wire['Offer'] => ({
  version: '1.0.0',
  title: backend.title,
  time: formatInstant(backend.now()),
  facets: [...backend.facets],
  commands: [...backend.commands],
  summaries: backend.summaries,
  ...(backend.limits && { dimensions: [...dimensions], eventDimensions: [...eventDimensions] }),
  changes: backend.changes,
})

type Answer = (request: Request, id: string) => Response | Promise<Response>

/**
 * The wire of `public/openapi.json` over a backend, as handlers: for a service worker in the browser, for tests in Node,
 * and behind a real server. `base` is what stands before `/v1`.
 */
export function restHandlers(backend: Backend, base = '*'): readonly RequestHandler[] {
  /** Chaos first, then the answer; bad requests are told; every answer carries the backend's clock. */
  const wired = (answer: Answer) => async (info: { request: Request; params: PathParams }) => {
    const { request, params } = info
    const fault = await faultOf(request, backend.chaos)
    const response =
      fault ?? (await attempt(() => answer(request, typeof params['id'] === 'string' ? params['id'] : '')))
    if (response.type !== 'error') response.headers.set('date', new Date(backend.now()).toUTCString())
    return response
  }
  const offered = (facet: Facet, answer: Answer): Answer =>
    backend.facets.includes(facet) ? answer : () => problem(501, `${facet} are not offered here.`)

  return [
    http.get(
      `${base}/v1/source`,
      wired(() => HttpResponse.json(offerOf(backend))),
    ),
    http.get(
      `${base}/v1/changes`,
      wired((request) =>
        backend.changes ? streamResponse(backend, request.signal) : problem(501, 'There is no stream here.'),
      ),
    ),
    http.post(
      `${base}/v1/commands`,
      wired((request) => commandResponse(backend, request)),
    ),
    ...(['incidents', 'events'] as const).map((facet) =>
      http.get(
        `${base}/v1/${facet}/summary`,
        wired((request) =>
          backend.summaries && (facet === 'incidents' || backend.limits)
            ? summaryResponse(backend, facet, new URL(request.url))
            : problem(501, 'There are no summaries here.'),
        ),
      ),
    ),
    ...facetNames.flatMap((facet) => [
      http.get(
        `${base}/v1/${facet}`,
        wired(offered(facet, (request) => listResponse(backend, facet, new URL(request.url)))),
      ),
      http.get(
        `${base}/v1/${facet}/:id`,
        wired(offered(facet, (request, id) => readResponse(backend, facet, id, request))),
      ),
    ]),
  ]
}

async function attempt(answer: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (cause) {
    if (cause instanceof BadRequest || cause instanceof SyntaxError) return problem(400, cause.message)
    throw cause
  }
}
