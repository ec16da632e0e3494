import { expect, it } from 'vitest'
import type { Improvement, Problem } from '../../../../domain/problem'
import { after, day24, duration, instant } from '../../../../domain/units'
import { improvementsAsOf, problemsAsOf } from './asOf'

const now = instant(Date.UTC(2026, 10, 1))
const day = (n: number) => after(now, duration(n * day24))
const problem: Problem = {
  id: 'PRB-1',
  title: 'Slow disks',
  state: 'resolved',
  opened: day(-90),
  workloads: [],
  factors: [],
  fixes: [
    { at: day(-5), what: 'new disks' },
    { at: day(5), what: 'newer disks' },
  ],
  actions: [
    { id: 'a', title: 'Buy', kind: 'prevent', state: 'done', due: day(-9), doneAt: day(-10) },
    { id: 'b', title: 'Watch', kind: 'detect', state: 'done', due: day(-1), doneAt: day(3) },
    { id: 'c', title: 'Tell', kind: 'learn', state: 'done' },
  ],
}

it('problems have only the fixes declared by then, and what was done later is open', () => {
  const [then, ...rest] = problemsAsOf([problem, { ...problem, id: 'PRB-2', opened: day(1) }], now)
  expect(rest).toEqual([])
  expect(then?.fixes.map(({ what }) => what)).toEqual(['new disks'])
  expect(then?.actions.map(({ id, state, doneAt }) => [id, state, doneAt])).toEqual([
    ['a', 'done', day(-10)],
    ['b', 'open', undefined],
    ['c', 'done', undefined],
  ])
})

it('improvements that came later are not there', () => {
  const improvement: Improvement = {
    id: 'I-1',
    title: 'Page less',
    from: 'review',
    state: 'done',
    created: day(-3),
    doneAt: day(2),
  }
  expect(improvementsAsOf([improvement, { ...improvement, id: 'I-2', created: day(1) }], now)).toMatchObject([
    { id: 'I-1', state: 'open' },
  ])
})
