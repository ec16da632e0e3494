import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryArbitraries, recordArbitraries } from '../../../test/conformance/arbitrary'
import { type Facet, facetNames, facetRules, type Queries, type Records } from '../../domain/query/facets'
import { SourceError } from '../contract'
import { createEngine, type Engine } from './engine'

/** What the domain says: of records with one id the last counts. */
function expected<F extends Facet>(facet: F, records: readonly Records[F][], query: Queries[F]): readonly Records[F][] {
  const rules = facetRules[facet]
  const latest = new Map(records.map((record) => [rules.id(record), record]))
  return [...latest.values()].filter(rules.matcher(query)).toSorted(rules.comparer(query))
}

function everyPage<F extends Facet>(engine: Engine, facet: F, query: Queries[F], limit: number): Records[F][] {
  const items: Records[F][] = []
  const totals = new Set<number>()
  let cursor: string | undefined
  do {
    const page = engine.list(facet, query, { limit, ...(cursor !== undefined && { cursor }) })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    items.push(...page.items)
    cursor = page.cursor
    totals.add(page.total)
  } while (cursor !== undefined)
  expect([...totals]).toEqual([items.length])
  return items
}

const parity = <F extends Facet>(facet: F) =>
  fc.assert(
    fc.property(
      fc.array(recordArbitraries[facet], { maxLength: 60 }),
      fc.array(recordArbitraries[facet], { maxLength: 6 }),
      fc.array(queryArbitraries[facet], { minLength: 1, maxLength: 3 }),
      (loaded, changed, queries) => {
        const engine = createEngine('own')
        engine.put(facet, loaded)
        for (const query of queries) expect(everyPage(engine, facet, query, 7)).toEqual(expected(facet, loaded, query))
        engine.put(facet, changed)
        const all = [...loaded, ...changed]
        for (const query of queries) expect(everyPage(engine, facet, query, 1)).toEqual(expected(facet, all, query))
      },
    ),
    { seed: 7, numRuns: 250 },
  )

const sampleOf = <F extends Facet>(facet: F): readonly Records[F][] =>
  fc.sample<Records[F]>(recordArbitraries[facet], { seed: 3, numRuns: 20 })

describe('engine', () => {
  it.each(facetNames)('answers every query of %s as the domain does, before and after a change', (facet) => {
    parity(facet)
  })

  it.each(facetNames)('drops what is not put anew of %s, and answers as if it had never been', (facet) => {
    const records = sampleOf(facet)
    const engine = createEngine('own')
    engine.put(facet, records)
    everyPage(engine, facet, {}, 7)
    const kept = records.filter(({ id }) => id === 'a' || id === 'c')
    engine.begin(facet)
    engine.put(facet, kept)
    engine.settle(facet)
    expect(everyPage(engine, facet, {}, 7)).toEqual(expected(facet, kept, {}))
    engine.put(facet, records)
    expect(everyPage(engine, facet, {}, 7)).toEqual(expected(facet, records, {}))
  })

  it.each(facetNames)('drops what is named of %s, and only that', (facet) => {
    const records = sampleOf(facet)
    const engine = createEngine('own')
    engine.put(facet, records)
    everyPage(engine, facet, {}, 7)
    engine.remove(facet, ['a', 'nobody'])
    const kept = records.filter(({ id }) => id !== 'a')
    expect(everyPage(engine, facet, {}, 7)).toEqual(expected(facet, kept, {}))
    expect(engine.get(facet, 'a')).toBeUndefined()
    engine.remove(facet, [])
    expect(everyPage(engine, facet, {}, 3)).toEqual(expected(facet, kept, {}))
  })

  it.each(facetNames)('gets each of %s by its id, and nothing for an unknown one', (facet) => {
    const records = sampleOf(facet)
    const engine = createEngine('own')
    engine.put(facet, records)
    for (const record of records)
      expect(engine.get(facet, record.id)).toEqual(records.findLast(({ id }) => id === record.id))
    expect(engine.get(facet, 'nobody')).toBeUndefined()
  })
})

