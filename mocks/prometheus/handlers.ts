import { http, HttpResponse, type RequestHandler } from 'msw'
import { formatInstant, type Instant, parseInstant } from '../../src/domain/units'
import type { Alert, Labels, Silence } from '../../src/sources/prometheus/wire'
import type { Chaos } from '../chaos'
import { faultOf } from '../rest/faults'
import { fingerprint, type Remembered } from './tell'

export interface PrometheusMock {
  readonly alerts: readonly Alert[]
  readonly silences: readonly Silence[]
  readonly series: readonly Remembered[]
  readonly now: () => Instant
  readonly chaos: Chaos
}

interface Posted {
  readonly labels: Labels
  readonly annotations?: Labels
  readonly startsAt?: string
}

/** Points of the grid at which it fired. */
function samplesOf({ at, until }: Remembered, start: number, end: number, step: number): readonly [number, string][] {
  const first = start + Math.max(0, Math.ceil((at / 1000 - start) / step)) * step
  const last = until === undefined ? end : Math.min(end, Math.ceil(until / 1000) - 1)
  return Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_each, index) => [
    first + index * step,
    '1',
  ])
}

/** Alertmanager below `/alertmanager`, Prometheus below `/prometheus`, as a proxy would place them after `base`. */
export function prometheusHandlers(
  { alerts, silences, series, now, chaos }: PrometheusMock,
  base = '*',
): readonly RequestHandler[] {
  const held = new Map(alerts.map((alert) => [alert.fingerprint, alert]))
  const wired = (answer: (request: Request) => Response | Promise<Response>) => async (info: { request: Request }) => {
    const response = (await faultOf(info.request, chaos)) ?? (await answer(info.request))
    if (response.type !== 'error') response.headers.set('date', new Date(now()).toUTCString())
    return response
  }
  const bad = (error: string) => HttpResponse.json({ status: 'error', errorType: 'bad_data', error }, { status: 400 })

  return [
    http.get(
      `${base}/alertmanager/api/v2/alerts`,
      wired(() => HttpResponse.json([...held.values()])),
    ),
    http.post(
      `${base}/alertmanager/api/v2/alerts`,
      wired(async (request) => {
        for (const { labels, annotations = {}, startsAt } of (await request.json()) as readonly Posted[]) {
          const began = parseInstant(startsAt ?? '') ?? now()
          held.set(fingerprint(labels), {
            fingerprint: fingerprint(labels),
            labels,
            annotations,
            startsAt: formatInstant(began),
            receivers: [{ name: 'ops' }],
            status: { state: 'active', silencedBy: [], inhibitedBy: [] },
          })
        }
        return new HttpResponse()
      }),
    ),
    http.get(
      `${base}/alertmanager/api/v2/silences`,
      wired(() => HttpResponse.json(silences)),
    ),
    http.get(
      `${base}/prometheus/api/v1/status/runtimeinfo`,
      wired(() => HttpResponse.json({ status: 'success', data: { storageRetention: '900d' } })),
    ),
    http.get(
      `${base}/prometheus/api/v1/query_range`,
      wired((request) => {
        const { searchParams } = new URL(request.url)
        const [start = 0, end = 0, step = 1] = ['start', 'end', 'step'].map((name) => Number(searchParams.get(name)))
        if (searchParams.get('query') !== 'ALERTS{alertstate="firing"}') return bad('This mock knows one query.')
        if ((end - start) / step > 11_000)
          return bad('exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution')
        const result = series.flatMap((each) => {
          const values = samplesOf(each, start, end, step)
          return values.length === 0
            ? []
            : [{ metric: { __name__: 'ALERTS', alertstate: 'firing', ...each.labels }, values }]
        })
        return HttpResponse.json({ status: 'success', data: { resultType: 'matrix', result } })
      }),
    ),
  ]
}
