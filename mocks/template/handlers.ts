import { http, HttpResponse, type RequestHandler } from 'msw'
import type { Instant } from '../../src/domain/units'
import type { WireIncident, WireTeam } from '../../src/sources/template/wire'
import type { Chaos } from '../chaos'
import { faultOf } from '../rest/faults'

export interface TemplateMock {
  readonly teams: () => readonly WireTeam[]
  readonly incidents: () => readonly WireIncident[]
  readonly now: () => Instant
  readonly chaos: Chaos
}

/** The invented API. `base` is what stands before its paths. */
export function templateHandlers(
  { teams, incidents, now, chaos }: TemplateMock,
  base = '*',
): readonly RequestHandler[] {
  /** Faults come from the switch that all mocks share, and every answer says what time it is. */
  const wired =
    (answer: (url: URL, key: string) => Response) =>
    async ({ request, params }: { request: Request; params: Readonly<Record<string, unknown>> }) => {
      const response = (await faultOf(request, chaos)) ?? answer(new URL(request.url), String(params['key']))
      if (response.type !== 'error') response.headers.set('date', new Date(now()).toUTCString())
      return response
    }
  function paged({ searchParams }: URL, items: readonly unknown[]): Response {
    const [limit, after] = [Number(searchParams.get('limit')), Number(searchParams.get('after') ?? 0)]
    const end = after + Math.min(limit, 20)
    return HttpResponse.json({ items: items.slice(after, end), next: end < items.length ? String(end) : null })
  }
  return [
    http.get(
      `${base}/teams`,
      wired((url) => paged(url, teams())),
    ),
    http.get(
      `${base}/incidents`,
      wired((url) => {
        const since = Date.parse(url.searchParams.get('changed_since') ?? '1970-01-01T00:00:00Z')
        return paged(
          url,
          incidents().filter(({ changed }) => Date.parse(changed) >= since),
        )
      }),
    ),
    http.get(
      `${base}/incidents/:key`,
      wired((_url, key) => {
        const found = incidents().find((each) => each.key === key)
        return found ? HttpResponse.json(found) : HttpResponse.json({ error: `There is no ${key}` }, { status: 404 })
      }),
    ),
    http.all('*', () => HttpResponse.json({ error: 'There is no such path' }, { status: 404 })),
  ]
}
