import { getResponse } from 'msw'
import { createChaos } from '../../mocks/chaos'
import { pagerdutyHandlers } from '../../mocks/pagerduty/handlers'
import { type Account, accountOf, tellable } from '../../mocks/pagerduty/tell'
import { worldNow } from '../../mocks/world'
import type { Facet, Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { createEngine } from '../../src/sources/engine/engine'
import { hosted } from '../../src/sources/engine/host'
import { remoteEngine } from '../../src/sources/engine/remote'
import { openPagerduty } from '../../src/sources/pagerduty/source'
import { readerOf } from '../../src/sources/paging'
import { describeSource } from './describeSource'
import { hostsOf } from './hosts'
import { type Harness, type Telling, toldEntry } from './harness'
import { shownBy } from './switches'
import { smallWorld } from './world'

const hosts = hostsOf('pagerduty')

const call = { signal: new AbortController().signal }
const world = smallWorld()
const account = accountOf(world)

/** What the account holds of a part of the world. */
function partOf(part: Holdings): Account {
  const ids = <F extends Facet>(facet: F) => new Set(part[facet].map(({ id }) => id))
  const [incidents, entries, services, parties] = [ids('incidents'), ids('timeline'), ids('workloads'), ids('parties')]
  return {
    ...account,
    incidents: account.incidents.filter(({ id }) => incidents.has(id)),
    log: account.log.filter(({ id }) => entries.has(id)),
    services: account.services.filter(({ id }) => services.has(id)),
    users: account.users.filter(({ id }) => parties.has(`person:${id}`)),
    teams: account.teams.filter(({ id }) => parties.has(`team:${id}`)),
  }
}

/** The log says what came, not what was before, and words are entries of their own. */
const entries: Telling['entries'] = (expected) =>
  expected.flatMap(({ kind, text, to }) => {
    if (kind === 'note' || kind === 'update') return [toldEntry(kind, { text })]
    return [toldEntry(kind, { to }), ...(text !== undefined && text !== '' ? [toldEntry('note', { text })] : [])]
  })

/** PagerDuty keeps its own moments, and its priority has a name. */
const own = new Set(['clocks', 'updateDue', 'reassignments', 'severityText', 'team'])

let made = 0

function make(part: Holdings): Promise<Harness> {
  const host = `h${(made += 1)}`
  const chaos = createChaos()
  let seconds = 0
  let later = 0
  const now = () => instant(worldNow + (seconds += 1) * 1000)
  const handlers = pagerdutyHandlers({ account: partOf(part), now, chaos })
  hosts.set(host, handlers)
  const url = `http://${host}.pagerduty.example`
  const source = openPagerduty(
    { url, historyDays: 2000 },
    { id: 'pagerduty', title: '', base: 'http://app.example/', now: () => worldNow + later },
    remoteEngine(hosted(createEngine('pagerduty')), 'pagerduty'),
  )
  const facets = ['workloads', 'activities', 'assignments', 'parties', 'incidents', 'timeline'] as const
  return Promise.resolve({
    source,
    offers: {
      facets,
      watched: facets,
      summaries: true,
      commands: ['set-state', 'set-severity', 'assign', 'add-entry'],
    },
    now: () => instant(worldNow + seconds * 1000 + 1000),
    faults: shownBy(chaos),
    // The API does not tell of changes: what is looked at is asked for again when it is old, and then told.
    change: async () => {
      const look = async () => {
        for (const facet of facets)
          if (facet !== 'timeline') await readerOf(source, facet)?.list({}, { limit: 1 }, call)
      }
      await look()
      const [one] = part.incidents
      const at = `${url}/incidents/${encodeURIComponent(one?.id ?? '')}`
      for (const [method, path, body] of [
        ['PUT', at, { incident: { title: `Changed at ${later}` } }],
        // What is not in the log is not seen before all is read again.
        ['POST', `${at}/notes`, { note: { content: 'changed' } }],
      ] as const)
        await getResponse([...handlers], new Request(path, { method, body: JSON.stringify(body) }))
      later += 60_000
      await look()
    },
    partial: { cannot: 'PagerDuty answers with a whole page or with an error' },
    carries: (command) =>
      (command.kind !== 'set-state' || command.to === 'acknowledged' || command.to === 'resolved') &&
      (command.kind !== 'assign' || (command.team === undefined && command.person !== undefined)),
    telling: {
      record: (_facet, body) => Object.fromEntries(Object.entries(body).filter(([name]) => !own.has(name))),
      entries,
    },
    close: () => Promise.resolve(source.close()),
  })
}

describeSource('pagerduty over MSW', tellable(world), make)
