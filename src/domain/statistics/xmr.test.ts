import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normal, randomOf } from './random'
import { xmr, type XmrPoint } from './xmr'

const points = (...values: readonly number[]): readonly XmrPoint[] => values.map((value) => ({ value }))
const repeat = (times: number, ...values: readonly number[]) => Array.from({ length: times }, () => values).flat()

describe('level and limits', () => {
  it('are the mean and 2.66 mean moving ranges about it', () => {
    // Sum 110, mean 11. Moving ranges 2 1 3 3 2 2 1 2 2: sum 18, mean 2, width 2.66 × 2 = 5.32.
    const chart = xmr(points(10, 12, 11, 14, 11, 9, 11, 10, 12, 10))
    const [segment, ...more] = chart.segments
    expect(more).toEqual([])
    expect(segment).toMatchObject({ from: 0, to: 9, level: 11 })
    expect(segment?.limits?.upper).toBeCloseTo(16.32, 10)
    expect(segment?.limits?.lower).toBeCloseTo(5.68, 10)
    expect(chart.signals).toEqual([])
  })

  it('has no lower limit below zero for counts', () => {
    // 0 4 0 4 …: mean 2, ranges 4, width 10.64.
    expect(xmr(points(...repeat(6, 0, 4))).segments[0]?.limits).toEqual({ lower: 0, upper: 2 + 2.66 * 4 })
    expect(xmr(points(...repeat(6, 0, 4)), Number.NEGATIVE_INFINITY).segments[0]?.limits?.lower).toBeCloseTo(-8.64, 10)
  })

  it('gives a level but no limits to a few points, and nothing to none', () => {
    expect(xmr(points(1, 2, 3, 4, 5, 6, 70))).toEqual({ segments: [{ from: 0, to: 6, level: 13 }], signals: [] })
    expect(xmr([])).toEqual({ segments: [], signals: [] })
    expect(xmr([{ value: 3, partial: true }])).toEqual({ segments: [], signals: [] })
  })

  it('lets a partial week take no part', () => {
    const whole = points(10, 12, 11, 14, 11, 9, 11, 10, 12, 10)
    const between: readonly XmrPoint[] = [{ value: 0, partial: true }, ...whole, { value: 1, partial: true }]
    expect(xmr(between).segments).toEqual(xmr(whole).segments.map((each) => ({ ...each, from: 1, to: 10 })))
  })
})

describe('signals', () => {
  it('names points outside the limits', () => {
    // Sum 2 × 105 + 40 = 250, mean 11.9. Ranges 18 × 1 + 29 + 30 = 77 over 20: 3.85, width 10.24, upper limit 22.1.
    const chart = xmr(points(...repeat(5, 10, 11), 40, ...repeat(5, 10, 11)))
    expect(chart.segments).toHaveLength(1)
    expect(chart.signals.filter(({ kind }) => kind === 'outside')).toEqual([{ kind: 'outside', at: 10, side: 'above' }])
    const drop = xmr(points(...repeat(5, 50, 51), 20, ...repeat(5, 50, 51)))
    expect(drop.signals).toContainEqual({ kind: 'outside', at: 10, side: 'below' })
  })

  it('names a run of 8 on one side, and no run of 7', () => {
    // Mean (6 × 8 + 7 × 4.5)/19 = 4.18, of which the last seven lie above; the point before them lies below.
    expect(xmr(points(...repeat(6, 5, 3), ...repeat(7, 4.5))).signals).toEqual([])
    // The run comes first: too few points before it to be a level of their own.
    const early = xmr(points(...repeat(8, 3), 5, 4.4, 2.9, 5, 2.9, 5, 2.9))
    expect(early.signals).toContainEqual({ kind: 'run', from: 0, to: 7, side: 'below' })
  })

  it('starts a new level, with its own limits, at a shift', () => {
    const chart = xmr(points(...repeat(8, 20, 22), ...repeat(6, 9, 11)))
    expect(chart.segments.map(({ from, to, level }) => [from, to, level])).toEqual([
      [0, 15, 21],
      [16, 27, 10],
    ])
    expect(chart.segments[1]?.limits?.upper).toBeCloseTo(10 + 2.66 * 2, 10)
    expect(chart.signals).toEqual([{ kind: 'shift', at: 16, side: 'below', before: 21, after: 10 }])
  })

  it('finds several shifts, and counts places with the partial points', () => {
    const values = [...repeat(6, 20, 22), ...repeat(6, 9, 11), ...repeat(6, 30, 32)]
    const chart = xmr([{ value: 1, partial: true }, ...points(...values), { value: 1, partial: true }])
    expect(chart.segments.map(({ from, to }) => [from, to])).toEqual([
      [1, 12],
      [13, 24],
      [25, 36],
    ])
    expect(chart.signals.map(({ kind }) => kind)).toEqual(['shift', 'shift'])
  })

  it('does not take one extreme week for a shift', () => {
    expect(xmr(points(...repeat(6, 10, 11), 90, ...repeat(12, 10, 11))).segments).toHaveLength(1)
    expect(xmr(points(...repeat(12, 10, 11), 90, ...repeat(6, 10, 11))).segments).toHaveLength(1)
  })

  it('finds most shifts of 2 standard deviations, and few where there are none', () => {
    const random = randomOf(17)
    const year = (shift: number) =>
      xmr(Array.from({ length: 52 }, (_, week) => ({ value: 100 + 5 * normal(random) + (week < 30 ? 0 : shift) })))
    const shifted = (shift: number) =>
      Array.from({ length: 200 }, () => year(shift)).filter((c) => c.segments.length > 1)
    expect(shifted(10).length).toBeGreaterThan(160)
    expect(shifted(0).length).toBeLessThan(30)
  })

  it('covers every complete point once, whatever comes', () => {
    const any = fc.array(fc.record({ value: fc.nat(50), partial: fc.boolean() }), { maxLength: 60 })
    fc.assert(
      fc.property(any, (given) => {
        const { segments } = xmr(given)
        const complete = given.flatMap(({ partial }, index) => (partial ? [] : [index]))
        const holding = complete.map((index) => segments.filter(({ from, to }) => from <= index && index <= to).length)
        expect(holding.every((count) => count === 1)).toBe(true)
      }),
      { seed: 18 },
    )
  })
})
