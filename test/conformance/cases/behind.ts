import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  behind,
  dimensions,
  eventDimensions,
  type SummaryCell,
  type SummaryQuestion,
} from '../../../src/domain/summary'
import { buckets } from '../../../src/domain/time/buckets'
import { instant } from '../../../src/domain/units'
import { reckonings } from '../limits'
import { type Case, everything, type Kit, promised, test, walk } from '../kit'
import { toldOfEvents, toldOfIncidents } from './summaries'

/** Steps of one walk: each asks for a summary and opens some of its cells. */
const steps = 12
/** Cells that are opened of each. */
const opened = 3

/** Questions drawn at random, always the same ones. */
const questions = (kit: Kit): readonly SummaryQuestion[] =>
  fc.sample(
    fc
      .tuple(
        fc.constantFrom(...reckonings(kit.world)),
        fc.uniqueArray(fc.constantFrom(...dimensions), { minLength: 1, maxLength: 2 }),
        fc.constantFrom(undefined, 'day', 'week', 'month'),
      )
      .map(([reckoning, by, bucket]) => ({ query: {}, by, ...reckoning, ...(bucket && { bucket }) })),
    { seed: 31, numRuns: steps },
  )

/** The cells that a reader would open: the largest, and some of the others. */
const someOf = (cells: readonly SummaryCell[]): readonly SummaryCell[] =>
  cells
    .toSorted((left, right) => right.count - left.count)
    .filter((_, index) => index % Math.ceil(cells.length / opened) === 0)

/** The time that a cell's bucket spans; undefined where the question has none. */
function spanOf({ world }: Kit, { bucket: size, zone }: SummaryQuestion, { bucket }: SummaryCell) {
  if (size === undefined || size === 'instant') return undefined
  const moments = world.incidents.map(({ opened }) => opened)
  const all = buckets(instant(Math.min(...moments)), instant(Math.max(...moments) + 1), size, zone)
  const found = all.find(({ label }) => label === bucket) ?? assert.fail(`no bucket ${bucket} of ${size} in ${zone}`)
  return { from: found.start, to: found.end }
}

const keyed = (by: readonly string[], { key }: SummaryCell): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(by.map((each, index) => [each, [key[index] ?? '']]))

/** Behind every count stand as many records. */
export const behindCases = (kit: Kit): readonly Case[] => [
  test('counts: as many incidents are listed behind a cell as it counts, on a walk at random', async () => {
    const harness = await kit.shared()
    const reader = promised(harness, 'incidents')
    if (!reader?.summarise || harness.offers.counts) return
    for (const question of questions(kit)) {
      const summary = (await toldOfIncidents(harness, question)) ?? assert.fail()
      for (const cell of someOf(summary.cells)) {
        const query = behind(question, keyed(question.by, cell), spanOf(kit, question, cell))
        const records: readonly unknown[] = await walk(reader, query, everything)
        assert.equal(records.length, cell.count, `behind ${JSON.stringify([question.by, cell.bucket, cell.key])}`)
      }
    }
  }),
  ...eventDimensions.map((by) =>
    test(`counts: as many events are listed behind a cell as it counts, by ${by}`, async () => {
      const harness = await kit.shared()
      const reader = promised(harness, 'events')
      if (!reader?.summarise || harness.offers.counts) return
      const summary = (await toldOfEvents(harness, { query: {}, zone: 'UTC', by: [by] })) ?? assert.fail()
      for (const cell of someOf(summary.cells)) {
        const query = { within: [{ by, values: cell.key }] }
        const records: readonly unknown[] = await walk(reader, query, everything)
        assert.equal(records.length, cell.count, `behind ${by} ${cell.key.join()}`)
      }
    }),
  ),
]
