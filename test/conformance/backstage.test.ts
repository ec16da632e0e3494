import { backstageHandlers } from '../../mocks/backstage/handlers'
import { processed, refOf } from '../../mocks/backstage/process'
import { entitiesOf } from '../../mocks/backstage/tell'
import { tellable } from '../../mocks/backstage/told'
import { createChaos } from '../../mocks/chaos'
import { worldNow } from '../../mocks/world'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { openBackstage } from '../../src/sources/backstage/source'
import type { WireEntity } from '../../src/sources/backstage/wire'
import { createEngine } from '../../src/sources/engine/engine'
import { hosted } from '../../src/sources/engine/host'
import { remoteEngine } from '../../src/sources/engine/remote'
import { readerOf } from '../../src/sources/paging'
import { describeSource } from './describeSource'
import { hostsOf } from './hosts'
import type { Harness } from './harness'
import { shownBy } from './switches'
import { smallWorld } from './world'

const hosts = hostsOf('backstage')

const world = smallWorld()
const raw = entitiesOf(world)
const told = processed([...raw.values()])
const ids = [...raw.keys()]
const facets = ['workloads', 'activities', 'assignments', 'parties'] as const
let made = 0

function make(part: Holdings): Promise<Harness> {
  const host = `h${(made += 1)}`
  const chaos = createChaos()
  let seconds = 0
  let later = 0
  const now = () => instant(worldNow + (seconds += 1) * 1000)
  const kept = new Set([...part.workloads, ...part.parties].map(({ id }) => id))
  let entities: readonly WireEntity[] = told.filter((_, index) => kept.has(ids[index] ?? ''))
  // A half of the world lists a half of the owners: the others exist all the same.
  const known = new Set(told.map(refOf))
  hosts.set(host, backstageHandlers({ entities: () => entities, known, now, chaos }))
  const source = openBackstage(
    { url: `http://${host}.backstage.example/api/catalog` },
    { id: 'backstage', title: '', base: 'http://app.example/', now: () => worldNow + later },
    remoteEngine(hosted(createEngine('backstage')), 'backstage'),
  )
  return Promise.resolve({
    source,
    offers: { facets, watched: facets, summaries: false, commands: [] },
    now: () => instant(worldNow + seconds * 1000 + 1000),
    faults: shownBy(chaos),
    // The catalogue does not tell of changes: what is looked at is asked for again when it is old, and then told.
    change: async () => {
      const look = async () => {
        for (const facet of facets)
          await readerOf(source, facet)?.list({}, { limit: 1 }, { signal: new AbortController().signal })
      }
      await look()
      entities = entities.map((each) => ({ ...each, metadata: { ...each.metadata, title: `Changed at ${later}` } }))
      later += 180_000
      await look()
    },
    partial: { cannot: 'The catalogue answers with a whole page or with an error' },
    close: () => Promise.resolve(source.close()),
  })
}

describeSource('backstage over MSW', tellable(world), make)
