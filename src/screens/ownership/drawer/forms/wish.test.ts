import { describe, expect, it } from 'vitest'
import type { Assignment, Role } from '../../../../domain/ownership'
import { instant } from '../../../../domain/units'
import { begun, proposed } from './begun'
import { dayFault, endOfDay } from './dates'
import { type ChangeDraft, commandOf, emptyDraft, heldIn, wishOf } from './wish'

const now = instant(Date.UTC(2026, 10, 20, 9))
const declared = (role: Role, party: string): Assignment => ({
  id: `${role} ${party}`,
  activity: 'x',
  role,
  party,
  claim: 'declared',
})
const assignments = [declared('R', 'team:pay'), declared('A', 'team:sec'), declared('C', 'team:sec')]
const held = heldIn(assignments)
const wish = (draft: Partial<ChangeDraft>) => wishOf({ ...emptyDraft, reason: 'Because', ...draft }, held, 'UTC', now)

describe('a wish', () => {
  it('is sorted by role, and each held role stands once', () => {
    expect(heldIn([...assignments, ...assignments]).map(({ role }) => role)).toEqual(['A', 'R', 'C'])
  })

  it('to add gives a role', () => {
    expect(wish({ change: 'add', role: 'V', party: 'team:sre' })).toEqual({
      steps: [{ op: 'give', role: 'V', party: 'team:sre' }],
      faults: {},
    })
    expect(wish({ change: 'add' }).faults).toEqual({ party: 'Choose who gets the role.' })
  })

  it('to change moves a role, makes it another, or takes it away', () => {
    const take = { op: 'take', role: 'A', party: 'team:sec' }
    const from = { change: 'change', held: 'A team:sec' }
    expect(wish({ ...from, party: 'team:pay' }).steps).toEqual([take, { op: 'give', role: 'A', party: 'team:pay' }])
    expect(wish({ ...from, becomes: 'I' }).steps).toEqual([take, { op: 'give', role: 'I', party: 'team:sec' }])
    expect(wish({ ...from, becomes: 'none' }).steps).toEqual([take])
    expect(wish(from).faults).toEqual({ party: 'Choose another holder, or another role.' })
    expect(wish({ change: 'change' }).faults).toEqual({ held: 'Choose the role that is to change.' })
  })

  it('to transfer hands over every role, and gives none that is held already', () => {
    expect(wish({ change: 'transfer', from: 'team:sec', party: 'team:sre' }).steps).toHaveLength(4)
    expect(
      wishOf(
        { ...emptyDraft, reason: 'r', change: 'transfer', from: 'team:sec', party: 'team:pay' },
        heldIn([...assignments, declared('C', 'team:pay')]),
        'UTC',
        now,
      ).steps,
    ).toEqual([
      { op: 'take', role: 'A', party: 'team:sec' },
      { op: 'give', role: 'A', party: 'team:pay' },
      { op: 'take', role: 'C', party: 'team:sec' },
    ])
    expect(wish({ change: 'transfer', from: 'team:sec' }).faults).toEqual({ party: 'Choose who takes over.' })
    expect(wish({ change: 'transfer', from: 'team:sec', party: 'team:sec' }).faults).toEqual({
      party: 'Choose somebody else.',
    })
    expect(wish({ change: 'transfer', from: 'team:no' }).faults).toEqual({ from: 'Choose who hands over.' })
  })

  it('for an exception needs a gap and a day ahead', () => {
    const draft = { ...emptyDraft, change: 'exception', gap: 'no-runbook', until: '2026-12-31', reason: ' Soon ' }
    const asked = wishOf(draft, held, 'UTC', now)
    expect(asked.faults).toEqual({})
    expect(commandOf('x', draft, asked)).toEqual({
      kind: 'request-change',
      activity: 'x',
      change: 'exception',
      steps: [],
      gap: 'no-runbook',
      expires: Date.UTC(2026, 11, 31, 23, 59, 59),
      reason: 'Soon',
    })
    expect(wish({ change: 'exception' }).faults).toEqual({
      gap: 'Choose which gap is to be borne with.',
      until: 'Give a whole date.',
    })
    expect(wish({ change: 'exception', gap: 'no-runbook', until: '2026-11-19' }).faults).toEqual({
      until: 'It must lie ahead.',
    })
  })

  it('always needs a reason', () => {
    expect(wish({ party: 'team:sre', reason: '  ' }).faults).toEqual({
      reason: 'Say why: those who decide go by it.',
    })
  })
})

describe('a day', () => {
  it('ends in the zone that is shown, also where the clocks change', () => {
    expect(endOfDay('2026-11-20', 'Asia/Kathmandu')).toBe(Date.UTC(2026, 10, 20, 18, 14, 59))
    expect(endOfDay('2026-11-01', 'America/Havana')).toBe(Date.UTC(2026, 10, 2, 4, 59, 59))
  })
  it.each(['2026-02-30', '31.12.2026', '2026-13-01', 'soon'])('%s is none', (text) => {
    expect(dayFault(text, 'UTC', now)).toMatch(/no date/)
  })
  it('may be today, and may be left out where it is not needed', () => {
    expect(dayFault('2026-11-20', 'UTC', now)).toBeUndefined()
    expect(dayFault('', 'UTC', now)).toBeUndefined()
    expect(dayFault('', 'UTC', now, true)).toBe('Give a whole date.')
  })
})

describe('the form begins', () => {
  it('with the role that is missing', () => {
    expect(begun({ assignments: [] }, undefined)).toMatchObject({ change: 'add', role: 'A', party: '' })
    expect(begun({ assignments }, 'team:sre')).toMatchObject({ change: 'add', role: 'R', party: 'team:sre' })
  })
  it('with the role that the party of the cell holds', () => {
    expect(begun({ assignments }, 'team:sec')).toMatchObject({ change: 'change', held: 'A team:sec', from: 'team:sec' })
  })
  it('with what was observed, in place of who is declared or where nobody is', () => {
    const claim: Assignment = {
      ...declared('A', 'team:pay'),
      claim: 'observed',
      evidence: 'resource tags',
      at: instant(Date.UTC(2026, 10, 1)),
    }
    expect(proposed({ assignments }, claim, 'UTC')).toMatchObject({
      change: 'change',
      held: 'A team:sec',
      party: 'team:pay',
      reason: 'Claimed by resource tags on 1 Nov 2026.',
    })
    expect(proposed({ assignments: [] }, claim, 'UTC')).toMatchObject({
      change: 'add',
      role: 'A',
      party: 'team:pay',
    })
  })
})
