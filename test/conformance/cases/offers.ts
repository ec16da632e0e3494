import assert from 'node:assert/strict'
import { facetNames } from '../../../src/domain/query/facets'
import { contractVersion } from '../../../src/sources/contract'
import { readerOf } from '../../../src/sources/paging'
import { type Case, type Kit, offersSummaries, promised, test } from '../kit'

/** What is there is offered, what is not is absent: never a reader that throws. */
export const offerCases = (kit: Kit): readonly Case[] => [
  test('source: names itself and the contract it was written for', async () => {
    const { source } = await kit.shared()
    assert.equal(source.contract, contractVersion)
    assert.match(source.id, /\S/)
    assert.match(source.title, /\S/)
  }),
  test('source: has no readers but those of facets', async () => {
    const { source } = await kit.shared()
    const strangers = Object.keys(source.readers).filter((name) => !facetNames.some((facet) => facet === name))
    assert.deepEqual(strangers, [])
  }),
  ...facetNames.map((facet) =>
    test(`${facet}: the reader is there if and only if it is offered`, async () => {
      const harness = await kit.shared()
      const reader = promised(harness, facet)
      assert.equal(typeof reader?.list, reader ? 'function' : 'undefined')
      assert.equal(typeof reader?.get, reader ? 'function' : 'undefined')
    }),
  ),
  ...facetNames.map((facet) =>
    test(`${facet}: can be watched if and only if that is offered`, async () => {
      const { source, offers } = await kit.shared()
      assert.equal(typeof readerOf(source, facet)?.watch, offers.watched.includes(facet) ? 'function' : 'undefined')
    }),
  ),
  ...facetNames.map((facet) =>
    test(`${facet}: has summaries if and only if they are offered for it`, async () => {
      const { source, offers } = await kit.shared()
      const offered = offersSummaries(offers, facet)
      assert.equal(typeof readerOf(source, facet)?.summarise, offered ? 'function' : 'undefined')
    }),
  ),
  test('commands: are taken if and only if they are offered', async () => {
    const { source, offers } = await kit.shared()
    assert.deepEqual(source.commands?.takes.toSorted() ?? [], offers.commands.toSorted())
  }),
]
