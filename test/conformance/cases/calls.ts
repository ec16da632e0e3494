import assert from 'node:assert/strict'
import { facetNames } from '../../../src/domain/query/facets'
import { readerOf } from '../../../src/sources/paging'
import { eachFault, type Harness, isAble, type ShownFault } from '../harness'
import {
  type Case,
  everything,
  expected,
  idsOf,
  type Kit,
  never,
  offersSummaries,
  onReader,
  refuses,
  test,
  walk,
} from '../kit'
import { anyEnvelope, lawful } from '../orders'
import { question } from '../tallies'

/** Every way to ask a source something, by name. */
function asked(
  harness: Harness,
  { world }: Kit,
): readonly (readonly [string, (signal: AbortSignal) => Promise<unknown>])[] {
  const { source } = harness
  // One that the backend would carry out: what it does not take is refused before it is asked.
  const [envelope = anyEnvelope] = harness.offers.commands.flatMap((kind) => lawful(kind, world, harness.carries))
  return [
    ...facetNames.flatMap((facet) => {
      const reader = readerOf(source, facet)
      if (!reader) return []
      const list = (signal: AbortSignal) => reader.list({}, { limit: 5 }, { signal })
      const get = (signal: AbortSignal) => reader.get('anything', { signal })
      return [[`listing ${facet}`, list] as const, [`getting one of ${facet}`, get] as const]
    }),
    ...(source.readers.events?.summarise
      ? [
          [
            'counting events',
            async (signal: AbortSignal) =>
              source.readers.events?.summarise?.({ query: {}, zone: 'UTC', by: [] }, { signal }),
          ] as const,
        ]
      : []),
    ...(source.readers.incidents?.summarise
      ? [
          [
            'summarising',
            async (signal: AbortSignal) => source.readers.incidents?.summarise?.(question, { signal }),
          ] as const,
        ]
      : []),
    ...(source.commands
      ? [['sending a command', async (signal: AbortSignal) => source.commands?.send(envelope, { signal })] as const]
      : []),
  ]
}

const faultCase = (kit: Kit, fault: ShownFault): Case =>
  test(`faults: ${fault} is told as ${fault} by every call, and is over when the backend is well again`, () =>
    kit.fresh(async (harness) => {
      const provoke = harness.faults[fault]
      if (!isAble(provoke)) {
        assert.match(provoke.cannot, /\S/, `nobody says why ${fault} cannot be shown`)
        for (const facet of harness.offers.facets) await readerOf(harness.source, facet)?.get('anything', never)
        return
      }
      const heal = await provoke()
      for (const [what, ask] of asked(harness, kit)) {
        const error = await refuses(harness, what, fault, () => ask(never.signal))
        if (error.retryAfter !== undefined) assert.ok(error.retryAfter >= 0, `wait ${error.retryAfter} ms`)
      }
      await heal()
      for (const facet of harness.offers.facets) await readerOf(harness.source, facet)?.list({}, { limit: 1 }, never)
    }))

/** Calls that are called off, and calls that fail. */
export const callCases = (kit: Kit): readonly Case[] => [
  ...facetNames.flatMap((facet) => [
    onReader(kit, facet, 'a call aborted before rejects with aborted', async (reader, harness) => {
      const call = { signal: AbortSignal.abort() }
      await refuses(harness, `listing ${facet}`, 'aborted', () => reader.list({}, { limit: 5 }, call))
      await refuses(harness, `getting one of ${facet}`, 'aborted', () => reader.get('anything', call))
    }),
    onReader(
      kit,
      facet,
      'a call aborted in flight rejects with aborted, and the next one answers',
      async (reader, harness) => {
        const list = new AbortController()
        const listing = reader.list({}, { limit: everything }, list)
        list.abort()
        await refuses(harness, `listing ${facet}`, 'aborted', () => listing)
        const get = new AbortController()
        const getting = reader.get('anything', get)
        get.abort()
        await refuses(harness, `getting one of ${facet}`, 'aborted', () => getting)
        assert.deepEqual(idsOf(await walk(reader, {}, everything)), idsOf(expected(kit.world, facet, {})))
      },
    ),
  ]),
  test('incidents: counting that is called off rejects with aborted', async () => {
    const harness = await kit.shared()
    const { incidents } = harness.source.readers
    assert.equal(incidents?.summarise !== undefined, offersSummaries(harness.offers, 'incidents'))
    if (!incidents?.summarise) return
    await refuses(harness, 'counting', 'aborted', async () =>
      incidents.summarise?.(question, { signal: AbortSignal.abort() }),
    )
    const flying = new AbortController()
    const counting = incidents.summarise(question, flying)
    flying.abort()
    await refuses(harness, 'counting', 'aborted', () => counting)
  }),
  ...Object.keys(eachFault(() => ({ cannot: '' }))).map((fault) => faultCase(kit, fault as ShownFault)),
]
