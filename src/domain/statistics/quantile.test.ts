import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantile, quantileSorted } from './quantile'

describe('quantile', () => {
  // Type 7: position h = (n − 1)p from 0; between the values of ranks ⌊h⌋ and ⌊h⌋ + 1 in proportion.
  it.each([
    // h = 3 × 0.25 = 0.75: 1 + 0.75 × (2 − 1).
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.5, 2.5],
    // h = 9 × 0.9 = 8.1: 15 + 0.1 × (50 − 15).
    [[2, 3, 4, 6, 7, 8, 9, 12, 15, 50], 0.9, 18.5],
    // h = 4 × 0.1 = 0.4: 10 + 0.4 × (20 − 10).
    [[10, 20, 40, 80, 160], 0.1, 14],
    [[10, 20, 40, 80, 160], 0, 10],
    [[10, 20, 40, 80, 160], 1, 160],
    [[7], 0.9, 7],
  ])('of %j at %d is %d', (values, p, expected) => {
    expect(quantileSorted(values, p)).toBeCloseTo(expected, 10)
  })

  it('takes values in any order, by size and not by text', () => {
    expect(quantile([100, 9, 20], 0.5)).toBe(20)
  })

  it('has nothing to say about no values', () => {
    expect(quantile([], 0.5)).toBeUndefined()
  })

  it.each([-0.1, 1.1, Number.NaN])('refuses the share %d', (p) => {
    expect(() => quantile([1], p)).toThrow(RangeError)
  })

  it('grows with p and stays within the values', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(values, share, share, (given, one, other) => {
        const low = quantile(given, Math.min(one, other)) ?? Number.NaN
        const high = quantile(given, Math.max(one, other)) ?? Number.NaN
        expect(low).toBeLessThanOrEqual(high + 1e-6)
        expect(low).toBeGreaterThanOrEqual(Math.min(...given))
        expect(high).toBeLessThanOrEqual(Math.max(...given))
      }),
      { seed: 5 },
    )
  })
})
