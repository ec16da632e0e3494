import { expect, it, vi } from 'vitest'
import type { TimelineQuery } from '../domain/query/timeline'
import type { TimelineEntry } from '../domain/timeline'
import { instant } from '../domain/units'
import type { Reader } from '../sources/contract'
import { gatherEntries, mostIds } from './split'

const ids = Array.from({ length: mostIds * 2 + 5 }, (_id, index) => `I-${index}`)
/** One entry an incident, those of later incidents earlier. */
const entries = ids.map((incident, index): TimelineEntry => ({
  id: `${incident}/0`,
  incident,
  at: instant(10_000 - index),
  sequence: 0,
  kind: 'note',
}))
const call = { signal: new AbortController().signal }

function readerOf(asOf: (asked: number) => number = () => 1) {
  let asked = 0
  const list = vi.fn<Reader<TimelineEntry, TimelineQuery>['list']>((query, { limit }) => {
    const matching = entries.filter(({ incident }) => query.incidents?.includes(incident))
    const items = matching.slice(0, limit)
    return Promise.resolve({
      items,
      total: matching.length,
      asOf: instant(asOf(asked++)),
      caveats: [{ kind: 'stale', text: 'Old.' }],
      ...(items.length < matching.length && { cursor: 'next' }),
    })
  })
  return { list, get: () => Promise.resolve(undefined) }
}

it('asks for the entries of many incidents in turns, and gives them in one order', async () => {
  const reader = readerOf((asked) => 5 - asked)
  const got = await gatherEntries(reader, { incidents: ids }, 50_000, call)
  expect(reader.list.mock.calls.map(([query]) => query.incidents?.length)).toEqual([mostIds, mostIds, 5])
  expect(got.items.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toReversed())
  expect(got).toMatchObject({ complete: true, total: ids.length, asOf: 3, caveats: [{ kind: 'stale' }] })
})

it('asks once where one request can name all', async () => {
  const reader = readerOf()
  await gatherEntries(reader, { incidents: ids.slice(0, mostIds) }, 50_000, call)
  expect(reader.list).toHaveBeenCalledTimes(1)
})

it('stops at the limit, and says that it is not all', async () => {
  const reader = readerOf()
  const got = await gatherEntries(reader, { incidents: ids }, mostIds + 3, call)
  expect(got.items).toHaveLength(mostIds + 3)
  expect(got.complete).toBe(false)
  expect(got).not.toHaveProperty('total')
})
