import assert from 'node:assert/strict'
import type { Holdings } from '../../src/domain/query/facets'
import { answerCases } from './cases/answers'
import { callCases } from './cases/calls'
import { commandCases } from './cases/commands'
import { mergingCases } from './cases/merging'
import { offerCases } from './cases/offers'
import { pagingCases } from './cases/paging'
import { queryCases } from './cases/queries'
import { behindCases } from './cases/behind'
import { summaryCases } from './cases/summaries'
import { undoingCases } from './cases/undoing'
import { watchingCases } from './cases/watching'
import type { Make } from './harness'
import { type Case, kitOf, test } from './kit'

/**
 * Every demand on a source, as a plain list: a test runner registers it, and wrong sources are run through it. The cases
 * share what they may and are to be run in order; the last one closes it.
 */
export function cases(world: Holdings, make: Make): readonly Case[] {
  const kit = kitOf(world, make)
  const all = [
    ...offerCases(kit),
    ...queryCases(kit),
    ...pagingCases(kit),
    ...answerCases(kit),
    ...callCases(kit),
    ...summaryCases(kit),
    ...behindCases(kit),
    ...mergingCases(kit),
    ...watchingCases(kit),
    ...commandCases(kit),
    ...undoingCases(kit),
  ]
  return [
    ...all,
    test('source: closes', async () => {
      await kit.close()
      assert.equal(new Set(all.map(({ name }) => name)).size, all.length, 'two cases have one name')
    }),
  ]
}
