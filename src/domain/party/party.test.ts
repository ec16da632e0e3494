import { describe, expect, it } from 'vitest'
import type { ChangeRequest } from '../change'
import { ownershipOf } from '../coverage'
import type { Activity, Assignment, Party, Role, Workload } from '../ownership'
import type { Improvement } from '../problem'
import { after, day24, duration, instant } from '../units'
import { loadOf } from '../load'
import { countsByParty } from './counts'
import { dependencesOf, orphanedBy, seenOnly, sharesOf, soleIn } from './held'
import { improvementsOwed, requestsFor, reviewsOwed } from './owed'

const now = instant(Date.UTC(2026, 10, 20))
const activity = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  name: id,
  workload: 'ledger',
  kind: 'procedure',
  events: [],
  tags: [],
  ...more,
})
const claim = (of: string, role: Role, party: string): Assignment => ({
  id: `${of}/${role}/${party}`,
  activity: of,
  role,
  party,
  claim: 'declared',
})
const team = (key: string): Party => ({ type: 'team', id: `team:${key}`, name: key, contacts: [], tags: [] })
const person = (key: string, teams: readonly string[], active?: boolean): Party => ({
  type: 'person',
  id: `person:${key}`,
  name: key,
  teams: teams.map((each) => `team:${each}`),
  contacts: [],
  tags: [],
  ...(active !== undefined && { active }),
})
const parties = [
  team('payments'),
  team('security'),
  team('empty'),
  person('lee', ['payments'], true),
  person('ann', ['payments'], true),
  person('kim', ['security'], true),
  person('gone', ['security'], false),
]
const workloads: readonly Workload[] = [
  { id: 'ledger', name: 'Ledger', team: 'team:payments', tags: [] },
  { id: 'vault', name: 'Vault', team: 'team:security', tags: [] },
]

function given(activities: readonly Activity[], assignments: readonly Assignment[]) {
  return ownershipOf(
    { activities, assignments, parties, workloads, told: [{ source: 'one', activities, assignments }] },
    now,
  )
}
const ids = (standings: readonly { readonly standing: { readonly activity: Activity } }[]) =>
  standings.map(({ standing }) => standing.activity.id)

describe('what a party holds', () => {
  const ownership = given(
    [activity('a'), activity('b'), activity('c')],
    [claim('a', 'A', 'team:payments'), claim('b', 'A', 'person:lee'), claim('c', 'V', 'person:kim')],
  )

  it('is what it is named in and, of a team, what its people are named in', () => {
    const { A, V } = sharesOf('team:payments', ownership)
    expect(A.map(({ standing, by }) => [standing.activity.id, by])).toEqual([
      ['a', []],
      ['b', ['person:lee']],
    ])
    expect(V).toEqual([])
    expect(ids(sharesOf('person:lee', ownership).A)).toEqual(['b'])
  })

  it('counts as long as the lists are', () => {
    const counts = countsByParty(ownership)
    for (const id of ['team:payments', 'person:lee', 'person:kim', 'team:security'])
      expect(counts.get(id)).toMatchObject({
        A: sharesOf(id, ownership).A.length,
        V: sharesOf(id, ownership).V.length,
        sole: soleIn(id, ownership).activities.length,
      })
  })

  it('of somebody in two teams goes to the one they stand with, so that every view counts the same', () => {
    const two = [...parties, person('max', ['security', 'payments'])]
    const activities = [activity('a'), activity('b', { workload: 'vault' }), activity('c', { workload: 'other' })]
    const assignments = activities.map(({ id }) => claim(id, 'R', 'person:max'))
    const records = { activities, assignments, parties: two, workloads }
    const both = ownershipOf({ ...records, told: [{ source: 'one', activities, assignments }] }, now)
    const load = loadOf(both.standings, both.standings, both)
    expect(ids(sharesOf('team:payments', both).R)).toEqual(['a'])
    expect(ids(sharesOf('team:security', both).R)).toEqual(['c', 'b'])
    for (const { id, responsible } of load.rows) {
      expect(sharesOf(id, both).R).toHaveLength(responsible)
      expect(countsByParty(both).get(id)?.R).toBe(responsible)
    }
  })

  it('counts what is observed as nobody’s', () => {
    const seen = given([activity('a')], [{ ...claim('a', 'A', 'person:lee'), claim: 'observed' }])
    expect(countsByParty(seen).size).toBe(0)
  })
})

