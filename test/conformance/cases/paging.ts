import assert from 'node:assert/strict'
import { type Facet, facetNames, type Queries } from '../../../src/domain/query/facets'
import { type Case, everything, expected, idsOf, type Kit, never, onReader, refuses, walk } from '../kit'
import { queriesByPart } from '../questions'

/** Pages of one are asked for at most this often a case: over a wire each is a request. */
const manyPages = 80

/** A query with few hits but more than one page, where there is one; the broadest one otherwise. */
function modest<F extends Facet>(kit: Kit, facet: F): Queries[F] {
  const hits = (query: Queries[F]) => expected(kit.world, facet, query).length
  const all = queriesByPart(kit.world, facet).flatMap(([, queries]) => queries)
  if (hits({}) <= manyPages) return {}
  return (
    all.filter((query) => hits(query) <= manyPages).toSorted((left, right) => hits(right) - hits(left))[0] ??
    all[0] ??
    {}
  )
}

/** A query that is not the empty one, for cursors to stray to. */
const another = <F extends Facet>(kit: Kit, facet: F): Queries[F] =>
  queriesByPart(kit.world, facet)
    .flatMap(([, queries]) => queries)
    .find((query) => expected(kit.world, facet, query).length < kit.world[facet].length) ?? {}

const ofFacet = <F extends Facet>(kit: Kit, facet: F): readonly Case[] => {
  const all = idsOf(expected(kit.world, facet, {}))
  const half = Math.ceil(all.length / 2)
  return [
    onReader(kit, facet, 'pages of one come to the end, with nothing lost or doubled', async (reader) => {
      const query = modest(kit, facet)
      assert.deepEqual(idsOf(await walk(reader, query, 1)), idsOf(expected(kit.world, facet, query)))
    }),
    onReader(kit, facet, 'pages of seven come to the end, with nothing lost or doubled', async (reader) => {
      assert.deepEqual(idsOf(await walk(reader, {}, 7)), all)
    }),
    onReader(kit, facet, 'there is no page after all have come', async (reader) => {
      for (const limit of [all.length, all.length + 1, everything]) {
        assert.deepEqual(idsOf(await walk(reader, {}, limit)), all)
        const page = await reader.list({}, { limit }, never)
        if (page.items.length === all.length) assert.equal(page.cursor, undefined, 'there is a cursor after all came')
      }
    }),
    onReader(kit, facet, 'the total is exact on every page, where it is told', async (reader) => {
      const query = another(kit, facet)
      for (const asked of [{}, query]) {
        const { total } = await reader.list(asked, { limit: 2 }, never)
        if (total !== undefined) assert.equal(total, expected(kit.world, facet, asked).length)
      }
    }),
    onReader(kit, facet, 'two readings at once do not disturb each other', async (reader) => {
      const readings = await Promise.all([
        walk(reader, {}, half),
        walk(reader, another(kit, facet), 9),
        walk(reader, {}, half),
      ])
      assert.deepEqual(idsOf(readings[0]), all)
      assert.deepEqual(idsOf(readings[2]), all)
    }),
    onReader(kit, facet, 'a page can be asked for twice', async (reader) => {
      const { cursor } = await reader.list({}, { limit: 3 }, never)
      const page = { limit: 3, ...(cursor !== undefined && { cursor }) }
      const [once, again] = [await reader.list({}, page, never), await reader.list({}, page, never)]
      assert.deepEqual(once.items, again.items)
      assert.deepEqual(idsOf(once.items), cursor === undefined ? all.slice(0, 3) : all.slice(3, 6))
    }),
    onReader(kit, facet, 'a cursor of another query is refused', async (reader, harness) => {
      const { cursor } = await reader.list({}, { limit: 1 }, never)
      if (cursor === undefined) return assert.ok(all.length <= 1, 'a first page of one has no cursor')
      await refuses(harness, `${facet} with a cursor of another query`, 'bad-response', () =>
        reader.list(another(kit, facet), { limit: 1, cursor }, never),
      )
    }),
    onReader(kit, facet, 'a cursor that was never given is refused', async (reader, harness) => {
      for (const cursor of ['nonsense', '0', '../..', 'a.1'])
        await refuses(harness, `${facet} with the cursor "${cursor}"`, 'bad-response', () =>
          reader.list({}, { limit: 1, cursor }, never),
        )
    }),
  ]
}

/** Lists come in pages that together are the list. */
export const pagingCases = (kit: Kit): readonly Case[] => facetNames.flatMap((facet) => ofFacet(kit, facet))
