import assert from 'node:assert/strict'
import { toBinned } from '../../../src/domain/distribution'
import { addUp, mergeSummaries, summarise } from '../../../src/domain/summarise'
import type { Distribution, Summary, SummaryQuestion } from '../../../src/domain/summary'
import { type Case, everything, type Kit, never, promised, test, walk } from '../kit'
import type { Harness } from '../harness'
import { tallies } from '../tallies'

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

/** The source's answer with its cells in order, or undefined where it offers none and has none. */
async function told(harness: Harness, question: SummaryQuestion): Promise<Summary | undefined> {
  const reader = promised(harness, 'incidents')
  assert.equal(
    reader?.summarise !== undefined,
    harness.offers.summaries,
    'summaries are there if and only if they are offered',
  )
  if (!reader?.summarise) return undefined
  const answer = await reader.summarise(question, never)
  assert.ok(answer.asOf <= harness.now(), `asOf ${answer.asOf} is later than now`)
  return addUp(answer.summary.cells)
}

const listed = async (harness: Harness) => walk(promised(harness, 'incidents') ?? assert.fail(), {}, everything)

/** Summaries are those of the listed records, and add up. */
export const summaryCases = (kit: Kit): readonly Case[] => [
  ...tallies(kit.world).map(([name, question]) =>
    test(`summaries: ${name}`, async () => {
      const harness = await kit.shared()
      const answer = await told(harness, question)
      if (answer) assert.deepEqual(answer, reference(await listed(harness), question, answer))
    }),
  ),
  ...tallies(kit.world)
    .filter(([, question]) => question.clock !== undefined)
    .map(([name, question]) =>
      test(`summaries: two halves add up to the whole, ${name}`, async () => {
        const [left, right] = await kit.halves(false)
        const [one, other] = [await told(left, question), await told(right, question)]
        if (!one || !other) return
        const sum = mergeSummaries(one, other)
        assert.deepEqual(sum, reference(kit.world.incidents, question, sum))
      }),
    ),
]
