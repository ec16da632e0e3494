import { expect, it } from 'vitest'
import { emptyDistribution } from '../../../../domain/distribution'
import { rulesOf } from './rules'

const cell = (rule: string, outcome: string, planned: string, count: number) => ({
  bucket: '',
  key: [rule, outcome, planned],
  count,
  closed: emptyDistribution,
  open: emptyDistribution,
  missing: 0,
  faults: 0,
})

it('calls a rule noisy when it fires often and is seldom escalated; planned events are no noise', () => {
  const cells = [
    cell('chatty', 'ignored', 'no', 19),
    cell('chatty', 'escalated', 'no', 1),
    cell('useful', 'escalated', 'no', 30),
    cell('drill', 'ignored', 'yes', 50),
    cell('rare', 'ignored', 'no', 9),
    cell('silent', '', 'no', 40),
  ]
  const rules = rulesOf({ cells })
  expect(rules.map(({ rule, noisy }) => [rule, noisy])).toEqual([
    ['chatty', true],
    ['drill', false],
    ['silent', false],
    ['useful', false],
    ['rare', false],
  ])
  expect(rules[0]).toMatchObject({ total: 20, outcomes: { ignored: 19, escalated: 1 }, planned: 0 })
  expect(rules[1]).toMatchObject({ total: 50, outcomes: { ignored: 0 }, planned: 50 })
})
