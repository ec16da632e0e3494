import { describe, expect, it } from 'vitest'
import { fewest, standing } from './percentile'
import type { Distribution } from './summary'
import { duration } from './units'

const exact = (...values: readonly number[]): Distribution => ({ kind: 'exact', values })
const upTo = (count: number) => exact(...Array.from({ length: count }, (_value, index) => index + 1))

describe('standing', () => {
  it('is the share that took longer', () => {
    expect(standing(duration(80), upTo(100), exact())).toEqual({ kind: 'known', slower: 0.2, n: 100 })
    expect(standing(duration(0), upTo(100), exact())).toEqual({ kind: 'known', slower: 1, n: 100 })
    expect(standing(duration(100), upTo(100), exact())).toEqual({ kind: 'known', slower: 0, n: 100 })
  })
  it('counts an open one that has lasted longer already, and leaves out one that could still turn out either way', () => {
    expect(standing(duration(50), upTo(98), exact(10, 60, 900))).toEqual({ kind: 'known', slower: 0.5, n: 100 })
  })
  it('says nothing but n where there are too few', () => {
    expect(standing(duration(1), upTo(fewest - 1), exact())).toEqual({ kind: 'few', n: fewest - 1 })
    expect(standing(duration(1), upTo(fewest), exact()).kind).toBe('known')
  })
  it('reads binned lengths within their one percent', () => {
    const binOf = (value: number) => Math.ceil(Math.log(value) / Math.log(1.01 / 0.99))
    const binned: Distribution = {
      kind: 'binned',
      zeros: 10,
      bins: [60_000, 120_000, 600_000].map((value) => [binOf(value), 30] as const),
    }
    expect(standing(duration(130_000), binned, exact())).toEqual({ kind: 'known', slower: 0.3, n: 100 })
    expect(standing(duration(0), binned, exact())).toEqual({ kind: 'known', slower: 0.9, n: 100 })
  })
})
