import { getResponse } from 'msw'
import { createChaos } from '../../mocks/chaos'
import { rtHandlers } from '../../mocks/rt/handlers'
import { ticketsOf } from '../../mocks/rt/tell'
import { tellable } from '../../mocks/rt/tellable'
import { incidentQueue, mapping, problemQueue } from '../../mocks/rt/told'
import { worldNow } from '../../mocks/world'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { createEngine } from '../../src/sources/engine/engine'
import { hosted } from '../../src/sources/engine/host'
import { remoteEngine } from '../../src/sources/engine/remote'
import { readerOf } from '../../src/sources/paging'
import { openRt } from '../../src/sources/rt/source'
import { describeSource } from './describeSource'
import { hostsOf } from './hosts'
import type { Harness } from './harness'
import { remembering, rtTelling } from './rtTelling'
import { shownBy } from './switches'
import { smallWorld } from './world'

const hosts = hostsOf('rt')

const call = { signal: new AbortController().signal }
const world = smallWorld()
const whole = tellable(world)
const tickets = ticketsOf(world)
const facets = ['incidents', 'timeline', 'problems'] as const
let made = 0

/** The tickets of a part of the world. */
function partOf(part: Holdings) {
  const numbers = new Set([...part.incidents, ...part.problems].map(({ id }) => Number(id.split('#')[1])))
  const entries = new Set(part.timeline.map(({ sequence }) => sequence))
  return tickets
    .filter(({ number }) => numbers.has(number))
    .map((ticket) => ({ ...ticket, history: ticket.history.filter(({ id }) => entries.has(id)) }))
}

function make(part: Holdings): Promise<Harness> {
  const host = `h${(made += 1)}`
  const chaos = createChaos()
  let seconds = 0
  let later = 0
  const now = () => instant(Math.floor(worldNow / 1000) * 1000 + (seconds += 1) * 1000)
  const handlers = rtHandlers({ tickets: partOf(part), now, chaos })
  hosts.set(host, handlers)
  const url = `http://${host}.rt.example`
  const { source, newest } = remembering(
    openRt(
      { url, incidentQueues: [incidentQueue], problemQueues: [problemQueue], ...mapping },
      { id: 'rt', title: '', base: 'http://app.example/', now: () => worldNow + later },
      remoteEngine(hosted(createEngine('rt')), 'rt'),
    ),
  )
  return Promise.resolve({
    source,
    offers: {
      facets,
      watched: facets,
      summaries: true,
      commands: ['add-entry', 'set-state', 'set-severity', 'assign', 'link-problem', 'record-problem', 'set-problem'],
    },
    now: () => instant(worldNow + seconds * 1000 + 1000),
    faults: shownBy(chaos),
    // RT does not tell of changes: what is looked at is asked for again when it is old, and then told.
    change: async () => {
      const look = async () => {
        for (const facet of ['incidents', 'problems'] as const)
          await readerOf(source, facet)?.list({}, { limit: 1 }, call)
      }
      await look()
      const body = JSON.stringify({ Subject: `Changed at ${later}` })
      const at = `${url}/REST/2.0/ticket/${part.incidents[0]?.id.split('#')[1]}`
      await getResponse([...handlers], new Request(at, { method: 'PUT', body }))
      later += 60_000
      await look()
    },
    partial: { cannot: 'Request Tracker answers with a whole page or with an error' },
    telling: rtTelling(whole, newest),
    close: () => Promise.resolve(source.close()),
  })
}

describeSource('rt over MSW', whole, make)
