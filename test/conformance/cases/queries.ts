import assert from 'node:assert/strict'
import { type Facet, facetNames, type Queries } from '../../../src/domain/query/facets'
import { type Case, everything, expected, idsOf, type Kit, onReader, walk } from '../kit'
import { combinations, queriesByPart } from '../questions'

const asking = <F extends Facet>(kit: Kit, facet: F, name: string, queries: readonly Queries[F][]): Case =>
  onReader(kit, facet, name, async (reader) => {
    for (const query of queries) {
      const told = idsOf(await walk(reader, query, everything))
      assert.deepEqual(told, idsOf(expected(kit.world, facet, query)), `asked for ${JSON.stringify(query)}`)
    }
  })

/** Texts that show whether case, order of words and signs with a meaning elsewhere are treated right. */
function texts(kit: Kit, facet: Facet): readonly string[] {
  const [record] = kit.world[facet].slice(-1)
  const name =
    record &&
    ('name' in record ? record.name : 'title' in record ? record.title : ('text' in record && record.text) || record.id)
  const words = String(name ?? 'x')
    .split(/\s+/)
    .filter(Boolean)
  return [
    words.join(' ').toUpperCase(),
    words.toReversed().join('  '),
    words.map((word) => word.slice(0, 3)).join(' '),
    `${words[0] ?? ''} no-record-has-this`,
    '   ',
    '.*',
    '%',
    '_',
    '(',
    "'; --",
    '\\',
  ]
}

const ofFacet = <F extends Facet>(kit: Kit, facet: F): readonly Case[] => [
  onReader(kit, facet, 'lists every record as it is, in order', async (reader) => {
    assert.deepEqual(await walk(reader, {}, everything), expected(kit.world, facet, {}))
  }),
  ...queriesByPart(kit.world, facet).map(([part, queries]) => asking(kit, facet, `filters by ${part}`, queries)),
  asking(kit, facet, 'all parts of a query must hold', combinations(kit.world, facet, 12)),
  ...(queriesByPart(kit.world, facet).some(([part]) => part === 'text')
    ? [
        asking(
          kit,
          facet,
          'a text means words in any order and any case, and no patterns',
          texts(kit, facet).map((text) => ({ text })),
        ),
      ]
    : []),
]

/** Every query means what the domain says, and comes in its order. */
export const queryCases = (kit: Kit): readonly Case[] => facetNames.flatMap((facet) => ofFacet(kit, facet))
