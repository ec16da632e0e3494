import { describe, expect, it } from 'vitest'
import { instant } from '../units'
import { driftAt, driftEvery } from './drift'

const steps = Array.from({ length: 97 }, (_step, index) => driftAt(instant(index * driftEvery)))

describe('drift against burn-in', () => {
  it('visits every place, and none further off than allowed', () => {
    expect(new Set(steps.map(({ x, y }) => `${x} ${y}`)).size).toBe(25)
    for (const { x, y } of steps) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1)
  })
  it('moves by one small step at a time, and always', () => {
    for (const [index, { x, y }] of steps.slice(1).entries()) {
      const before = steps[index] ?? { x: 9, y: 9 }
      expect(Math.abs(x - before.x) + Math.abs(y - before.y)).toBeCloseTo(0.5, 9)
    }
  })
  it('is in the middle on the whole', () => {
    const mean = (pick: 'x' | 'y') => steps.slice(0, 48).reduce((sum, step) => sum + step[pick], 0) / 48
    expect(Math.abs(mean('x'))).toBeLessThan(0.1)
    expect(Math.abs(mean('y'))).toBeLessThan(0.1)
  })
  it('stands still in between', () => {
    expect(driftAt(instant(driftEvery - 1))).toEqual(driftAt(instant(0)))
  })
})
