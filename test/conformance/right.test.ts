import { describe, expect, it } from 'vitest'
import { worldNow } from '../../mocks/world'
import { facetNames, type Holdings } from '../../src/domain/query/facets'
import { createEngine } from '../../src/sources/engine/engine'
import { gathered } from '../../src/sources/engine/gathered'
import { hosted } from '../../src/sources/engine/host'
import { remoteEngine } from '../../src/sources/engine/remote'
import { readerOf } from '../../src/sources/paging'
import type { Source } from '../../src/sources/contract'
import { cases } from './cases'
import { describeSource } from './describeSource'
import { cannotFault, type Harness } from './harness'
import { expected } from './kit'
import { memory } from './memory'
import { queriesByPart } from './questions'
import { smallWorld, traits } from './world'

const world = smallWorld()

describe('the kit', () => {
  it('has at least 100 cases, each with a name of its own', () => {
    const names = cases(world, memory).map(({ name }) => name)
    expect(names.length).toBeGreaterThanOrEqual(100)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(Object.entries(traits(worldNow)))('has an incident that %s', (_name, has) => {
    expect(world.incidents.filter(has)).not.toEqual([])
  })

  it.each(facetNames)('asks queries of %s that leave some records out and some in', (facet) => {
    const blunt = queriesByPart(world, facet).flatMap(([part, queries]) => {
      const hits = queries.map((query) => expected(world, facet, query).length)
      return part === 'order' || hits.some((count) => count > 0 && count < world[facet].length) ? [] : [part]
    })
    expect(blunt).toEqual([])
  })
})

/** What is left of a source that can only list and get, and stands still. */
function listOnly({ source }: Harness): Source {
  const bare = facetNames.map((facet) => {
    const reader = readerOf(source, facet)
    return [facet, reader && { list: reader.list.bind(reader), get: reader.get.bind(reader) }]
  })
  const { commands: _commands, ...rest } = source
  return { ...rest, snapshot: true, readers: Object.fromEntries(bare) }
}

const inProcess = () => remoteEngine(hosted(createEngine('memory')), 'memory')
const still = () => 0

async function overSnapshot(part: Holdings): Promise<Harness> {
  const harness = await memory(part)
  const source = gathered(listOnly(harness), inProcess(), { now: still, pageSize: 40 })
  return {
    ...harness,
    source,
    offers: { ...harness.offers, watched: [], commands: [] },
    change: { cannot: 'A snapshot stands still.' },
    close: async () => source.close(),
  }
}

async function overLive(part: Holdings): Promise<Harness> {
  const harness = await memory(part)
  const source = gathered(harness.source, inProcess(), { now: still, pageSize: 40 })
  return { ...harness, source, close: async () => source.close() }
}

async function ownershipOnly(part: Holdings): Promise<Harness> {
  const harness = await memory(part, { facets: ['workloads', 'activities', 'assignments', 'parties'] })
  const { commands: _commands, ...source } = harness.source
  return {
    ...harness,
    source,
    offers: { ...harness.offers, summaries: false, commands: [] },
    faults: cannotFault('It is in memory.'),
    partial: { cannot: 'It has no incidents.' },
  }
}

describeSource('an engine in process', world, (part) => memory(part))
describeSource('an engine behind a message channel', world, (part) => memory(part, { channel: true }))
describeSource('a gathered snapshot', world, overSnapshot)
describeSource('a gathered source that changes', world, overLive)
describeSource('a source that has ownership only', world, ownershipOnly)
