import '../tools/temporal'
import { getResponse, http, HttpResponse } from 'msw'
import { type Backend, createBackend } from '../../mocks/backend'
import { restHandlers } from '../../mocks/rest/handlers'
import { world } from '../../mocks/world'
import type { Incident } from '../../src/domain/incident'
import { facetNames, type Holdings } from '../../src/domain/query/facets'
import { type Instant, instant } from '../../src/domain/units'
import { securityHeaders } from '../tools/csp'
import { type MockServer, startMockServer } from '../tools/mockServer'
import { otherBuild } from '../tools/otherBuild'
import { aWorkload } from '../tools/records'

const company = world()
/** Where a soak begins. */
export const start = company.now

export type Build = 'first' | 'second'

/** The backend and the build of a soak, as real servers whose time goes on when told. */
export interface Site {
  readonly url: string
  readonly backend: Backend
  /** What the backend was asked since the last call, in order: paths with the names of their parameters. */
  readonly asked: () => readonly string[]
  readonly pass: (ms: number) => void
  readonly now: () => Instant
  /** Cuts the streams, as a server that goes down does. */
  readonly cut: () => void
  /** Which of two builds is deployed; one that is not whole lacks its scripts. */
  readonly deploy: (build: Build, whole?: boolean) => void
  readonly close: () => Promise<void>
}

/** The stream of changes, with signs of life by the soak's clock: by the computer's, every stream would look dead. */
function streaming(backend: Backend) {
  const beats = new Set<() => void>()
  const answer = (signal: AbortSignal): Response => {
    const encoder = new TextEncoder()
    let end = () => {}
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const say = (text: string) => controller.enqueue(encoder.encode(text))
        const beat = () => say(': still here\n\n')
        const stop = backend.watch(() => say('event: change\ndata: {}\n\n'))
        beats.add(beat)
        end = () => {
          stop()
          beats.delete(beat)
        }
        signal.addEventListener('abort', end, { once: true })
        say(': listening\n\n')
      },
      cancel: () => end(),
    })
    return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } })
  }
  return { answer, beat: () => beats.forEach((each) => each()) }
}

/** The mock wire, told which of its handlers to try: to try each for every one of a million questions takes minutes. */
function wireOf(backend: Backend) {
  const facetOf = (path: string) => /\/v1\/(\w+)/.exec(path)?.[1] ?? ''
  const handlers = Map.groupBy(restHandlers(backend, '*/api'), ({ info }) =>
    facetOf('path' in info ? String(info.path) : ''),
  )
  return (request: Request) => getResponse([...(handlers.get(facetOf(request.url)) ?? [])], request)
}

/** `incidents by burningFrom, order` */
function nameOf({ pathname, searchParams }: URL): string {
  const by = [...new Set(searchParams.keys())].filter((key) => key !== 'limit')
  return `${pathname.replace('/api/v1/', '')}${by.length > 0 ? ` by ${by.join(', ')}` : ''}`
}

/** A small company: what leaks does so whatever the answers hold, and what is small is quick. */
const holdings = (past: readonly Incident[]): Holdings => ({
  ...(Object.fromEntries(facetNames.map((facet) => [facet, []])) as unknown as Holdings),
  incidents: past,
  events: company.holdings.events.slice(0, 40),
  parties: company.holdings.parties,
  problems: company.holdings.problems.slice(0, 12),
  workloads: Array.from({ length: 6 }, (_each, index) => aWorkload(`w${index}`, { name: `Workload ${index}` })),
})

export async function startSite(dist: string, past: readonly Incident[]): Promise<Site> {
  let now = start
  const asked: string[] = []
  let deployed: { readonly build: Build; readonly whole: boolean } = { build: 'first', whole: true }
  const backend = createBackend(holdings(past), { now: () => now })
  const stream = streaming(backend)
  const config = { sources: [{ id: 'larkmere', title: 'Larkmere', type: 'rest', options: { url: 'api' } }] }
  const wire = wireOf(backend)
  const next = otherBuild(dist)
  const api = [
    http.all('*/api/*', ({ request }) => {
      asked.push(nameOf(new URL(request.url)))
      const down = backend.chaos.active().some((kind) => kind !== 'partial')
      return request.url.endsWith('/changes') && !down ? stream.answer(request.signal) : wire(request)
    }),
    http.get('*/watchbill.config.json', () => HttpResponse.json(config)),
  ]
  const files: Record<Build, MockServer> = {
    first: await startMockServer({ folder: dist, headers: securityHeaders }),
    second: await startMockServer({ folder: next.folder, headers: securityHeaders }),
  }
  const pages = http.get('*', async ({ request }) => {
    const { pathname } = new URL(request.url)
    if (!deployed.whole && pathname.startsWith('/assets/')) return new HttpResponse('no', { status: 404 })
    const answer = await fetch(`${files[deployed.build].url}${pathname}`)
    const { status, headers } = answer
    return new HttpResponse(await answer.arrayBuffer(), {
      status,
      headers: { ...securityHeaders, 'content-type': headers.get('content-type') ?? 'text/plain' },
    })
  })
  const server = await startMockServer({ handlers: [...api, pages] })
  return {
    url: server.url,
    backend,
    now: () => now,
    asked: () => asked.splice(0),
    pass: (ms) => {
      now = instant(now + ms)
      stream.beat()
    },
    cut: () => server.cut(),
    deploy: (build, whole = true) => {
      deployed = { build, whole }
    },
    close: async () => {
      for (const each of [server, ...Object.values(files)]) await each.close()
      next.remove()
    },
  }
}
