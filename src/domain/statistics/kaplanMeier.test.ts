import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDistribution, fromValues, quantileOf, toBinned } from '../distribution'
import { kaplanMeier, lengthFor, medianOf, shareWithin } from './kaplanMeier'

// Weeks in remission under 6-MP: E. A. Gehan, Biometrika 52 (1965) 203–223, after Freireich and others (1963). The
// table that every textbook on survival prints. Relapses end the time; those still in remission are open.
const relapsed = fromValues([6, 6, 6, 7, 10, 13, 16, 22, 23])
const inRemission = fromValues([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
const curve = kaplanMeier(relapsed, inRemission)

describe('the 6-MP arm of Gehan', () => {
  it.each([
    // By hand: 18/21 = .857; × 16/17 = .807; × 14/15 = .753; × 11/12 = .690; × 10/11 = .627; × 6/7 = .538; × 5/6 = .448.
    [6, 21, 3, 0.857],
    [7, 17, 1, 0.807],
    [10, 15, 1, 0.753],
    [13, 12, 1, 0.69],
    [16, 11, 1, 0.627],
    [22, 7, 1, 0.538],
    [23, 6, 1, 0.448],
  ])('at %d weeks, of %d at risk %d ended, and %d remain', (at, atRisk, events, remaining) => {
    const step = curve.steps.find((each) => each.at === at)
    expect(step).toMatchObject({ atRisk, events })
    expect(1 - (step?.share ?? 0)).toBeCloseTo(remaining, 3)
  })

  it('has the log-log band around it', () => {
    // Week 6: V = 3/(21 × 18) = .0079365, √V = .0890871, −ln S = .1541507; w = e^(1.959964 × .0890871/.1541507) = 3.1041.
    // S^w = e^(−.1541507 × 3.1041) = .6197, S^(1/w) = e^(−.1541507/3.1041) = .9516.
    expect(1 - (curve.steps[0]?.band?.high ?? 0)).toBeCloseTo(0.6197, 4)
    expect(1 - (curve.steps[0]?.band?.low ?? 0)).toBeCloseTo(0.9516, 4)
    // Week 23: V = .0079365 + 1/(17·16) + 1/(15·14) + 1/(12·11) + 1/(11·10) + 1/(7·6) + 1/(6·5)
    // = .0901722, √V = .3002869, −ln S = .8025, w = e^(1.959964 × .3002869/.8025) = 2.082: .4482^w = .188, .4482^(1/w) = .680.
    expect(1 - (curve.steps[6]?.band?.high ?? 0)).toBeCloseTo(0.188, 3)
    expect(1 - (curve.steps[6]?.band?.low ?? 0)).toBeCloseTo(0.68, 3)
  })

  it('answers shares and the median', () => {
    expect(medianOf(curve)).toBe(23)
    expect(lengthFor(curve, 0.9)).toBeUndefined()
    expect(shareWithin(curve, 5.9)).toBe(0)
    expect(shareWithin(curve, 6)).toBeCloseTo(3 / 21, 10)
    expect(shareWithin(curve, 9.5)).toBeCloseTo(1 - 0.8067, 3)
    expect(shareWithin(curve, 35)).toBeCloseTo(1 - 0.4482, 3)
    expect(shareWithin(curve, 36)).toBeUndefined()
    expect([curve.count, curve.open, curve.longest]).toEqual([21, 12, 35])
  })
})

describe('kaplanMeier', () => {
  it('counts an open one that ties with an end as at risk', () => {
    const [first] = kaplanMeier(fromValues([10]), fromValues([10, 10])).steps
    expect(first).toMatchObject({ at: 10, atRisk: 3, events: 1 })
    expect(first?.share).toBeCloseTo(1 / 3, 10)
  })

  it('knows nothing of ends when all are open', () => {
    const open = kaplanMeier(emptyDistribution, fromValues([5, 9]))
    expect(open).toEqual({ steps: [], count: 2, open: 2, longest: 9 })
    expect(medianOf(open)).toBeUndefined()
    expect([shareWithin(open, 9), shareWithin(open, 10)]).toEqual([0, undefined])
  })

  it('says nothing about no incidents', () => {
    const none = kaplanMeier(emptyDistribution, emptyDistribution)
    expect(none).toEqual({ steps: [], count: 0, open: 0, longest: 0 })
    expect(shareWithin(none, 5)).toBeUndefined()
  })

  it('is the plain share when none are open, and then knows what lies beyond', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 40 }), fc.nat(40), (values, length) => {
        const plain = values.filter((value) => value <= length).length / values.length
        expect(shareWithin(kaplanMeier(fromValues(values), emptyDistribution), length)).toBeCloseTo(plain, 10)
      }),
      { seed: 6 },
    )
  })

  it('has no band where all are done, and one within 0 and 1 around the share elsewhere', () => {
    const all = kaplanMeier(fromValues([1, 2, 3, 4]), emptyDistribution)
    expect(all.steps.map((step) => step.band === undefined)).toEqual([false, false, false, true])
    expect(medianOf(all)).toBe(2)
    const bands = [...all.steps, ...curve.steps].flatMap(({ share, band }) => (band ? [{ share, ...band }] : []))
    expect(bands.every(({ share, low, high }) => 0 <= low && low < share && share < high && high <= 1)).toBe(true)
  })

  it('never says that more is done than the ended ones alone would', () => {
    const lengths = fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(lengths, lengths, fc.nat(1000), (ended, open, length) => {
        const flattering = ended.filter((value) => value <= length).length / ended.length
        const honest = shareWithin(kaplanMeier(fromValues(ended), fromValues(open)), length) ?? 0
        expect(honest).toBeLessThanOrEqual(flattering + 1e-9)
      }),
      { seed: 8 },
    )
  })

  it('gives on bins what it gives on exact lengths, within their error', () => {
    const lengths = Array.from({ length: 200 }, (_, index) => (index + 1) ** 2 * 1000)
    const ages = [50_000, 9_000_000]
    const exact = medianOf(kaplanMeier(fromValues(lengths), fromValues(ages))) ?? 0
    const mixed = medianOf(kaplanMeier(toBinned(fromValues(lengths)), fromValues(ages))) ?? 0
    expect(Math.abs(mixed - exact)).toBeLessThanOrEqual(0.01 * exact)
    expect(exact).toBeGreaterThanOrEqual(quantileOf(fromValues(lengths), 0.5) ?? 0)
  })
})
