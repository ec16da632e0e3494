import { describe, expect, it } from 'vitest'
import type { Incident } from './incident'
import { causesOf, factorsOf, reviewDueAt, reviewPolicy, reviewStanding } from './reviewDue'
import { after, duration, instant } from './units'

const end = instant(1_000_000)
const due = after(end, reviewPolicy.within)
const over = (more: Partial<Incident> = {}): Incident => ({
  id: 'I',
  title: 'Cards fail',
  severity: 1,
  state: 'resolved',
  opened: instant(0),
  clocks: { detected: instant(0), resolved: end },
  workloads: [],
  roles: [],
  factors: [],
  labels: [],
  links: [],
  ...more,
})
const written = { summary: 'What', factors: [], wentWell: [], lessons: [], sharedWith: [] }
const later = (ms: number) => after(due, duration(ms))

describe('when a review is due', () => {
  it('is a week after the end of SEV1 and SEV2, and never for lesser ones', () => {
    expect(reviewDueAt(over())).toBe(due)
    expect(reviewDueAt(over({ severity: 2 }))).toBe(due)
    expect(reviewStanding(over({ severity: 3 }), later(1))).toEqual({ kind: 'free' })
    const { severity: _none, ...unknown } = over()
    expect(reviewStanding(unknown, later(1))).toEqual({ kind: 'free' })
  })
  it('is not overdue at the very moment', () => {
    expect(reviewStanding(over(), due)).toEqual({ kind: 'due', due })
    expect(reviewStanding(over(), later(1))).toEqual({ kind: 'overdue', due, late: 1 })
  })
  it('counts from the closing where no resolution is recorded, and from nothing where neither is', () => {
    expect(reviewDueAt(over({ state: 'closed', clocks: { closed: end } }))).toBe(due)
    expect(reviewStanding(over({ clocks: {} }), later(1))).toEqual({ kind: 'no-end' })
  })
  it('waits while it burns, also again after it was reopened', () => {
    expect(reviewStanding(over({ state: 'mitigating', clocks: {} }), later(1))).toEqual({ kind: 'burning' })
  })
  it('was held in time, late, or is yet to be held', () => {
    const held = (at: number) => over({ review: { ...written, heldAt: instant(at) } })
    expect(reviewStanding(held(due), later(5))).toEqual({ kind: 'held', at: due })
    expect(reviewStanding(held(later(2)), later(5))).toEqual({ kind: 'held', at: later(2), late: 2 })
    expect(reviewStanding(held(later(9)), later(5))).toEqual({ kind: 'planned', at: later(9), late: 9 })
    expect(reviewStanding(over({ review: written }), later(5))).toEqual({ kind: 'undated' })
  })
})

describe('the trigger', () => {
  it('stands apart from the factors, and goes back among them unchanged', () => {
    const factors = ['No canary', 'trigger:  Certificate rotated ', 'Alarm muted']
    const causes = causesOf(factors)
    expect(causes).toEqual({ trigger: 'Certificate rotated', factors: ['No canary', 'Alarm muted'] })
    expect(factorsOf(causes)).toEqual(['Trigger: Certificate rotated', 'No canary', 'Alarm muted'])
  })
  it('is none where nothing says so, or nothing follows', () => {
    expect(causesOf(['Trigger happy alarms', 'Trigger: '])).toEqual({ factors: ['Trigger happy alarms', 'Trigger: '] })
    expect(factorsOf({ trigger: ' ', factors: ['a'] })).toEqual(['a'])
  })
  it('is the first; a second one stays as it was written', () => {
    expect(causesOf(['Trigger: a', 'Trigger: b'])).toEqual({ trigger: 'a', factors: ['Trigger: b'] })
  })
})
