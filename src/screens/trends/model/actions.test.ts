import { describe, expect, it } from 'vitest'
import { instant } from '../../../domain/units'
import { actionsFigure, judge, type Work } from './actions'

const range = { from: instant(100), to: instant(300), now: instant(250) }
const work = (key: string, more: Partial<Work>): Work => ({ key, title: key, state: 'open', ...more })

describe('judge', () => {
  it('takes what was due in the range and before now, and leaves out what cannot be judged', () => {
    const { onTime, late, out } = judge(
      [
        work('in time', { state: 'done', due: instant(200), doneAt: instant(200) }),
        work('too late', { state: 'done', due: instant(200), doneAt: instant(201) }),
        work('not done', { due: instant(240) }),
        work('not due yet', { due: instant(260) }),
        work('of another range', { due: instant(99) }),
        work('without a date', {}),
        work('dropped', { state: 'dropped', due: instant(200) }),
        work('nobody knows when', { state: 'done', due: instant(200) }),
      ],
      range,
    )
    expect([onTime, late, out].map((each) => each.map(({ key }) => key))).toEqual([
      ['in time'],
      ['too late', 'not done'],
      ['dropped', 'nobody knows when'],
    ])
  })
})

describe('actionsFigure', () => {
  it('gives no share of nothing, and no arrow without an interval', () => {
    const none = judge([], range)
    expect(actionsFigure(none, none)).toMatchObject({ value: 'not available' })
    const one = judge([work('late', { due: instant(200) })], range)
    expect(actionsFigure(one, one)).toMatchObject({ value: '0\u00a0%', basis: ['0 of 1 due', 'none left out'] })
    expect(actionsFigure(one, one).verdict).not.toHaveProperty('direction')
  })
})
