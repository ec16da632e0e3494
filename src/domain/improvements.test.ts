import { expect, it } from 'vitest'
import { improvementGroup, improvementsInOrder } from './improvements'
import type { Improvement } from './problem'
import { instant } from './units'

const now = instant(1_000)
const wish = (over: Partial<Improvement>): Improvement => ({
  id: 'I-1',
  title: 'Rehearse it',
  from: 'review',
  state: 'open',
  ...over,
})

it.each<[Partial<Improvement>, string]>([
  [{ from: 'feedback' }, 'feedback'],
  [{ from: 'feedback', due: instant(1) }, 'feedback'],
  [{ from: 'feedback', owner: 'team:a' }, 'open'],
  [{ from: 'feedback', state: 'dropped' }, 'dropped'],
  [{}, 'open'],
  [{ due: instant(999) }, 'overdue'],
  [{ due: now }, 'open'],
  [{ due: instant(999), state: 'in-progress' }, 'overdue'],
  [{ due: instant(999), state: 'done' }, 'done'],
  [{ state: 'unknown:parked', due: instant(999) }, 'overdue'],
])('%j is %s', (over, group) => {
  expect(improvementGroup(wish(over), now)).toBe(group)
})

it('lists what nobody has taken on first, and what was done last first', () => {
  const all = [
    wish({ id: 'old', state: 'done', doneAt: instant(1) }),
    wish({ id: 'new', state: 'done', doneAt: instant(9) }),
    wish({ id: 'whenever' }),
    wish({ id: 'also whenever' }),
    wish({ id: 'due', due: instant(2_000) }),
    wish({ id: 'said', from: 'feedback' }),
    wish({ id: 'late', due: instant(1) }),
  ]
  expect(improvementsInOrder(all, now).map(({ improvement }) => improvement.id)).toEqual([
    'said',
    'late',
    'due',
    'also whenever',
    'whenever',
    'new',
    'old',
  ])
})
