import assert from 'node:assert/strict'
import { toBinned } from '../../../src/domain/distribution'
import type { Facet } from '../../../src/domain/query/facets'
import { addUp, mergeSummaries, summarise, summariseEvents } from '../../../src/domain/summarise'
import type { Distribution, EventQuestion, Summary, SummaryQuestion } from '../../../src/domain/summary'
import type { SummaryAnswer } from '../../../src/sources/contract'
import { type Case, everything, type Kit, never, offersSummaries, promised, refuses, test, walk } from '../kit'
import type { Harness } from '../harness'
import { eventTallies, tallies } from '../tallies'

/** The distribution in the form of the other: one that only summarises may tell bins. */
const inForm = (distribution: Distribution, like: Distribution | undefined): Distribution =>
  like?.kind === 'binned' ? toBinned(distribution) : distribution

/** What the incidents that the source lists add up to, in the form that the answer has. */
function reference(listed: Parameters<typeof summarise>[0], question: SummaryQuestion, like: Summary): Summary {
  const { cells } = summarise(listed, question)
  return {
    cells: cells.map((cell, index) => ({
      ...cell,
      closed: inForm(cell.closed, like.cells[index]?.closed),
      open: inForm(cell.open, like.cells[index]?.open),
    })),
  }
}

/** Whether the backend can count by all that the question names. */
function canCount(
  { counts }: Harness['offers'],
  facet: 'incidents' | 'events',
  question: SummaryQuestion | EventQuestion,
) {
  if (!counts) return true
  const known: readonly string[] = counts[facet]
  const limits: readonly unknown[] = question.query.within ?? []
  return limits.length === 0 && !('locked' in question) && question.by.every((by: string) => known.includes(by))
}

/**
 * The source's answer with its cells in order; undefined where it offers none and has none, or cannot count by that and
 * says so.
 */
async function told(
  harness: Harness,
  facet: 'incidents' | 'events',
  question: SummaryQuestion | EventQuestion,
  ask: (() => Promise<SummaryAnswer>) | undefined,
): Promise<Summary | undefined> {
  const offered = offersSummaries(harness.offers, facet)
  assert.equal(ask !== undefined, offered, 'summaries are there if and only if they are offered')
  if (!ask) return undefined
  if (!canCount(harness.offers, facet, question)) {
    await refuses(harness, `counting ${facet} by what the backend does not know`, 'unsupported', ask)
    return undefined
  }
  const answer = await ask()
  assert.ok(answer.asOf <= harness.now(), `asOf ${answer.asOf} is later than now`)
  return addUp(answer.summary.cells)
}

/** What the source says of a question about incidents. */
export function toldOfIncidents(harness: Harness, question: SummaryQuestion): Promise<Summary | undefined> {
  const reader = promised(harness, 'incidents')
  const summarise = reader?.summarise?.bind(reader)
  return told(harness, 'incidents', question, summarise && (() => summarise(question, never)))
}

/** What the source says of a question about events. */
export function toldOfEvents(harness: Harness, question: EventQuestion): Promise<Summary | undefined> {
  const reader = promised(harness, 'events')
  const summarise = reader?.summarise?.bind(reader)
  return told(harness, 'events', question, summarise && (() => summarise(question, never)))
}

const listed = async <F extends Facet>(harness: Harness, facet: F) =>
  walk(promised(harness, facet) ?? assert.fail(), {}, everything)

/** Summaries are those of the listed records, and add up. */
export const summaryCases = (kit: Kit): readonly Case[] => [
  ...tallies(kit.world).map(([name, question]) =>
    test(`summaries: ${name}`, async () => {
      const harness = await kit.shared()
      const answer = await toldOfIncidents(harness, question)
      if (answer) assert.deepEqual(answer, reference(await listed(harness, 'incidents'), question, answer))
    }),
  ),
  ...eventTallies(kit.world).map(([name, question]) =>
    test(`summaries of events: ${name}`, async () => {
      const harness = await kit.shared()
      const answer = await toldOfEvents(harness, question)
      if (answer) assert.deepEqual(answer, summariseEvents(await listed(harness, 'events'), question))
    }),
  ),
  ...tallies(kit.world)
    .filter(([, question]) => question.clock !== undefined)
    .map(([name, question]) =>
      test(`summaries: two halves add up to the whole, ${name}`, async () => {
        const [left, right] = await kit.halves(false)
        const [one, other] = [await toldOfIncidents(left, question), await toldOfIncidents(right, question)]
        if (!one || !other) return
        const sum = mergeSummaries(one, other)
        assert.deepEqual(sum, reference(kit.world.incidents, question, sum))
      }),
    ),
]
