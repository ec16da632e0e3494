import { getResponse } from 'msw'
import { awsHandlers } from '../../mocks/aws/handlers'
import { awsWorld, tellable } from '../../mocks/aws/tell'
import { createChaos } from '../../mocks/chaos'
import { worldNow } from '../../mocks/world'
import type { Facet, Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { openAws } from '../../src/sources/aws/source'
import { createEngine } from '../../src/sources/engine/engine'
import { hosted } from '../../src/sources/engine/host'
import { remoteEngine } from '../../src/sources/engine/remote'
import { readerOf } from '../../src/sources/paging'
import { describeSource } from './describeSource'
import { hostsOf } from './hosts'
import { type Harness } from './harness'
import { shownBy } from './switches'
import { smallWorld } from './world'

const hosts = hostsOf('aws')

const call = { signal: new AbortController().signal }
const world = smallWorld()
const told = awsWorld(world)
let made = 0

/** What AWS holds of a part of the world. */
const partOf = (part: Holdings) => {
  const ids = (facet: 'incidents' | 'timeline' | 'events') => new Set(part[facet].map(({ id }) => id))
  const [incidents, entries, events] = [ids('incidents'), ids('timeline'), ids('events')]
  return {
    items: told.items.filter(({ OpsItemId }) => incidents.has(OpsItemId)),
    history: told.history.filter(({ incident, event }) => entries.has(`${incident}/${event.EventId}`)),
    related: told.related.filter(({ incident, item }) => entries.has(`${incident}/${item.AssociationId}`)),
    health: told.health.filter(({ arn }) => events.has(arn)),
    log: told.log.filter(({ id }) => events.has(id ?? '')),
  }
}

function make(part: Holdings): Promise<Harness> {
  const host = `h${(made += 1)}`
  const chaos = createChaos()
  let seconds = 0
  let later = 0
  const now = () => instant(worldNow + (seconds += 1) * 1000)
  const handlers = awsHandlers({ told: partOf(part), now, chaos })
  hosts.set(host, handlers)
  const url = `http://${host}.aws.example`
  const source = openAws(
    { url: `${url}/ssm`, healthUrl: `${url}/health`, eventsUrl: `${url}/events.json` },
    { id: 'aws', title: '', base: 'http://app.example/', now: () => worldNow + later },
    remoteEngine(hosted(createEngine('aws')), 'aws'),
  )
  return Promise.resolve({
    source,
    offers: {
      facets: ['events', 'incidents', 'timeline'],
      watched: ['events', 'incidents', 'timeline'],
      summaries: true,
      commands: ['set-state', 'set-severity'],
    },
    now: () => instant(worldNow + seconds * 1000 + 1000),
    faults: shownBy(chaos),
    // AWS does not tell of changes: what is looked at is asked for again when it is old, and then told.
    change: async () => {
      const look = async () => {
        for (const facet of ['events', 'incidents'] as const)
          await readerOf(source, facet)?.list({}, { limit: 1 }, call)
      }
      await look()
      const body = JSON.stringify({ OpsItemId: part.incidents[0]?.id, Title: `Changed at ${later}` })
      const headers = { 'x-amz-target': 'AmazonSSM.UpdateOpsItem' }
      await getResponse([...handlers], new Request(`${url}/ssm/`, { method: 'POST', headers, body }))
      later += 60_000
      await look()
    },
    partial: { cannot: 'AWS answers with a whole page or with an error' },
    // An OpsItem knows the severities 1 to 4 and three states, and takes no words.
    carries: (command) =>
      command.kind === 'set-severity'
        ? command.to <= 4
        : command.kind === 'set-state' && command.note === undefined && !/^(mitigating|closed)$/.test(command.to),
    telling: {
      // An OpsItem keeps no moments but its own, and its events are not written by the one who changes it.
      record: (_facet: Facet, body) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'clocks')),
      entries: () => [],
    },
    close: () => Promise.resolve(source.close()),
  })
}

describeSource('aws over MSW', tellable(world), make)
