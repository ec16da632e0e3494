import { describe, expect, it } from 'vitest'
import type { Problem } from './problem'
import { fixRates, newestFix, problemAges } from './problemRates'
import { instant } from './units'

const problem = (more: Partial<Problem>): Problem => ({
  id: 'P',
  title: 'P',
  state: 'analysing',
  workloads: [],
  factors: [],
  fixes: [],
  actions: [],
  ...more,
})
const at = (...times: readonly number[]) => times.map(instant)
const fix = (time: number) => ({ at: instant(time), what: 'done' })

describe('fixRates', () => {
  it('counts from the first incident on, up to now', () => {
    expect(fixRates(at(50, 10, 30, 90, 120), instant(60), instant(100))).toEqual({
      before: { count: 2, exposure: 50 },
      after: { count: 1, exposure: 40 },
      comparison: { verdict: 'too few to tell', n: 3, needed: 6 },
    })
  })

  it('says that a problem which came ten times comes less often', () => {
    const began = at(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
    expect(fixRates(began, instant(10), instant(20))?.comparison).toMatchObject({
      verdict: 'fewer',
      ratio: { value: 0, low: 0 },
    })
  })

  it('knows nothing of a fix to come, or of one before every incident', () => {
    expect(fixRates(at(1), instant(9), instant(5))).toBeUndefined()
    expect(fixRates(at(10), instant(9), instant(50))).toBeUndefined()
  })
})

describe('newestFix', () => {
  it('is the last declared by then', () => {
    const fixes = [fix(9), fix(3), fix(30)]
    expect(newestFix(problem({ fixes }), instant(20))?.at).toBe(9)
    expect(newestFix(problem({}), instant(20))).toBeUndefined()
  })
})

describe('problemAges', () => {
  it('counts the open ones, and what it leaves out', () => {
    const opened = instant(10)
    const told = problemAges(
      [
        problem({ opened }),
        problem({ opened, state: 'resolved', fixes: [fix(12), fix(40)] }),
        problem({ opened, state: 'resolved' }),
        problem({}),
        problem({ opened, state: 'resolved', fixes: [fix(4)] }),
        problem({ opened, state: 'fix-in-progress', fixes: [fix(30)] }),
      ],
      instant(100),
    )
    expect(told).toEqual({
      closed: { kind: 'exact', values: [30] },
      open: { kind: 'exact', values: [90, 90] },
      missing: 2,
      faults: 1,
    })
  })
})
