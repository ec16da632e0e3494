import { describe, expect, it } from 'vitest'
import { stepStanding, updateDuty, vacantRoles } from './duties'
import type { Incident, PlanStep } from './incident'
import { duration, instant } from './units'

const incident = (over: Partial<Incident> = {}): Incident => ({
  id: 'I',
  title: 'I',
  state: 'mitigating',
  opened: instant(100),
  clocks: { detected: instant(100) },
  workloads: [],
  roles: [],
  factors: [],
  labels: [],
  links: [],
  ...over,
})
const step = (over: Partial<PlanStep> = {}): PlanStep => ({ id: 's', text: 'Do it', ...over })
const now = instant(200)

describe('stepStanding', () => {
  it.each([
    ['done in time', step({ dueAfter: duration(50), doneAt: instant(140) }), { kind: 'done', at: 140 }],
    ['done late', step({ dueAfter: duration(50), doneAt: instant(170) }), { kind: 'done', at: 170, late: 20 }],
    ['done, never due', step({ doneAt: instant(170) }), { kind: 'done', at: 170 }],
    ['skipped', step({ dueAfter: duration(1), skippedBecause: 'no need' }), { kind: 'skipped', because: 'no need' }],
    ['overdue', step({ dueAfter: duration(50) }), { kind: 'overdue', due: 150, late: 50 }],
    ['due', step({ dueAfter: duration(150) }), { kind: 'due', due: 250 }],
    ['to do', step(), { kind: 'open' }],
  ])('%s', (_name, given, expected) => {
    expect(stepStanding(incident(), given, now)).toEqual(expected)
  })
  it('is left once the incident has ended', () => {
    const ended = incident({ state: 'resolved', clocks: { detected: instant(100), resolved: instant(150) } })
    expect(stepStanding(ended, step({ dueAfter: duration(50) }), now)).toEqual({ kind: 'left' })
  })
  it('counts from opening where detection is not recorded', () => {
    expect(stepStanding(incident({ clocks: {} }), step({ dueAfter: duration(150) }), now)).toEqual({
      kind: 'due',
      due: 250,
    })
  })
})

describe('vacantRoles', () => {
  it('names what nobody holds, where roles are kept', () => {
    const held = incident({ roles: [{ role: 'commander', person: 'person:a' }] })
    expect(vacantRoles(held, now, false)).toEqual(['communications', 'scribe'])
    expect(vacantRoles(incident(), now, true)).toEqual(['commander', 'communications', 'scribe'])
  })
  it('is silent where no roles are kept, and once it is over', () => {
    expect(vacantRoles(incident(), now, false)).toEqual([])
    expect(vacantRoles(incident({ state: 'closed' }), now, true)).toEqual([])
  })
})

describe('updateDuty', () => {
  it('is due, then overdue, then gone', () => {
    expect(updateDuty(incident({ updateDue: instant(220) }), now)).toEqual({ due: 220, overdue: false })
    expect(updateDuty(incident({ updateDue: instant(190) }), now)).toEqual({ due: 190, overdue: true })
    expect(updateDuty(incident({ updateDue: instant(190), state: 'closed' }), now)).toBeUndefined()
    expect(updateDuty(incident(), now)).toBeUndefined()
  })
})
