import { afterAll, beforeAll } from 'vitest'
import { prometheusWorld, rules, tellable } from '../../../mocks/prometheus/tell'
import { worldNow } from '../../../mocks/world'
import type { Holdings } from '../../../src/domain/query/facets'
import { instant } from '../../../src/domain/units'
import { createEngine } from '../../../src/sources/engine/engine'
import { hosted } from '../../../src/sources/engine/host'
import { remoteEngine } from '../../../src/sources/engine/remote'
import { openPrometheus } from '../../../src/sources/prometheus/source'
import { describeSource } from '../../conformance/describeSource'
import type { Harness } from '../../conformance/harness'
import { smallWorld } from '../../conformance/world'
import { failingBy } from '../failures'
import { type Proxy, startProxy } from '../proxy'
import { post, startAlertmanager } from './serve'

let manager: Awaited<ReturnType<typeof startAlertmanager>>
let proxy: Proxy
beforeAll(async () => {
  manager = await startAlertmanager()
  proxy = await startProxy()
})
afterAll(async () => {
  await proxy.stop()
  await manager.stop()
})

const call = { signal: new AbortController().signal }
/** A real Alertmanager cannot be told of silences and ends of the past, nor that it silences: what fires is left. */
const firing = (holdings: Holdings): Holdings => ({
  ...holdings,
  events: holdings.events
    .filter(({ kind, until }) => kind === 'alarm' && until === undefined)
    .map(({ outcome: _outcome, ...event }) => event),
})
const world = firing(smallWorld())
const { alerts } = prometheusWorld(world, worldNow)
let made = 0

async function make(part: Holdings): Promise<Harness> {
  made += 1
  const name = `h${made}`
  let later = 0
  // One server for all: what belongs to a harness bears its label, and its proxy asks for no other.
  const only = `filter=${encodeURIComponent(`harness="${name}"`)}`
  proxy.route(`/${name}`, { to: manager.url, rewrite: (path) => `${path}${path.includes('?') ? '&' : '?'}${only}` })
  const told = part.events.flatMap(({ id }) => alerts.get(id) ?? [])
  await post(
    manager.url,
    told.map(({ labels, annotations, startsAt }) => ({
      labels: { ...labels, harness: name },
      annotations,
      startsAt,
    })),
  )
  const source = openPrometheus(
    { alertmanagerUrl: `${proxy.url}/${name}`, rules, ignoredLabels: ['harness'], stepSeconds: 900 },
    { id: 'alertmanager', title: '', base: proxy.url, now: () => Date.now() + later },
    remoteEngine(hosted(createEngine('alertmanager')), 'alertmanager'),
  )
  return {
    source,
    offers: { facets: ['events'], watched: ['events'], summaries: true, commands: [] },
    now: () => instant(Date.now() + 1000),
    faults: failingBy(proxy, `/${name}`),
    change: async () => {
      await source.readers.events?.list({}, { limit: 1 }, call)
      await post(manager.url, [{ labels: { alertname: `Changed at ${later}`, harness: name } }])
      later += 60_000
      await source.readers.events?.list({}, { limit: 1 }, call)
    },
    partial: { cannot: 'Alertmanager tells no incidents' },
    close: () => Promise.resolve(source.close()),
  }
}

describeSource('Alertmanager 0.25 through a proxy', tellable(world, worldNow), make)
