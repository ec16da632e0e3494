import assert from 'node:assert/strict'
import { type Facet, facetNames, type Queries, type Records } from '../../../src/domain/query/facets'
import { merge, type Part } from '../../../src/sources/merge'
import { type Case, everything, expected, type Kit, never, promised, test, walk } from '../kit'
import type { Harness } from '../harness'
import { combinations } from '../questions'

/** What a source answers: its first page with a limit, else everything. */
async function part<F extends Facet>(
  harness: Harness,
  facet: F,
  query: Queries[F],
  limit: number | undefined,
): Promise<Part<Records[F]> | undefined> {
  const reader = promised(harness, facet)
  if (!reader) return undefined
  const { items, cursor, total, asOf, caveats } = await reader.list(query, { limit: limit ?? everything }, never)
  return {
    source: harness.source.id,
    items: limit === undefined ? await walk(reader, query, everything) : items,
    complete: limit === undefined || cursor === undefined,
    asOf,
    caveats,
    pending: false,
    ...(total !== undefined && { total }),
  }
}

const ofFacet = <F extends Facet>(kit: Kit, facet: F): readonly Case[] => {
  const together = async (query: Queries[F], overlap: boolean, limit?: number) => {
    const [left, right] = await kit.halves(overlap)
    const parts = await Promise.all([part(left, facet, query, limit), part(right, facet, query, limit)])
    const [one, other] = parts
    return one && other && merge(facet, query, [one, other])
  }
  return [
    test(`${facet}: a world split between two sources merges to the world`, async () => {
      for (const query of [{}, ...combinations(kit.world, facet, 4)]) {
        const picture = await together(query, true)
        if (!picture) return
        assert.deepEqual(picture.items, expected(kit.world, facet, query))
        assert.deepEqual(picture.disagreements, [])
        assert.equal(picture.total, picture.items.length)
      }
    }),
    test(`${facet}: the first pages of two sources merge to the beginning of the world`, async () => {
      const picture = await together({}, false, 6)
      if (!picture) return
      const world = expected(kit.world, facet, {})
      assert.deepEqual(picture.items, world.slice(0, picture.items.length))
      assert.ok(picture.items.length >= Math.min(6, world.length))
      if (picture.total !== undefined) assert.equal(picture.total, world.length)
    }),
  ]
}

/** Sources that hold a part each make one picture. */
export const mergingCases = (kit: Kit): readonly Case[] => facetNames.flatMap((facet) => ofFacet(kit, facet))
