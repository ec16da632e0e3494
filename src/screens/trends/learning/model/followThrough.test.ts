import { expect, it } from 'vitest'
import type { Party } from '../../../../domain/ownership'
import type { Action, Improvement, Problem } from '../../../../domain/problem'
import { after, day24, duration, instant } from '../../../../domain/units'
import { ageCurve, byOwner, followThrough } from './followThrough'

const now = instant(1000 * day24)
const ago = (days: number) => after(now, duration(-days * day24))
const action = (id: string, more: Partial<Action>): Action => ({
  id,
  title: id,
  kind: 'prevent',
  state: 'open',
  ...more,
})
const problem = (actions: readonly Action[]): Problem => ({
  id: 'PRB-1',
  title: 'Problem',
  state: 'analysing',
  opened: ago(100),
  workloads: [],
  factors: [],
  fixes: [],
  actions,
})
const idea: Improvement = { id: 'IMP-1', title: 'Idea', from: 'feedback', state: 'open', created: ago(400) }
const person = (id: string, active: boolean): Party => ({
  type: 'person',
  id,
  name: id,
  teams: [],
  active,
  contacts: [],
  tags: [],
})
const parties = [person('person:here', true), person('person:gone', false)]
const found = followThrough(
  [
    problem([
      action('a', { owner: 'person:here', due: ago(1) }),
      action('b', { owner: 'person:gone' }),
      action('c', { owner: 'person:nobody-knows' }),
      action('d', {}),
      action('e', { state: 'done', due: ago(5) }),
    ]),
  ],
  [idea, { ...idea, id: 'IMP-2', owner: 'person:here' }],
  parties,
  now,
)

it('tells ideas from commitments, and what is late or orphaned', () => {
  expect(found.ideas.map(({ key }) => key)).toEqual(['IMP-1'])
  expect(found.commitments.map(({ key }) => key)).toEqual(['PRB-1 a', 'PRB-1 b', 'PRB-1 c', 'PRB-1 d', 'IMP-2'])
  expect(found.overdue.map(({ key }) => key)).toEqual(['PRB-1 a'])
  expect(found.orphaned.map(([why, { key }]) => [why, key])).toEqual([
    ['left', 'PRB-1 b'],
    ['unknown', 'PRB-1 c'],
    ['nobody', 'PRB-1 d'],
  ])
})

it('draws the open ages, and adds up by owner', () => {
  expect(ageCurve(found.commitments, now)).toEqual([5, 5, 5, 1, 1])
  expect(byOwner(found)[0]).toEqual({ owner: 'person:here', open: 2, overdue: 1 })
})
