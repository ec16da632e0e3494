import * as v from 'valibot'
import type { Opening } from '../catalogue'
import { type Call, type Caveat, type Source, SourceError } from '../contract'
import type { RemoteEngine } from '../engine/remote'
import { type Backend, connect } from '../listing/backend'
import { listing, openListed, type WirePage } from '../listing/listed'
import type { Firing } from './firings'
import { createHistory, type History } from './history'
import { eventOfAlert, eventOfFiring, eventOfSilence } from './map'
import { type PrometheusOptions, readOptions } from './options'
import { isOpen, together } from './together'
import { alert, anyList, silence } from './wire'

const firing = v.custom<Firing>(() => true)
/** One thing that an event is told of. Firings are read already. */
const told = v.variant('what', [
  v.object({ what: v.literal('alert'), alert, seen: v.optional(firing) }),
  v.object({ what: v.literal('firing'), firing, open: v.boolean() }),
  v.object({ what: v.literal('silence'), silence }),
])
type Told = v.InferOutput<typeof told>

/** What Alertmanager knows: only what is now. */
interface Now {
  readonly alerts: readonly unknown[]
  readonly silences: readonly unknown[]
}

const truncated = (text: string): Caveat => ({ kind: 'truncated', text })

/** How far back is told, and how exactly. */
function bounds(history: History | undefined, { historyDays: days, stepSeconds: step }: PrometheusOptions): Caveat {
  if (!history)
    return truncated('Alertmanager tells what fires now. What has ended is told where Prometheus is read too.')
  const keeps = history.keeps === undefined ? '' : `; it keeps ${history.keeps}`
  return truncated(
    `Alerts that ended are those of the last ${days} days that Prometheus remembers${keeps}. They are looked at every ${step} s: what was shorter may be missing.`,
  )
}

/** A part that failed where the other answered. */
const missing = (part: string, cause: unknown): Caveat => ({
  kind: 'partial',
  text: `${part}: ${cause instanceof Error ? cause.message : String(cause)}`,
})

const nameOf = (item: unknown): string | undefined => {
  const given = v.safeParse(v.object({ alert: v.object({ fingerprint: v.string() }) }), item)
  if (given.success) return `alert ${given.output.alert.fingerprint}`
  const silenced = v.safeParse(v.object({ silence: v.object({ id: v.string() }) }), item)
  return silenced.success ? `silence ${silenced.output.silence.id}` : undefined
}

/** Opens Alertmanager, Prometheus or both: alerts and silences are events. Read-only: neither keeps what people do here. */
export function openPrometheus(
  given: Readonly<Record<string, unknown>>,
  opening: Opening,
  engine: RemoteEngine,
): Source {
  const options = readOptions(given, opening.id)
  const { alertmanagerUrl, prometheusUrl, timeoutSeconds, renewSeconds, stepSeconds } = options
  const at = (address: string | undefined): Backend | undefined =>
    address === undefined
      ? undefined
      : connect({
          source: opening.id,
          url: new URL(address, opening.base).href.replace(/\/$/, ''),
          now: opening.now,
          ...(timeoutSeconds !== undefined && { patience: timeoutSeconds * 1000 }),
        })
  const [manager, prometheus] = [at(alertmanagerUrl), at(prometheusUrl)]
  const backend = manager ?? prometheus
  if (!backend) throw new SourceError('unsupported', opening.id, 'No address is given.')
  const history = prometheus && createHistory(prometheus, options)

  async function readNow(call: Call): Promise<Now | undefined> {
    if (!manager) return undefined
    const [alerts, silences] = await Promise.all([
      manager.json('/api/v2/alerts', anyList, call),
      manager.json('/api/v2/silences', anyList, call),
    ])
    return { alerts, silences }
  }

  /** Either may fail without the other: what is left is told, and that it is not all. */
  async function page(call: Call): Promise<WirePage> {
    const [now, past] = await Promise.allSettled([
      readNow(call),
      prometheus && history?.read(prometheus.present(), call),
    ])
    if (now.status === 'rejected' && (past.status === 'rejected' || !history)) throw now.reason
    if (past.status === 'rejected' && !manager) throw past.reason
    const present = now.status === 'fulfilled' ? now.value : undefined
    const known = past.status === 'fulfilled' ? past.value : history?.last()
    const found = together(present?.alerts ?? [], known, options)
    const items: readonly (Pick<Told, 'what'> & object)[] = [
      ...found.current.map((each) => ({ what: 'alert' as const, ...each })),
      ...found.past.map((each) => ({
        what: 'firing' as const,
        firing: each,
        open: known !== undefined && isOpen(each, known, stepSeconds),
      })),
      ...(present?.silences ?? []).map((each) => ({ what: 'silence' as const, silence: each })),
    ]
    return {
      items,
      caveats: [
        ...(now.status === 'rejected' ? [missing('Silences, and what is silenced, are missing', now.reason)] : []),
        ...(past.status === 'rejected' ? [missing('Alerts that ended lately are missing', past.reason)] : []),
        ...(known || !history ? [bounds(known, options)] : []),
        ...(known?.warnings ?? []).map((text): Caveat => ({ kind: 'partial', text: `Prometheus says: ${text}` })),
      ],
    }
  }

  return openListed(
    {
      opening,
      title: manager ? (prometheus ? 'Prometheus and Alertmanager' : 'Alertmanager') : 'Prometheus',
      backend,
      listings: {
        events: listing('events', {
          schema: told,
          place: [alertmanagerUrl, prometheusUrl].filter((each) => each !== undefined).join(', '),
          page: (_cursor, call) => page(call),
          map: (item) => {
            if (item.what === 'silence') return [eventOfSilence(item.silence, options)]
            if (item.what === 'firing') return [eventOfFiring(item.firing, item.open, options)]
            return [eventOfAlert(item.alert, item.seen, options)]
          },
          nameOf,
        }),
      },
      ...(renewSeconds !== undefined && { renewAfter: renewSeconds * 1000 }),
    },
    engine,
  )
}