describe('engine with many incidents', () => {
  const shapes = fc.sample(recordArbitraries.incidents, { seed: 9, numRuns: 100 })
  const many = Array.from({ length: 3_000 }, (_, index) => ({ ...shapes[index % 100]!, id: `i${index}` }))

  it.each(['ledger', 'card ledger', 'i29', 'nobody'])('finds the text %j as the domain does', (text) => {
    const engine = createEngine('own')
    engine.put('incidents', many)
    const query = { text, order: 'severity' } as const
    expect(everyPage(engine, 'incidents', query, 500)).toEqual(expected('incidents', many, query))
  })
})

describe('cursors of the engine', () => {
  const incidents = fc.sample(recordArbitraries.incidents, { seed: 5, numRuns: 40 })
  const filled = () => {
    const engine = createEngine('own')
    engine.put('incidents', incidents)
    return engine
  }
  const refusal = (work: () => unknown): unknown => {
    try {
      return work()
    } catch (error) {
      return error
    }
  }
  const isRefused = (work: () => unknown) => {
    const error = refusal(work)
    expect(error).toBeInstanceOf(SourceError)
    expect(error).toMatchObject({ fault: 'bad-response', source: 'own' })
  }

  it.each(['', 'nonsense', 'a.b.c', '../1', `${'9'.repeat(300)}`])('refuses %j', (cursor) => {
    isRefused(() => filled().list('incidents', {}, { limit: 5, cursor }))
  })

  it('refuses one of another query or another facet', () => {
    const engine = filled()
    const { cursor = '' } = engine.list('incidents', {}, { limit: 5 })
    isRefused(() => engine.list('incidents', { order: 'oldest' }, { limit: 5, cursor }))
    isRefused(() => engine.list('problems', {}, { limit: 5, cursor }))
  })

  it('takes one for a query that means the same', () => {
    const engine = filled()
    const { cursor = '' } = engine.list('incidents', {}, { limit: 5 })
    expect(engine.list('incidents', { states: [], text: '' }, { limit: 5, cursor }).items).toHaveLength(5)
  })

  it('refuses one from before a change, and from before everything was forgotten', () => {
    const engine = filled()
    const { cursor = '' } = engine.list('incidents', {}, { limit: 5 })
    engine.put('incidents', incidents.slice(0, 1))
    isRefused(() => engine.list('incidents', {}, { limit: 5, cursor }))
    engine.clear()
    engine.put('incidents', incidents)
    isRefused(() => engine.list('incidents', {}, { limit: 5, cursor }))
  })
})

describe('search of the engine', () => {
  const engine = createEngine('own')
  engine.put('workloads', [{ id: 'ledger', name: 'Ledger', tags: [] }])
  engine.put('parties', [
    { type: 'team', id: 'team:ledger', name: 'Ledger team', contacts: [], tags: [] },
    { type: 'person', id: 'person:ozturk', name: 'Gül Öztürk', teams: [], contacts: [], tags: [] },
    { type: 'person', id: 'person:ivan', name: 'Иван Петров', teams: [], contacts: [], tags: [] },
  ])

  it('finds by title and by id, the shorter title first', () => {
    expect(engine.search('ledg', 5)).toEqual([
      { facet: 'workloads', id: 'ledger', title: 'Ledger' },
      { facet: 'parties', id: 'team:ledger', title: 'Ledger team' },
    ])
    expect(engine.search('person ozt', 5).map(({ id }) => id)).toEqual(['person:ozturk'])
  })

  it('reads over accents and knows other scripts', () => {
    expect(engine.search('gul ozturk', 5).map(({ id }) => id)).toEqual(['person:ozturk'])
    expect(engine.search('петр', 5).map(({ id }) => id)).toEqual(['person:ivan'])
  })

  it('takes words in any order and gives at most what was asked for', () => {
    expect(engine.search('team ledger', 5)[0]?.id).toBe('team:ledger')
    expect(engine.search('ledger', 1)).toHaveLength(1)
  })

  it('finds nothing in nothing', () => {
    expect(engine.search('  ', 5)).toEqual([])
    expect(engine.search('?!', 5)).toEqual([])
    expect(engine.search('zzzz', 5)).toEqual([])
  })

  it('knows what was added since', () => {
    engine.put('problems', [
      { id: 'PRB-9', title: 'Slow disks', state: 'identified', workloads: [], factors: [], fixes: [], actions: [] },
    ])
    expect(engine.search('prb-9', 5)[0]?.title).toBe('Slow disks')
  })
})
