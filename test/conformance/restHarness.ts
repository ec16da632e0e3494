import { getResponse, http, type RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import { type Backend, createBackend } from '../../mocks/backend'
import type { ChaosKind } from '../../mocks/chaos'
import { excerpt } from '../../mocks/excerpt'
import { restHandlers } from '../../mocks/rest/handlers'
import { world } from '../../mocks/world'
import { type Facet, facetNames, type Holdings } from '../../src/domain/query/facets'
import { openRest } from '../../src/sources/rest/source'
import { switches } from './switches'
import type { Ability, Harness, ShownFault } from './harness'

const { holdings: whole, now } = world()
export { now }
export const holdings = excerpt(whole)
const hosts = new Map<string, readonly RequestHandler[]>()
let named = 0

/** Every backend has a host of its own, so that several can be asked at once. */
export const server = setupServer(
  http.all('http://:host.rest.example/*', ({ request, params }) =>
    getResponse([...(hosts.get(String(params['host'])) ?? [])], request),
  ),
)

const firstDimensions = ['severity', 'state', 'team', 'workload', 'problem', 'label', 'hourOfWeek'] as const

interface Serving {
  readonly backend: Backend
  readonly url: string
  readonly close: () => Promise<void>
  readonly switches?: Partial<Record<ShownFault, ChaosKind>>
}

/** The kit's hands on a source that reads a backend over a wire. */
export async function harnessOf({ backend, url, close, switches: own }: Serving): Promise<Harness> {
  const connected = new Promise<void>((resolve) => {
    const watch = backend.watch.bind(backend)
    Object.assign(backend, {
      watch: (changed: () => void) => {
        resolve()
        return watch(changed)
      },
    })
  })
  const source = await openRest({ url }, { id: 'rest', title: '', base: 'http://app.example/', now: () => now })
  const { chaos } = backend
  const provoke = (kind: ChaosKind) => () => {
    chaos.set(kind, true)
    return Promise.resolve(() => Promise.resolve(chaos.clear()))
  }
  const each = Object.entries({ ...switches, ...own }).map(([fault, kind]) => [fault, provoke(kind)] as const)
  let changes = 0
  const change: Ability = async () => {
    // A change is told to those who are connected.
    await connected
    for (const facet of facetNames) backend.put({ [facet]: altered(backend, facet, (changes += 1)) })
  }
  return {
    source,
    offers: {
      facets: backend.facets,
      watched: backend.changes ? backend.facets : [],
      summaries: backend.summaries,
      ...(!backend.limits && { counts: { incidents: firstDimensions, events: [] } }),
      commands: backend.commands,
    },
    now: () => now,
    faults: Object.fromEntries(each) as Harness['faults'],
    change: backend.changes ? change : { cannot: 'there is no stream of changes' },
    partial: () => Promise.resolve(chaos.set('partial', true)),
    close: () => {
      source.close()
      return close()
    },
  }
}

/** One record of a facet, with something different in it. */
const altered = (backend: Backend, facet: Facet, number: number) =>
  backend
    .list(facet, {})
    .slice(0, 1)
    .map((record) =>
      'tags' in record
        ? { ...record, tags: [`changed ${number}`] }
        : { ...record, evidence: `seen ${number}`, title: `changed ${number}`, text: `changed ${number}` },
    )

/** A backend behind a host of its own. */
export const overMsw = (options: Partial<Parameters<typeof createBackend>[1]>) => (part: Holdings) => {
  const host = `h${(named += 1)}`
  const backend = createBackend(part, { now: () => now, ...options })
  hosts.set(host, restHandlers(backend))
  return harnessOf({
    backend,
    url: `http://${host}.rest.example/api`,
    close: () => Promise.resolve(void hosts.delete(host)),
  })
}
