import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  binOf,
  countOf,
  emptyDistribution,
  entriesOf,
  fromValues,
  mergeDistributions,
  quantileOf,
  relativeError,
  representativeOf,
  toBinned,
} from './distribution'
import type { Distribution } from './summary'

const lengths = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 * 86_400_000 })), { maxLength: 60 })
const distribution = fc
  .tuple(lengths, fc.boolean())
  .map(([values, binned]) => (binned ? toBinned(fromValues(values)) : fromValues(values)))
const merge = (...parts: readonly Distribution[]) => mergeDistributions(parts)

describe('an exact distribution', () => {
  it('keeps values in order and counts ties', () => {
    const given = fromValues([30, 0, 10, 30])
    expect(given).toEqual({ kind: 'exact', values: [0, 10, 30, 30] })
    expect(countOf(given)).toBe(4)
    expect(entriesOf(given)).toEqual([
      [0, 1],
      [10, 1],
      [30, 2],
    ])
  })

  it('interpolates between ranks', () => {
    // Position (4 − 1) × 0.9 = 2.7: 0.7 of the way from 30 to 40.
    expect(quantileOf(fromValues([10, 20, 30, 40]), 0.9)).toBeCloseTo(37, 10)
    expect(quantileOf(emptyDistribution, 0.5)).toBeUndefined()
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d as a length', (value) => {
    expect(() => fromValues([5, value])).toThrow(RangeError)
  })
})

describe('a binned distribution', () => {
  it('holds in bin i the values above g^(i−1) up to g^i', () => {
    const growth = 1.01 / 0.99
    expect([binOf(1), binOf(1.0001), binOf(growth ** 7.5), binOf(0.5)]).toEqual([0, 1, 8, -34])
    expect(toBinned(fromValues([0, 0, 1, growth ** 7.5, growth ** 7.9]))).toEqual({
      kind: 'binned',
      zeros: 2,
      bins: [
        [0, 1],
        [8, 2],
      ],
    })
  })

  it('stands for each value within the relative error', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e13, noNaN: true }), (value) => {
        expect(Math.abs(representativeOf(binOf(value)) - value)).toBeLessThanOrEqual(value * (relativeError + 1e-9))
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('gives every quantile within the relative error, and the same count', () => {
    fc.assert(
      fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const exact = fromValues(values)
        const binned = toBinned(exact)
        expect(countOf(binned)).toBe(values.length)
        const truth = quantileOf(exact, p) ?? 0
        expect(Math.abs((quantileOf(binned, p) ?? 0) - truth)).toBeLessThanOrEqual(truth * (relativeError + 1e-9))
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  it('has nothing to say about no lengths', () => {
    expect(quantileOf(toBinned(emptyDistribution), 0.5)).toBeUndefined()
  })
})

describe('merging', () => {
  it('keeps exact lengths exact', () => {
    expect(merge(fromValues([1, 9]), fromValues([5]))).toEqual(fromValues([1, 5, 9]))
  })

  it('is binned as soon as one part is', () => {
    const mixed = merge(fromValues([0, 100]), toBinned(fromValues([0, 100, 200])))
    expect(mixed).toEqual(toBinned(fromValues([0, 0, 100, 100, 200])))
  })

  it('is associative and commutative, and the empty one changes nothing', () => {
    fc.assert(
      fc.property(distribution, distribution, distribution, (one, two, three) => {
        expect(merge(merge(one, two), three)).toEqual(merge(one, merge(two, three)))
        expect(merge(one, two, three)).toEqual(merge(merge(one, two), three))
        expect(merge(one, two)).toEqual(merge(two, one))
        expect(merge(one, emptyDistribution)).toEqual(one)
        expect(merge(emptyDistribution, one)).toEqual(one)
      }),
      { seed: 3, numRuns: 150 },
    )
  })
})
