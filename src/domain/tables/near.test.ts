import { describe, expect, it } from 'vitest'
import { likeness, nearestOf } from './near'

describe('likeness', () => {
  it('sees through case, accents and punctuation', () => {
    expect(likeness('Zürich – Payments', 'zurich payments')).toBe(1)
  })
  it('is high for a slip, lower for another name, nothing for no name', () => {
    expect(likeness('Paymnets', 'Payments')).toBeGreaterThan(0.5)
    expect(likeness('Platform', 'Payments')).toBeLessThan(0.35)
    expect(likeness('', 'Payments')).toBe(0)
    expect(likeness('Payments', 'Payments team EU')).toBeGreaterThanOrEqual(0.7)
  })
})

describe('nearestOf', () => {
  it('offers the best first, and nothing that is unlike', () => {
    const teams = [{ names: ['Security'] }, { names: ['Payments', 'pay'] }, { names: ['Payroll'] }]
    const near = nearestOf(teams, ({ names }) => names)
    expect(near('Paymnts')[0]).toBe(teams[1])
    expect(near('Paymnts', new Set(teams.slice(2)))).toEqual([teams[2]])
    expect(near('Zebra')).toEqual([])
  })
})
