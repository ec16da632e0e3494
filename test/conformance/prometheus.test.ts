import { getResponse } from 'msw'
import { createChaos } from '../../mocks/chaos'
import { prometheusHandlers } from '../../mocks/prometheus/handlers'
import { days, prometheusWorld, rules, step, tellable } from '../../mocks/prometheus/tell'
import { worldNow } from '../../mocks/world'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { createEngine } from '../../src/sources/engine/engine'
import { hosted } from '../../src/sources/engine/host'
import { remoteEngine } from '../../src/sources/engine/remote'
import { openPrometheus } from '../../src/sources/prometheus/source'
import { describeSource } from './describeSource'
import { hostsOf } from './hosts'
import type { Harness } from './harness'
import { shownBy } from './switches'
import { smallWorld } from './world'

const hosts = hostsOf('prometheus')

const call = { signal: new AbortController().signal }
const world = smallWorld()
const told = prometheusWorld(world, worldNow)
let made = 0

/** What the two servers hold of a part of the world. */
const partOf = ({ events }: Holdings) => {
  const ids = new Set(events.map(({ id }) => id))
  const among = <T>(all: ReadonlyMap<string, T>) => [...all].flatMap(([id, each]) => (ids.has(id) ? [each] : []))
  return { alerts: among(told.alerts), silences: among(told.silences), series: among(told.series) }
}

function make(part: Holdings): Promise<Harness> {
  const host = `h${(made += 1)}`
  const chaos = createChaos()
  let seconds = 0
  let later = 0
  const now = () => instant(worldNow + (seconds += 1) * 1000)
  const handlers = prometheusHandlers({ ...partOf(part), now, chaos })
  hosts.set(host, handlers)
  const url = `http://${host}.prometheus.example`
  const addresses = { alertmanagerUrl: `${url}/alertmanager`, prometheusUrl: `${url}/prometheus` }
  const source = openPrometheus(
    { ...addresses, rules, historyDays: days, stepSeconds: step },
    { id: 'prometheus', title: '', base: 'http://app.example/', now: () => worldNow + later },
    remoteEngine(hosted(createEngine('prometheus')), 'prometheus'),
  )
  return Promise.resolve({
    source,
    offers: { facets: ['events'], watched: ['events'], summaries: true, commands: [] },
    now: () => instant(worldNow + seconds * 1000 + 1000),
    faults: shownBy(chaos),
    // Alertmanager does not tell of changes: what is looked at is asked for again when it is old, and then told.
    change: async () => {
      await source.readers.events?.list({}, { limit: 1 }, call)
      const body = JSON.stringify([{ labels: { alertname: `Changed at ${later}` } }])
      await getResponse(
        [...handlers],
        new Request(`${addresses.alertmanagerUrl}/api/v2/alerts`, { method: 'POST', body }),
      )
      later += 60_000
      await source.readers.events?.list({}, { limit: 1 }, call)
    },
    partial: { cannot: 'Neither tells incidents' },
    close: () => Promise.resolve(source.close()),
  })
}

describeSource('prometheus over MSW', tellable(world, worldNow), make)
