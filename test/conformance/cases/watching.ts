import assert from 'node:assert/strict'
import { readerOf } from '../../../src/sources/paging'
import { type Harness, isAble } from '../harness'
import { type Case, everything, inTime, type Kit, never, test } from '../kit'

/** The watched readers with their way to watch. Where none is offered, nothing can change: that is asserted. */
function watched(harness: Harness) {
  const readers = harness.offers.watched.map((facet) => ({
    facet,
    reader: readerOf(harness.source, facet) ?? assert.fail(`${facet} is offered`),
  }))
  assert.equal(isAble(harness.change), readers.length > 0, 'a backend that can change is watched, and no other')
  const watch = (reader: (typeof readers)[number]['reader'], changed: () => void) =>
    reader.watch?.(changed) ?? assert.fail('it cannot be watched')
  const change = async () => (isAble(harness.change) ? harness.change() : undefined)
  return { readers, watch, change }
}

/** Long enough for whatever was already called to have arrived. */
const settled = () => new Promise<void>((resolve) => void setTimeout(resolve, 0))

/** Milliseconds within which a change must be told, on a busy machine too. Real servers may tell in bursts. */
const soon = process.env['WATCHBILL_LIVE'] ? 20_000 : 4_000

const once = (what: string, subscribe: (changed: () => void) => () => void) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = subscribe(resolve)
  return { told: inTime(what, promise, soon), stop }
}

/** Watching says that something changed, until it is stopped. */
export const watchingCases = (kit: Kit): readonly Case[] => [
  test('watching: a change is told to every watcher, and can then be read', () =>
    kit.fresh(async (harness) => {
      const { readers, watch, change } = watched(harness)
      const read = async () =>
        JSON.stringify(
          await Promise.all(
            readers.map(({ reader }) => reader.list({}, { limit: everything }, never).then(({ items }) => items)),
          ),
        )
      const before = await read()
      const watches = readers.flatMap(({ facet, reader }) => [
        once(`the first watch on ${facet}`, (changed) => watch(reader, changed)),
        once(`the second watch on ${facet}`, (changed) => watch(reader, changed)),
      ])
      await change()
      await Promise.all(watches.map(({ told }) => told))
      assert.equal((await read()) === before, readers.length === 0, 'a change was told, and all reads as before')
      for (const { stop } of watches) stop()
    })),
  test('watching: nothing is told without a change', () =>
    kit.fresh(async (harness) => {
      const { readers, watch } = watched(harness)
      let calls = 0
      const stops = readers.map(({ reader }) => watch(reader, () => (calls += 1)))
      for (const { reader } of readers) await reader.list({}, { limit: 3 }, never)
      await settled()
      assert.equal(calls, 0)
      for (const stop of stops) stop()
    })),
  test('watching: a watch that was stopped is never told again, its neighbour is', () =>
    kit.fresh(async (harness) => {
      const { readers, watch, change } = watched(harness)
      for (const { reader, facet } of readers) {
        let calls = 0
        const stop = watch(reader, () => (calls += 1))
        const other = once(`the other watch on ${facet}`, (changed) => watch(reader, changed))
        stop()
        stop()
        await change()
        await other.told
        await settled()
        other.stop()
        assert.equal(calls, 0, `${facet} told a watch that was stopped`)
      }
    })),
]
