import { describe, expect, it } from 'vitest'
import { anIncident } from '../../../../test/tools/records'
import { day24, instant } from '../../../domain/units'
import { coverOf, inOrder, lanesOf, limitsOf, lookOf } from './look'

const at = (text: string) => instant(Date.parse(text))
const anchor = at('2026-11-20T09:42:17Z')
const oldest = at('2024-11-20T00:00:00Z')
const look = (from: number, to: number) => ({ from: instant(from), to: instant(to) })

describe('lookOf', () => {
  it('ends on the hour after the newest moment', () => {
    expect(lookOf('24h', anchor, oldest)).toEqual({ from: at('2026-11-19T10:00:00Z'), to: at('2026-11-20T10:00:00Z') })
  })
  it('begins all with the oldest incident, and is at least a day', () => {
    expect(lookOf('all', anchor, oldest).from).toBe(oldest)
    expect(lookOf('all', anchor, anchor).from).toBe(at('2026-11-19T10:00:00Z'))
  })
  it('lets one go from the oldest incident to a week ahead', () => {
    const limits = limitsOf(lookOf('24h', anchor, oldest), anchor, oldest)
    expect(limits.from).toBeLessThan(oldest)
    expect(limits.to).toBe(anchor + 7 * day24)
  })
})

describe('coverOf', () => {
  it('loads as much again on either side', () => {
    expect(coverOf(look(100, 200), undefined)).toEqual(look(0, 300))
  })
  it('keeps what is held while it covers the look', () => {
    const held = look(0, 300)
    expect(coverOf(look(50, 150), held)).toBe(held)
    expect(coverOf(look(250, 350), held)).toEqual(look(150, 450))
  })
  it('lets go of a window far too large', () => {
    expect(coverOf(look(100, 110), look(0, 300))).toEqual(look(90, 120))
  })
})

describe('lanes', () => {
  it('tells the lanes of an incident; none is one of its own', () => {
    const incident = anIncident({ id: 'a', severity: 2, workloads: ['x', 'y'] })
    expect(lanesOf(incident, 'workload')).toEqual(['x', 'y'])
    expect(lanesOf(incident, 'severity')).toEqual(['2'])
    expect(lanesOf(incident, 'team')).toEqual([''])
    expect(lanesOf(incident, 'problem')).toEqual([''])
    expect(lanesOf(anIncident({ id: 'c', problem: 'P-1' }), 'problem')).toEqual(['P-1'])
    expect(lanesOf(anIncident({ id: 'b' }), 'workload')).toEqual([''])
  })
  it('keeps the order there is, adds the busiest of the new ones, puts none last', () => {
    const first = inOrder([], new Map([['a', 1], ['b', 5], ['', 9]])) // prettier-ignore
    expect(first).toEqual(['b', 'a', ''])
    expect(inOrder(first, new Map([['c', 1], ['d', 2], ['a', 9]]))).toEqual(['b', 'a', 'd', 'c', '']) // prettier-ignore
    expect(inOrder(first, new Map([['b', 1]]))).toBe(first)
  })
})
