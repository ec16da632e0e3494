import { getResponse } from 'msw'
import { expect } from 'vitest'
import { createChaos } from '../../mocks/chaos'
import { icingaHandlers } from '../../mocks/icinga/handlers'
import { icingaWorld, tellable } from '../../mocks/icinga/tell'
import { worldNow } from '../../mocks/world'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { createEngine } from '../../src/sources/engine/engine'
import { hosted } from '../../src/sources/engine/host'
import { remoteEngine } from '../../src/sources/engine/remote'
import { openIcinga } from '../../src/sources/icinga/source'
import { describeSource } from './describeSource'
import { hostsOf } from './hosts'
import type { Harness } from './harness'
import { icingaTelling } from './icingaTelling'
import { shownBy } from './switches'
import { smallWorld } from './world'

const hosts = hostsOf('icinga')

const whole = smallWorld()
const told = icingaWorld(whole)
let made = 0

/** What Icinga holds of a part of the world. */
const partOf = ({ incidents, timeline }: Holdings) => {
  const among = <T>(all: ReadonlyMap<string, T>, ids: ReadonlySet<string>) =>
    [...all].flatMap(([id, each]) => (ids.has(id) ? [each] : []))
  return {
    problems: among(told.problems, new Set(incidents.map(({ id }) => id))),
    comments: among(told.comments, new Set(timeline.map(({ id }) => id))),
  }
}

function make(part: Holdings): Promise<Harness> {
  const host = `h${(made += 1)}`
  const chaos = createChaos()
  let seconds = 0
  const now = () => instant(worldNow + (seconds += 1) * 1000)
  const held = partOf(part)
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const handlers = icingaHandlers({ ...held, now, chaos, streams })
  hosts.set(host, handlers)
  const url = `http://${host}.icinga.example`
  const source = openIcinga(
    { url },
    { id: 'icinga', title: '', base: 'http://app.example/', now: () => worldNow + seconds * 1000 },
    remoteEngine(hosted(createEngine('icinga')), 'icinga'),
  )
  return Promise.resolve({
    source,
    offers: {
      facets: ['incidents', 'timeline'],
      watched: ['incidents', 'timeline'],
      summaries: true,
      commands: ['set-state', 'add-entry', 'undo'],
    },
    now: () => instant(worldNow + seconds * 1000 + 1000),
    faults: shownBy(chaos),
    // Icinga tells of changes itself: nobody has to look.
    change: async () => {
      const { attrs } = held.problems[0] ?? { attrs: { __name: '' } }
      await expect.poll(() => streams.size).toBeGreaterThan(0)
      const body = JSON.stringify({ filter_vars: { wanted: attrs.__name } })
      const headers = { accept: 'application/json' }
      await getResponse(
        [...handlers],
        new Request(`${url}/v1/actions/process-check-result`, { method: 'POST', headers, body }),
      )
    },
    // It never tells anything else than a part.
    partial: () => Promise.resolve(),
    ...icingaTelling,
    close: () => Promise.resolve(source.close()),
  })
}

describeSource('icinga over MSW', tellable(whole), make)