describe('what rests on one person', () => {
  const sole = (assignments: readonly Assignment[], id = 'person:kim') =>
    ids(soleIn(id, given([activity('a', { workload: 'vault' })], assignments)).activities)

  it('has nobody else who is here, in either role', () => {
    expect(sole([claim('a', 'A', 'person:kim'), claim('a', 'R', 'person:gone')])).toEqual(['a'])
    expect(sole([claim('a', 'A', 'person:kim'), claim('a', 'R', 'person:lee')])).toEqual([])
    expect(sole([claim('a', 'A', 'person:kim'), claim('a', 'C', 'person:lee')])).toEqual(['a'])
  })

  it('looks into teams: one with a single active member is that member', () => {
    expect(sole([claim('a', 'A', 'team:security')])).toEqual(['a'])
    expect(sole([claim('a', 'A', 'team:security')], 'team:security')).toEqual(['a'])
    expect(sole([claim('a', 'A', 'team:payments')], 'team:payments')).toEqual([])
  })

  it('is not told where the members of a team are not known', () => {
    expect(sole([claim('a', 'A', 'person:kim'), claim('a', 'R', 'team:empty')])).toEqual([])
    expect(sole([claim('a', 'A', 'person:kim'), claim('a', 'R', 'team:nowhere')])).toEqual([])
  })

  it('is a whole workload only when all of it does', () => {
    const activities = [activity('a', { workload: 'vault' }), activity('b', { workload: 'vault' })]
    const both = given(activities, [claim('a', 'A', 'person:kim'), claim('b', 'R', 'team:security')])
    expect(soleIn('person:kim', both).workloads).toEqual([
      { id: 'vault', name: 'Vault', person: 'person:kim', count: 2 },
    ])
    const one = given(activities, [claim('a', 'A', 'person:kim'), claim('b', 'R', 'team:payments')])
    expect(soleIn('person:kim', one).workloads).toEqual([])
    const unowned = given(activities, [claim('a', 'A', 'person:kim')])
    expect(soleIn('person:kim', unowned).workloads).toEqual([])
  })
})

describe('what a party depends on', () => {
  it('is what others perform for it, and what others answer for on its workloads', () => {
    const ownership = given(
      [activity('own'), activity('done'), activity('theirs'), activity('far', { workload: 'vault' })],
      [
        claim('own', 'A', 'team:payments'),
        claim('own', 'R', 'person:lee'),
        claim('done', 'A', 'person:lee'),
        claim('done', 'R', 'person:kim'),
        claim('theirs', 'A', 'team:security'),
        claim('far', 'A', 'team:security'),
      ],
    )
    const told = (id: string) =>
      dependencesOf(id, ownership).map(({ standing, others, who }) => [standing.activity.id, others, ...who])
    expect(told('team:payments')).toEqual([
      ['done', 'performs', 'person:kim'],
      ['theirs', 'answers', 'team:security'],
    ])
    expect(told('person:lee')).toEqual(told('team:payments'))
    expect(told('person:ann')).toEqual([['theirs', 'answers', 'team:security']])
    expect(told('team:security')).toEqual([])
  })
})

describe('what a party was seen to own', () => {
  it('is told only where it is against what is declared', () => {
    const seen = (of: string, party: string): Assignment => ({
      ...claim(of, 'R', party),
      id: `${of} seen`,
      claim: 'observed',
    })
    const ownership = given(
      [activity('against'), activity('agrees'), activity('open')],
      [
        claim('against', 'R', 'team:security'),
        seen('against', 'person:lee'),
        claim('agrees', 'R', 'team:payments'),
        seen('agrees', 'person:lee'),
        seen('open', 'person:lee'),
      ],
    )
    for (const id of ['person:lee', 'team:payments']) expect(ids(seenOnly(id, ownership))).toEqual(['against'])
    expect(seenOnly('team:security', ownership)).toEqual([])
  })
})

