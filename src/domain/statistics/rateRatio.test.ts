import { describe, expect, it } from 'vitest'
import { randomOf } from './random'
import { compareRates, shareInterval } from './rateRatio'

describe('shareInterval', () => {
  // The table of exact 95 % limits that statistics books print; ends by hand: 1 − 0.025^(1/n).
  it.each([
    [0, 10, 0, 1 - 0.025 ** 0.1],
    [10, 10, 0.025 ** 0.1, 1],
    [5, 10, 0.18709, 0.81291],
    [1, 20, 0.00127, 0.24873],
    [3, 10, 0.06674, 0.65245],
  ])('of %d in %d is from %f to %f', (k, n, low, high) => {
    const interval = shareInterval(k, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })
})

describe('compareRates', () => {
  it('gives the ratio per time, with its interval', () => {
    const { verdict, ratio } = compareRates({ count: 5, exposure: 100 }, { count: 5, exposure: 50 })
    expect(verdict).toBe('within noise')
    expect(ratio?.value).toBeCloseTo(2, 10)
    expect(ratio?.low).toBeCloseTo((2 * 0.18709) / 0.81291, 3)
    expect(ratio?.high).toBeCloseTo((2 * 0.81291) / 0.18709, 2)
  })

  it('needs six events, of which all before may be fewer', () => {
    expect(compareRates({ count: 5, exposure: 1 }, { count: 0, exposure: 1 })).toEqual({
      verdict: 'too few to tell',
      n: 5,
      needed: 6,
    })
    expect(compareRates({ count: 6, exposure: 1 }, { count: 0, exposure: 1 }).verdict).toBe('fewer')
    expect(compareRates({ count: 6, exposure: 10 }, { count: 0, exposure: 1 }).verdict).toBe('within noise')
    expect(compareRates({ count: 0, exposure: 1 }, { count: 6, exposure: 1 })).toMatchObject({
      verdict: 'more',
      ratio: { value: Infinity, high: Infinity },
    })
    expect(compareRates({ count: 9, exposure: 0 }, { count: 9, exposure: 1 }).verdict).toBe('too few to tell')
  })

  it('says of a process without change in at most 7 of 100 runs that it changed', () => {
    const random = randomOf(7)
    let changed = 0
    for (let run = 0; run < 2000; run += 1) {
      const times = Array.from({ length: 12 }, () => random())
      const before = times.filter((time) => time < 0.6).length
      const { verdict } = compareRates({ count: before, exposure: 6 }, { count: 12 - before, exposure: 4 })
      if (verdict !== 'within noise') changed += 1
    }
    expect(changed / 2000).toBeLessThanOrEqual(0.07)
  })
})
