import type { OpsEvent } from '../../src/domain/event'
import type { Severity } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import { after, day24, formatInstant, hour, instant, type Instant } from '../../src/domain/units'
import type { Alert, Labels, Silence } from '../../src/sources/prometheus/wire'

/** Seconds between the points at which the world's alerts are looked at: coarse, for it is two years long. */
export const step = 900
/** Days that reach over all of the world. */
export const days = 800

/** What each of the world's words for paging means; labels can say it, a rule reads them. */
export const rules = [
  { match: { page: 'yes' }, pages: true },
  { match: { page: 'no' }, pages: false },
]

/** A time in which an alert fired, as the series `ALERTS` remembers it. */
export interface Remembered {
  readonly labels: Labels
  readonly at: Instant
  /** Absent while it goes on. */
  readonly until?: Instant
}

/** The world as Alertmanager and Prometheus hold it. Each by the id of the event that it tells. */
export interface PrometheusWorld {
  readonly alerts: ReadonlyMap<string, Alert>
  readonly silences: ReadonlyMap<string, Silence>
  readonly series: ReadonlyMap<string, Remembered>
}

/** FNV-1a of 64 bits over names and values in order, each followed by 255: `LabelSet.Fingerprint` of prometheus/common. */
export function fingerprint(labels: Labels): string {
  const bytes = Object.keys(labels)
    .toSorted()
    .flatMap((name) => [...new TextEncoder().encode(name), 255, ...new TextEncoder().encode(labels[name]), 255])
  const hash = bytes.reduce(
    (sum, byte) => BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n),
    0xcbf29ce484222325n,
  )
  return hash.toString(16).padStart(16, '0')
}

const words: Readonly<Record<Severity, string>> = { 1: 'critical', 2: 'error', 3: 'warning', 4: 'sev4', 5: 'info' }

const labelsOf = ({ id, rule, workloads: [workload], severity, pages }: OpsEvent): Labels => ({
  instance: id,
  ...(rule !== undefined && { alertname: rule }),
  ...(workload !== undefined && { service: workload }),
  ...(severity !== undefined && { severity: words[severity] }),
  ...(pages !== undefined && { page: pages ? 'yes' : 'no' }),
})

const point = (at: Instant): Instant => instant(Math.ceil(at / 1000 / step) * step * 1000)
const idOf = (event: OpsEvent) => `${fingerprint(labelsOf(event))}@${formatInstant(point(event.at))}`
const titleOf = ({ rule, id }: OpsEvent) => `${rule ?? 'Alert'} on ${id}`

const alertOf = (event: OpsEvent): Alert => ({
  fingerprint: fingerprint(labelsOf(event)),
  labels: labelsOf(event),
  annotations: { summary: event.title },
  startsAt: formatInstant(event.at),
  endsAt: formatInstant(after(event.at, hour)),
  receivers: [{ name: 'ops' }],
  status: {
    state: event.outcome === 'ignored' || event.outcome === 'grouped' ? 'suppressed' : 'active',
    silencedBy: event.outcome === 'ignored' ? ['a silence'] : [],
    inhibitedBy: event.outcome === 'grouped' ? ['0123456789abcdef'] : [],
  },
})

/** What labels say of an event. */
const said = ({ rule, workloads, severity, pages }: OpsEvent) => ({
  workloads: workloads.slice(0, 1),
  ...(rule !== undefined && { rule }),
  ...(severity !== undefined && { severity }),
  ...(pages !== undefined && { pages }),
})

const firingTold = (event: OpsEvent): OpsEvent => ({
  id: idOf(event),
  title: event.title,
  kind: 'alarm',
  at: event.at,
  planned: false,
  ...said(event),
  ...((event.outcome === 'ignored' || event.outcome === 'grouped') && { outcome: event.outcome }),
})

const endedTold = (event: OpsEvent, until: Instant): OpsEvent => ({
  id: idOf(event),
  title: titleOf(event),
  kind: 'alarm',
  at: point(event.at),
  until: point(until),
  planned: false,
  ...said(event),
})

const endOf = ({ at, until }: OpsEvent): Instant => until ?? after(at, hour)

const silenceOf = (event: OpsEvent): Silence => ({
  id: event.id,
  status: { state: 'expired' },
  startsAt: formatInstant(event.at),
  endsAt: formatInstant(endOf(event)),
  comment: event.title,
  createdBy: 'ops',
  matchers: [
    { name: 'severity', value: '.*', isRegex: true, isEqual: true },
    ...event.workloads.slice(0, 1).map((value) => ({ name: 'service', value, isRegex: false, isEqual: true })),
  ],
})

const silenceTold = (event: OpsEvent): OpsEvent => ({
  id: `silence:${event.id}`,
  title: event.title,
  kind: 'unknown:silence',
  at: event.at,
  until: endOf(event),
  planned: true,
  workloads: event.workloads.slice(0, 1),
})

/** Events by how they are told: alarms that fire, alarms that are over and were seen at a point at least, all others. */
function sorted({ events }: Holdings, now: Instant) {
  const alarms = events.filter(({ kind, at }) => kind === 'alarm' && at <= now)
  return {
    firing: alarms.filter(({ until }) => until === undefined),
    ended: alarms.flatMap((event) =>
      event.until !== undefined && point(event.at) < point(event.until) && event.until < now - 3 * step * 1000
        ? [{ event, until: event.until }]
        : [],
    ),
    others: events.filter(({ kind }) => kind !== 'alarm'),
  }
}

/** The world at a moment, as its three wires tell it. What fires since lately is known to both servers. */
export function prometheusWorld(holdings: Holdings, now: Instant): PrometheusWorld {
  const { firing, ended, others } = sorted(holdings, now)
  const both = firing.filter(({ at }) => at > now - 20 * day24)
  return {
    alerts: new Map(firing.map((event) => [idOf(event), alertOf(event)])),
    silences: new Map(others.map((event) => [`silence:${event.id}`, silenceOf(event)])),
    series: new Map([
      ...both.map((event) => [idOf(event), { labels: labelsOf(event), at: event.at }] as const),
      ...ended.map(({ event, until }) => [idOf(event), { labels: labelsOf(event), at: event.at, until }] as const),
    ]),
  }
}

/** The world as far as alerts and silences can tell it: events that belong to one workload and to no incident. */
export function tellable(holdings: Holdings, now: Instant): Holdings {
  const { firing, ended, others } = sorted(holdings, now)
  return {
    workloads: [],
    activities: [],
    assignments: [],
    parties: [],
    incidents: [],
    timeline: [],
    problems: [],
    improvements: [],
    requests: [],
    events: [
      ...firing.map(firingTold),
      ...ended.map(({ event, until }) => endedTold(event, until)),
      ...others.map(silenceTold),
    ],
  }
}
