import { afterAll, beforeAll } from 'vitest'
import { icingaWorld, tellable } from '../../../mocks/icinga/tell'
import type { Holdings } from '../../../src/domain/query/facets'
import { instant } from '../../../src/domain/units'
import { createEngine } from '../../../src/sources/engine/engine'
import { hosted } from '../../../src/sources/engine/host'
import { remoteEngine } from '../../../src/sources/engine/remote'
import { openIcinga } from '../../../src/sources/icinga/source'
import { icingaTelling } from '../../conformance/icingaTelling'
import { describeSource } from '../../conformance/describeSource'
import type { Harness } from '../../conformance/harness'
import { smallWorld } from '../../conformance/world'
import { failingBy } from '../failures'
import { type Proxy, startProxy } from '../proxy'
import { type Icinga, signedIn, startIcinga } from './serve'
import { configOf, partOf, stateFile, writable } from './world'

const world = writable(smallWorld())
const told = icingaWorld(world)

interface Running {
  readonly icinga: Icinga
  /** Something was changed in it: it has to be begun anew for who wants the world as it was. */
  touched: boolean
}

/** A server for each part of the world: who asks for the same part shares it. */
const servers = new Map<Holdings, Promise<Running>>()
let proxy: Proxy
beforeAll(async () => {
  proxy = await startProxy()
})
afterAll(async () => {
  await proxy.stop()
  for (const each of servers.values()) await (await each).icinga.stop()
})

async function begin(part: Holdings): Promise<Running> {
  const held = partOf(told, part)
  return { icinga: await startIcinga(configOf(held), stateFile(held)), touched: false }
}

async function serverOf(part: Holdings): Promise<Running> {
  const known = servers.get(part) ?? begin(part)
  servers.set(part, known)
  const running = await known
  if (running.touched) await running.icinga.restart()
  running.touched = false
  return running
}

let made = 0
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function make(part: Holdings): Promise<Harness> {
  const path = `/h${(made += 1)}`
  const running = await serverOf(part)
  const rewrite = (asked: string) => {
    running.touched ||= asked.startsWith('/v1/actions/')
    return asked
  }
  proxy.route(path, { to: running.icinga.url, headers: signedIn, rewrite })
  const source = openIcinga(
    // Asks by itself no more than every hour: what is new is told by the stream.
    { url: `${proxy.url}${path}`, renewSeconds: 3600 },
    { id: 'icinga', title: '', base: proxy.url, now: () => Date.now() },
    remoteEngine(hosted(createEngine('icinga')), 'icinga'),
  )
  const [{ attrs: { __name: changing } } = { attrs: { __name: '' } }] = partOf(told, part).problems
  return {
    source,
    offers: {
      facets: ['incidents', 'timeline'],
      watched: ['incidents', 'timeline'],
      summaries: true,
      commands: ['set-state', 'add-entry', 'undo'],
    },
    now: () => instant(Date.now() + 1000),
    faults: failingBy(proxy, path),
    // Something happens until the stream is there and has told it, as it does in bursts.
    change: async () => {
      running.touched = true
      let heard = false
      const stop = source.readers.incidents?.watch?.(() => void (heard = true))
      for (let turn = 1; !heard && turn < 100; turn += 1) {
        await running.icinga.act('add-comment', changing, { author: 'live', comment: `Looked at, ${turn}. time` })
        for (let wait = 0; !heard && wait < 10; wait += 1) await pause(50)
      }
      stop?.()
    },
    // It never tells anything else than a part.
    partial: () => Promise.resolve(),
    ...icingaTelling,
    close: () => Promise.resolve(source.close()),
  }
}

describeSource('Icinga 2.13 through a proxy', tellable(world), make)
