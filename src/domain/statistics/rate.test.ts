import { describe, expect, it } from 'vitest'
import { day24, duration } from '../units'
import { randomOf } from './random'
import { compareRates } from './rate'

const of = (count: number, days: number) => ({ count, length: duration(days * day24) })

describe('compareRates', () => {
  // Clopper–Pearson 95 % of 10 out of 40 is [0.1269, 0.4120]; as odds [0.1454, 0.7006].
  it('has the exact interval of the binomial', () => {
    const { verdict, ratio } = compareRates(of(30, 100), of(10, 100))
    expect(ratio?.value).toBeCloseTo(1 / 3)
    expect(ratio?.low).toBeCloseTo(0.1454, 3)
    expect(ratio?.high).toBeCloseTo(0.7006, 3)
    expect(verdict).toBe('real change')
  })
  // None of 10: the upper end is 1 − 0.025^(1/10) = 0.3085, as odds 0.4461, for times of one length.
  it('gives no certainty to what did not happen', () => {
    const { ratio, verdict } = compareRates(of(10, 50), of(0, 50))
    expect(ratio?.low).toBe(0)
    expect(ratio?.high).toBeCloseTo(0.4461, 3)
    expect(verdict).toBe('real change')
  })
  it('goes by rates, not by counts: a time four times as long has four times as many', () => {
    expect(compareRates(of(40, 400), of(10, 100)).verdict).toBe('within noise')
    expect(compareRates(of(40, 400), of(10, 100)).ratio?.value).toBeCloseTo(1)
    expect(compareRates(of(10, 400), of(10, 40)).verdict).toBe('real change')
  })
  it('says when no outcome could have told', () => {
    expect(compareRates(of(3, 100), of(0, 100))).toEqual({ verdict: 'too few to tell', n: 3 })
    expect(compareRates(of(6, 100), of(0, 100)).verdict).toBe('real change')
    // Four quiet weeks say little of what came twice a year.
    expect(compareRates(of(4, 700), of(0, 28)).verdict).toBe('within noise')
    expect(compareRates(of(9, 100), of(0, 0)).verdict).toBe('too few to tell')
  })
  it('finds a change where there is none in at most 5 of 100 runs', () => {
    const random = randomOf(7)
    const count = () => Array.from({ length: 200 }, () => random() < 0.1).filter(Boolean).length
    const runs = 400
    const wrong = Array.from({ length: runs }, () => compareRates(of(count(), 200), of(count(), 200))).filter(
      ({ verdict }) => verdict === 'real change',
    )
    expect(wrong.length / runs).toBeLessThanOrEqual(0.05)
  })
})
