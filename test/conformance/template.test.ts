import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createChaos } from '../../mocks/chaos'
import { templateHandlers } from '../../mocks/template/handlers'
import { incidentsOf, teamsOf, tellable } from '../../mocks/template/tell'
import { worldNow } from '../../mocks/world'
import type { Holdings } from '../../src/domain/query/facets'
import { formatInstant, instant } from '../../src/domain/units'
import { createEngine } from '../../src/sources/engine/engine'
import { hosted } from '../../src/sources/engine/host'
import { remoteEngine } from '../../src/sources/engine/remote'
import { readerOf } from '../../src/sources/paging'
import { openTemplate } from '../../src/sources/template/source'
import { template } from '../../src/sources/template/type'
import { describeSource } from './describeSource'
import { hostsOf } from './hosts'
import type { Harness } from './harness'
import { shownBy } from './switches'
import { smallWorld } from './world'

// One backend for each source that the kit makes, told apart by its host.
const hosts = hostsOf('template')

const facets = template.tells ?? []
const call = { signal: new AbortController().signal }
let made = 0

function make(part: Holdings): Promise<Harness> {
  const host = `h${(made += 1)}`
  const chaos = createChaos()
  let seconds = 0
  let later = 0
  let [teams, incidents] = [teamsOf(part), incidentsOf(part)]
  const now = () => instant(worldNow + later + (seconds += 1) * 1000)
  hosts.set(host, templateHandlers({ teams: () => teams, incidents: () => incidents, now, chaos }))
  const source = openTemplate(
    { url: `http://${host}.template.example` },
    { id: 'template', title: '', base: 'http://app.example/', now: () => worldNow + later },
    remoteEngine(hosted(createEngine('template')), 'template'),
  )
  return Promise.resolve({
    source,
    // All of this, and no more: the kit asserts both.
    offers: { facets, watched: facets, summaries: true, commands: [] },
    now: () => instant(worldNow + later + seconds * 1000 + 1000),
    faults: shownBy(chaos),
    // The backend does not tell of changes: it is asked again when what was read is old, and then told.
    change: async () => {
      const look = async () => {
        for (const facet of facets) await readerOf(source, facet)?.list({}, { limit: 1 }, call)
      }
      await look()
      const changed = formatInstant(now())
      incidents = incidents.map((each, index) => (index === 0 ? { ...each, title: `At ${changed}`, changed } : each))
      teams = teams.map((each) => ({ ...each, name: `At ${changed}` }))
      later += 60_000
      await look()
    },
    partial: { cannot: 'It answers with a whole page or with an error' },
    close: () => Promise.resolve(source.close()),
  })
}

describeSource('the template over MSW', tellable(smallWorld()), make)

it('stays small enough to read at once', () => {
  const folder = 'src/sources/template'
  const lines = readdirSync(folder).map(
    (name) => readFileSync(`${folder}/${name}`, 'utf8').trimEnd().split('\n').length,
  )
  expect(lines.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(200)
})
