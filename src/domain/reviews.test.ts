import { describe, expect, it } from 'vitest'
import type { Exception } from './change'
import { ownershipOf } from './coverage'
import type { Activity, Assignment, Party, ReviewPolicy } from './ownership'
import { concerns, confirmedSince, heldBy, reviewOf, reviewsOf, withMembers } from './reviews'
import { after, day24, duration, instant } from './units'

const now = instant(Date.UTC(2026, 10, 20, 9, 42))
const days = (count: number) => duration(count * day24)
const quarter = days(91)
const parties: readonly Party[] = [
  { type: 'team', id: 'team:pay', name: 'Payments', contacts: [], tags: [] },
  { type: 'person', id: 'person:lee', name: 'T. Lee', teams: ['team:pay'], contacts: [], tags: [] },
  { type: 'person', id: 'person:kim', name: 'S. Kim', teams: [], contacts: [], tags: [] },
]
const activity = (id: string, review: Partial<ReviewPolicy> | undefined, more: Partial<Activity> = {}): Activity => ({
  id,
  name: id,
  workload: 'ledger',
  kind: 'procedure',
  events: [],
  tags: [],
  ...(review && { review: { reviewers: [], approvers: [], ...review } }),
  ...more,
})
const claim = (of: string, role: Assignment['role'], party: string): Assignment => ({
  id: `${of}/${role}/${party}`,
  activity: of,
  role,
  party,
  claim: 'declared',
})
/** A review long ago, so that the source is known to record reviews. */
const recorded = activity('known', { every: quarter, last: instant(now - days(1)) })

function book(activities: readonly Activity[], assignments: readonly Assignment[] = []) {
  const all = [recorded, ...activities]
  const told = [{ source: 'one', activities: all, assignments }]
  return ownershipOf({ activities: all, assignments, parties, workloads: [], told }, now)
}
function one(given: Activity, assignments: readonly Assignment[] = []) {
  const standing = book([given], assignments).byId.get(given.id)
  if (!standing) throw new Error('It stands nowhere.')
  return { standing, duty: reviewOf(standing, now) }
}
const groupDue = (due: number) => one(activity('a', { every: quarter, last: instant(now + due - quarter) })).duty.group

describe('how a review stands', () => {
  it.each([
    [-1, 'overdue'],
    [0, 'soon'],
    [1, 'soon'],
    [days(30), 'soon'],
    [days(30) + 1, 'later'],
  ])('due %i ms from now: %s', (due, group) => {
    expect(groupDue(due)).toBe(group)
  })

  it('is late exactly where the gap rule says so', () => {
    for (const due of [-1, 0, 1]) {
      const { standing, duty } = one(activity('a', { every: quarter, last: instant(now + due - quarter) }))
      expect(standing.gaps.some(({ kind }) => kind === 'review-overdue')).toBe(duty.group === 'overdue')
    }
  })

  it('counts an interval in days of 24 hours, also over a leap day and a change of the clocks', () => {
    const leap = instant(Date.UTC(2028, 1, 28, 12))
    expect(one(activity('a', { every: days(2), last: leap })).duty.due).toBe(Date.UTC(2028, 2, 1, 12))
    const beforeSummerTime = instant(Date.UTC(2026, 2, 28, 23, 30))
    expect(one(activity('a', { every: days(1), last: beforeSummerTime })).duty.due).toBe(Date.UTC(2026, 2, 29, 23, 30))
  })

  it('was never held where an interval is set and no review took place', () => {
    const { duty } = one(activity('a', { every: quarter }))
    expect(duty).toMatchObject({ group: 'never' })
    expect(duty.due).toBeUndefined()
  })

  it('says nothing without an interval, or where no source records reviews', () => {
    expect(one(activity('a', undefined)).duty.group).toBe('unplanned')
    expect(one(activity('a', { last: instant(0) })).duty.group).toBe('unplanned')
    const alone = activity('a', { every: quarter })
    const told = [{ source: 'one', activities: [alone], assignments: [] }]
    const { standings } = ownershipOf({ activities: [alone], assignments: [], parties, workloads: [], told }, now)
    expect(reviewsOf(standings, now).map(({ group }) => group)).toEqual(['unplanned'])
  })

  it('that is late is excused while an exception lasts, and not a moment longer', () => {
    const late = { every: quarter, last: instant(now - days(100)) }
    const having = (...exceptions: readonly Partial<Exception>[]) =>
      one(
        activity('a', late, {
          exceptions: exceptions.map((each) => ({ gap: 'review-overdue', until: now, reason: 'Freeze', ...each })),
        }),
      ).duty
    expect(having({ until: after(now, duration(1)) })).toMatchObject({ group: 'excused', until: now + 1 })
    expect(having({ until: now }).group).toBe('overdue')
    expect(having({ until: after(now, days(9)), gap: 'no-runbook' }).group).toBe('overdue')
    expect(having({ until: after(now, days(2)) }, { until: after(now, days(9)) }, {}).until).toBe(now + days(9))
  })

  it('that is not late needs no excuse', () => {
    const exceptions = [{ gap: 'review-overdue', until: after(now, days(9)), reason: 'Freeze' }] as const
    expect(one(activity('a', { every: quarter, last: now }, { exceptions })).duty.group).toBe('later')
  })
})