describe('who has left', () => {
  it('orphans what nobody who is here answers for or performs', () => {
    const ownership = given(
      [activity('a'), activity('b'), activity('c')],
      [
        claim('a', 'A', 'person:gone'),
        claim('b', 'A', 'person:kim'),
        claim('b', 'R', 'person:gone'),
        claim('c', 'A', 'person:kim'),
        claim('c', 'R', 'person:gone'),
        claim('c', 'R', 'person:lee'),
      ],
    )
    expect(orphanedBy('person:gone', ownership).map(({ activity: { id } }) => id)).toEqual(['a', 'b'])
    expect(orphanedBy('person:kim', ownership)).toEqual([])
  })
})

describe('what a party owes', () => {
  const reviewed = (
    id: string,
    daysAgo: number | undefined,
    reviewers: readonly string[],
    approvers: readonly string[],
  ) =>
    activity(id, {
      review: {
        every: duration(90 * day24),
        ...(daysAgo !== undefined && { last: after(now, duration(-daysAgo * day24)) }),
        reviewers,
        approvers,
      },
    })

  it('is the reviews that are late, never done or due soon, in that order', () => {
    const ownership = given(
      [
        reviewed('soon', 80, ['person:lee'], []),
        reviewed('late', 100, [], ['team:payments']),
        reviewed('later', 91, ['person:lee'], []),
        reviewed('far', 1, ['person:lee'], []),
        reviewed('never', undefined, ['person:lee'], []),
        reviewed('other', 100, ['person:kim'], []),
        reviewed('owner', 95, [], []),
      ],
      [claim('owner', 'A', 'person:lee')],
    )
    const { open, later } = reviewsOwed('team:payments', ownership, now)
    expect(open.map(({ duty, as }) => [duty.standing.activity.id, as])).toEqual([
      ['late', 'approver'],
      ['owner', 'accountable'],
      ['later', 'reviewer'],
      ['never', 'reviewer'],
      ['soon', 'reviewer'],
    ])
    expect(later).toBe(1)
    expect(reviewsOwed('person:ann', ownership, now)).toEqual({ open: [], later: 0 })
  })

  it('is the improvements that it or its people have taken on', () => {
    const one = (id: string, owner: string | undefined, state: Improvement['state']): Improvement => ({
      id,
      title: id,
      from: 'review',
      state,
      ...(owner !== undefined && { owner }),
    })
    const ownership = given([], [])
    const all = [
      one('a', 'person:lee', 'open'),
      one('b', 'person:lee', 'done'),
      one('c', 'team:payments', 'unknown:stuck'),
      one('d', undefined, 'open'),
      one('e', 'person:kim', 'open'),
    ]
    expect(improvementsOwed('team:payments', all, ownership).map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it('is the requests it decides, that change what it holds, or are about what it answers for', () => {
    const one = (id: string, more: Partial<ChangeRequest>): ChangeRequest => ({
      id,
      activity: 'x',
      kind: 'change',
      steps: [],
      reason: 'because',
      proposer: 'A. Haddad',
      proposedAt: now,
      approvers: [],
      state: 'proposed',
      ...more,
    })
    const requests = [
      one('1', { approvers: ['person:lee'] }),
      one('2', { steps: [{ op: 'give', role: 'A', party: 'team:payments' }] }),
      one('3', { activity: 'mine' }),
      one('4', {}),
      one('5', { approvers: ['person:lee'], state: 'approved' }),
    ]
    const concerns = requestsFor('team:payments', requests, new Set(['mine']), given([], []))
    expect(concerns.map(({ request, how }) => [request.id, how])).toEqual([
      ['1', 'decides'],
      ['2', 'changes'],
      ['3', 'answers'],
    ])
  })
})
