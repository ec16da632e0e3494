import { describe, expect, it } from 'vitest'
import { lengthOf, panned, toTime, within, zoomed } from './span'

const limits = { from: 0, to: 1000, least: 10 }

describe('span', () => {
  it('keeps the moment under the pointer where it is while zooming', () => {
    const span = { from: 200, to: 400 }
    const at = toTime(span, 800, 200)
    const closer = zoomed(span, 0.5, at, limits)
    expect(toTime(closer, 800, 200)).toBeCloseTo(at)
    expect(lengthOf(closer)).toBe(100)
  })
  it('zooms no closer than the least and no wider than all there is', () => {
    expect(lengthOf(zoomed({ from: 100, to: 112 }, 0.01, 105, limits))).toBe(10)
    expect(zoomed({ from: 100, to: 900 }, 50, 500, limits)).toEqual({ from: 0, to: 1000 })
  })
  it('pans up to the edge and keeps its length there', () => {
    expect(panned({ from: 800, to: 900 }, 0.5, limits)).toEqual({ from: 850, to: 950 })
    expect(panned({ from: 800, to: 900 }, 9, limits)).toEqual({ from: 900, to: 1000 })
    expect(panned({ from: 800, to: 900 }, -99, limits)).toEqual({ from: 0, to: 100 })
  })
  it('moves a span that lies outside back inside', () => {
    expect(within({ from: -500, to: -400 }, limits)).toEqual({ from: 0, to: 100 })
    expect(within({ from: -500, to: 5000 }, limits)).toEqual({ from: 0, to: 1000 })
  })
})