describe('who owes it', () => {
  it('the reviewers, else who is accountable', () => {
    const owner = [claim('a', 'A', 'team:pay')]
    const named = { every: quarter, reviewers: ['person:kim'], approvers: ['person:lee'] }
    expect(one(activity('a', named), owner).duty).toMatchObject({ reviewers: ['person:kim'], instead: [] })
    expect(one(activity('a', { every: quarter }), owner).duty).toMatchObject({ reviewers: [], instead: ['team:pay'] })
    expect(one(activity('a', { every: quarter })).duty.instead).toEqual([])
  })

  it('concerns a team by its members too, but not those who are only told', () => {
    const { members } = book([])
    const team = withMembers(['team:pay'], { members })
    expect([...team]).toEqual(['team:pay', 'person:lee'])
    expect(concerns(one(activity('a', { approvers: ['person:lee'] })).duty, team)).toBe(true)
    expect(concerns(one(activity('a', {}), [claim('a', 'R', 'person:lee')]).duty, team)).toBe(true)
    expect(concerns(one(activity('a', {}), [claim('a', 'I', 'team:pay')]).duty, team)).toBe(false)
  })
})

it('lists group by group, the first due first, then by workload and name', () => {
  const { standings } = book([
    activity('none', undefined),
    activity('late', { every: quarter, last: instant(now - days(92)) }),
    activity('later still', { every: quarter, last: instant(now - days(200)) }),
    activity('never 10', { every: quarter }),
    activity('never 9', { every: quarter }),
    activity('soon', { every: quarter, last: instant(now - days(90)) }),
  ])
  expect(reviewsOf(standings, now).map(({ standing }) => standing.activity.id)).toEqual([
    'later still',
    'late',
    'never 9',
    'never 10',
    'soon',
    'known',
    'none',
  ])
})

describe('after a reorganisation', () => {
  it('all that the moved hold is in question, whatever the role', () => {
    const assignments = [claim('a', 'I', 'person:lee'), claim('a', 'A', 'team:pay'), claim('b', 'R', 'person:kim')]
    const { byId, members } = book([activity('a', {}), activity('b', {})], assignments)
    const moved = withMembers(['team:pay'], { members })
    const held = (id: string) => {
      const standing = byId.get(id)
      return standing && heldBy(standing, moved)
    }
    expect(held('a')).toEqual(['A', 'I'])
    expect(held('b')).toEqual([])
  })

  it('is confirmed from the moment on, that moment included', () => {
    const at = (last: number) => confirmedSince(one(activity('a', { last: instant(last) })).standing, now)
    expect([at(now - 1), at(now), at(now + 1)]).toEqual([false, true, true])
    expect(confirmedSince(one(activity('a', undefined)).standing, now)).toBe(false)
  })
})
