import assert from 'node:assert/strict'
import { type Facet, facetNames } from '../../../src/domain/query/facets'
import type { Caveat } from '../../../src/sources/contract'
import { type Case, everything, expected, type Kit, never, onReader, promised, test, walk } from '../kit'
import { isAble } from '../harness'

/** What travels between threads and into caches without loss: plain objects, arrays, texts, finite numbers, booleans. */
function plain(value: unknown, path: string): void {
  if (typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number') return assert.ok(Number.isFinite(value), `${path} is ${value}`)
  assert.equal(typeof value, 'object', `${path} is ${String(value)}: leave out what is not recorded`)
  assert.notEqual(value, null, `${path} is null: leave out what is not recorded`)
  const prototype: unknown = Object.getPrototypeOf(value)
  assert.ok(prototype === Object.prototype || prototype === Array.prototype, `${path} is not plain data`)
  for (const [key, inner] of Object.entries(value as object)) plain(inner, `${path}.${key}`)
}

const caveatKinds: readonly Caveat['kind'][] = [
  'partial',
  'set-aside',
  'truncated',
  'inferred',
  'zone-assumed',
  'stale',
]
const early = Date.UTC(2000, 0, 1)

const oddIds = ['nobody-knows-this', 'no/such?id#here', '%', '..', '__proto__', ' ']

const ofFacet = <F extends Facet>(kit: Kit, facet: F): readonly Case[] => [
  onReader(kit, facet, 'an unknown id is nothing, not an error', async (reader) => {
    for (const id of oddIds) assert.equal(await reader.get(id, never), undefined, `asked for "${id}"`)
  }),
  onReader(kit, facet, 'a record got by id is the one that is listed', async (reader) => {
    const wanted = expected(kit.world, facet, {})
    const step = Math.max(1, Math.floor(wanted.length / 15))
    for (const record of wanted.filter((_, index) => index % step === 0))
      assert.deepEqual(await reader.get(record.id, never), record)
  }),
  onReader(kit, facet, 'records are plain data without undefined values', async (reader) => {
    for (const record of await walk(reader, {}, everything)) plain(record, `${facet} ${record.id}`)
  }),
  onReader(kit, facet, 'answers say when they were true, and that does not run backwards', async (reader, harness) => {
    const first = await reader.list({}, { limit: 2 }, never)
    const second = await reader.list({}, { limit: 2 }, never)
    for (const { asOf } of [first, second]) {
      assert.ok(Number.isInteger(asOf) && asOf >= early, `asOf ${asOf} is no moment`)
      assert.ok(asOf <= harness.now(), `asOf ${asOf} is later than the backend's now, ${harness.now()}`)
    }
    assert.ok(second.asOf >= first.asOf, `asOf went back from ${first.asOf} to ${second.asOf}`)
  }),
  onReader(kit, facet, 'caveats are of a known kind and say something', async (reader) => {
    const { caveats } = await reader.list({}, { limit: everything }, never)
    for (const { kind, text, count } of caveats) {
      assert.ok(caveatKinds.includes(kind), `${kind} is no kind of caveat`)
      assert.match(text, /\S/)
      if (count !== undefined) assert.ok(Number.isInteger(count) && count >= 0, `${count} records`)
    }
  }),
]

const isPartial = ({ kind }: Caveat) => kind === 'partial' || kind === 'truncated'

/** What a single answer owes. */
export const answerCases = (kit: Kit): readonly Case[] => [
  ...facetNames.flatMap((facet) => ofFacet(kit, facet)),
  test('incidents: a partial answer says so, a whole one does not', () =>
    kit.fresh(async (harness) => {
      const reader = promised(harness, 'incidents')
      if (!reader) return
      if (!isAble(harness.partial)) {
        assert.match(harness.partial.cannot, /\S/)
        const { caveats } = await reader.list({}, { limit: everything }, never)
        return assert.deepEqual(caveats.filter(isPartial), [], 'all is there, yet the answer is called partial')
      }
      await harness.partial()
      const { caveats } = await reader.list({}, { limit: everything }, never)
      assert.ok(caveats.some(isPartial), 'a part is missing, and the answer does not say so')
    })),
]
