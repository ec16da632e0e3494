import { afterAll, beforeAll, expect } from 'vitest'
import { ticketsOf } from '../../../mocks/rt/tell'
import { tellable } from '../../../mocks/rt/tellable'
import { incidentQueue, mapping, problemQueue } from '../../../mocks/rt/told'
import type { Holdings } from '../../../src/domain/query/facets'
import { instant } from '../../../src/domain/units'
import { createEngine } from '../../../src/sources/engine/engine'
import { hosted } from '../../../src/sources/engine/host'
import { remoteEngine } from '../../../src/sources/engine/remote'
import { readerOf } from '../../../src/sources/paging'
import { openRt, type RtOptions } from '../../../src/sources/rt/source'
import { describeSource } from '../../conformance/describeSource'
import type { Harness } from '../../conformance/harness'
import { remembering, rtTelling } from '../../conformance/rtTelling'
import { smallWorld } from '../../conformance/world'
import { failingBy } from '../failures'
import { type Proxy, startProxy } from '../proxy'
import { signedIn, startRt } from './serve'

const world = smallWorld()
const whole = tellable(world)
const facets = ['incidents', 'timeline', 'problems'] as const
const call = { signal: new AbortController().signal }

let rt: Awaited<ReturnType<typeof startRt>>
let proxy: Proxy
beforeAll(async () => {
  // The kit assigns to somebody who has no ticket yet.
  rt = await startRt(ticketsOf(world), ['x'])
  proxy = await startProxy()
})
afterAll(async () => {
  await proxy.stop()
  await rt.stop()
})

const opened = (path: string, later = () => 0, more: Partial<RtOptions> = {}) =>
  openRt(
    { url: `${proxy.url}${path}`, incidentQueues: [incidentQueue], problemQueues: [problemQueue], ...mapping, ...more },
    { id: 'rt', title: '', base: proxy.url, now: () => Date.now() + later() },
    remoteEngine(hosted(createEngine('rt')), 'rt'),
  )
const put = async (number: number, body: object) => {
  const headers = { ...signedIn, 'content-type': 'application/json' }
  const answer = await fetch(`${rt.url}/REST/2.0/ticket/${number}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
}
const numberOf = (id: string) => Number(id.split('#')[1])

let made = 0
/** Something was written since the database was put back. */
let written = false

function make(part: Holdings): Promise<Harness> {
  if (written) rt.restore()
  written = false
  const path = `/h${(made += 1)}`
  let later = 0
  const numbers = [...part.incidents, ...part.problems].map(({ id }) => numberOf(id))
  const isWhole = numbers.length === whole.incidents.length + whole.problems.length
  // One server for all: the proxy of a harness asks for its part only.
  const only = numbers.map((number) => `id = ${number}`).join(' OR ')
  const rewrite = (asked: string) =>
    isWhole
      ? asked
      : asked.replace(/(?<=[?&]query=)[^&]*/, (query) =>
          asked.startsWith('/REST/2.0/tickets') ? `${query}${encodeURIComponent(` AND (${only})`)}` : query,
        )
  proxy.route(path, { to: rt.url, headers: signedIn, rewrite })
  const { source, newest } = remembering(opened(path, () => later))
  const { commands } = source
  return Promise.resolve({
    source: {
      ...source,
      ...(commands && {
        commands: {
          takes: commands.takes,
          send: (envelope, sent) => {
            written = true
            return commands.send(envelope, sent)
          },
        },
      }),
    },
    offers: {
      facets,
      watched: facets,
      summaries: true,
      commands: ['add-entry', 'set-state', 'set-severity', 'assign', 'link-problem', 'record-problem', 'set-problem'],
    },
    now: () => instant(Date.now() + later + 1000),
    faults: failingBy(proxy, path),
    change: async () => {
      const look = async () => {
        for (const facet of ['incidents', 'problems'] as const)
          await readerOf(source, facet)?.list({}, { limit: 1 }, call)
      }
      await look()
      written = true
      await put(numberOf(part.incidents[0]?.id ?? ''), { Subject: `Changed at ${later}` })
      later += 60_000
      await look()
    },
    partial: { cannot: 'Request Tracker answers with a whole page or with an error' },
    telling: rtTelling(whole, newest),
    close: () => Promise.resolve(source.close()),
  })
}

describeSource('Request Tracker 5.0.3 through a proxy', whole, make)
