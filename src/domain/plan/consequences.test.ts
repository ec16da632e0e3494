import { describe, expect, it } from 'vitest'
import { aPerson, aTeam, at, companyOf, judged } from '../../../test/tools/planning'
import type { ChangeRequest, RoleStep } from '../change'
import { instant } from '../units'
import { busFactor, resilienceOf } from './busFactor'
import { changeDocument, changeTable } from './list'
import { gapChanges, isMoved, loadsOf } from './loads'
import { noticesOf, noticeText } from './notices'
import { type Deed, emptyPlan, type Plan } from './plan'
import { brokenBy, collisions } from './problems'
import { rehearse } from './rehearse'
import { requestsOf } from './requests'

const parties = [
  aTeam('payments'),
  aTeam('checkout'),
  aTeam('legacy'),
  aTeam('mobile', { parent: 'team:legacy' }),
  aPerson('Ada', ['payments']),
  aPerson('Eve', ['checkout']),
  aPerson('Kim', ['checkout']),
  aPerson('Gone', ['checkout'], { active: false }),
  aPerson('Bob', ['legacy']),
]
const company = companyOf(
  {
    'ledger/deploy': ['A payments', 'R legacy', 'V checkout', '~R legacy'],
    'ledger/restore': ['A legacy', 'R Bob', 'V legacy'],
    'basket/deploy': ['A checkout', 'R checkout', 'R mobile'],
  },
  parties,
  { 'ledger/restore': { review: { reviewers: ['team:legacy'], approvers: ['person:Ada'] }, version: '7' } },
)
const ownership = judged({
  ...company,
  workloads: company.workloads.map((each) => (each.id === 'ledger' ? { ...each, team: 'team:legacy' } : each)),
})
const plan = (...deeds: readonly Deed[]): Plan => ({
  ...emptyPlan('p1', 'Legacy ends'),
  reason: 'wound down',
  moves: deeds.map((deed, index) => ({ ...deed, id: `s${index + 1}` })),
})
const now = (...deeds: readonly Deed[]) => rehearse({ ownership, now: at }, plan(...deeds))
const merged = now({ kind: 'merge', from: 'team:legacy', into: 'team:checkout' })
const left = now({ kind: 'retire', party: 'team:legacy' })

const request = (id: string, steps: readonly RoleStep[], over: Partial<ChangeRequest> = {}): ChangeRequest => ({
  id,
  activity: 'ledger/restore',
  kind: 'transfer',
  steps,
  reason: 'because',
  proposer: 'Ada',
  proposedAt: instant(0),
  approvers: [],
  state: 'proposed',
  ...over,
})

describe('bus factor', () => {
  it('counts people who are here, and members of teams, each once', () => {
    const of = (id: string) => busFactor(ownership.byId.get(id) ?? { assignments: [] }, ownership)
    expect(of('ledger/deploy')).toEqual({ people: 1, parties: 1 })
    expect(of('ledger/restore')).toEqual({ people: 1, parties: 1 })
    expect(of('no/such')).toEqual({ people: 0, parties: 0 })
  })

  it('is not recorded where the members of a team are not', () => {
    const standing = ownership.byId.get('basket/deploy') ?? { assignments: [] }
    expect(busFactor(standing, ownership)).toEqual({ parties: 2 })
  })

  it('tells before and after, by activity and by the weakest of each workload', () => {
    const told = resilienceOf(merged)
    expect(told.one).toEqual({ before: 2, after: 1 })
    expect(told.several).toEqual({ before: 0, after: 1 })
    expect(told.unknown).toEqual({ before: 1, after: 1 })
    expect(told.changed).toEqual([
      { id: 'ledger/deploy', before: { people: 1, parties: 1 }, after: { people: 3, parties: 1 } },
    ])
    expect(told.workloads).toEqual([])
    expect(resilienceOf(left).workloads).toEqual([{ id: 'ledger', before: 1, after: 0 }])
  })
})

describe('load', () => {
  it('is told for every team before and after', () => {
    const { parties: loads, workloads } = loadsOf(merged)
    expect(workloads).toBe(2)
    expect(loads.filter(isMoved).map(({ id }) => id)).toEqual(['team:checkout', 'team:legacy'])
    expect(loads.find(({ id }) => id === 'team:checkout')).toMatchObject({
      accountable: { before: 1, after: 2 },
      responsible: { before: 1, after: 3 },
      workloads: { before: 1, after: 2 },
    })
  })

  it('goes with the gaps, which the one rule counts', () => {
    const changed = gapChanges(left).filter(({ before, after }) => before !== after)
    expect(changed).toEqual([
      { kind: 'no-accountable', before: 0, after: 1 },
      { kind: 'no-responsible', before: 0, after: 1 },
    ])
  })
})

describe('what else is to be seen to', () => {
  it('names reviews, workloads and teams that point to who is no more, and roles that people keep', () => {
    expect(noticesOf(left, parties).map((notice) => [notice.kind, notice.ids])).toEqual([
      ['reviews', ['ledger/restore']],
      ['workloads', ['ledger']],
      ['children', ['team:mobile']],
      ['personal', ['ledger/restore']],
      ['validator', ['ledger/restore']],
    ])
    expect(noticesOf(left, parties).map((notice) => noticeText(notice, left))).toContain(
      'legacy is the parent of mobile.',
    )
  })

  it('names who would check what they perform, and whom only the plan knows', () => {
    expect(noticesOf(merged, parties).map(({ kind }) => kind)).toContain('self-check')
    const deed: Deed = { kind: 'merge', from: 'team:legacy', into: 'team:new' }
    const founded = rehearse({ ownership, now: at }, { ...plan(deed), teams: [{ id: 'team:new', name: 'New' }] })
    expect(noticesOf(founded, parties)[0]).toEqual({ kind: 'team', ids: ['team:new'], party: 'team:new' })
  })
})

describe('requests that wait', () => {
  const [change] = merged.changes.filter(({ id }) => id === 'ledger/restore')
  const steps = change?.steps ?? []

  it('collide where they do not go together with the plan', () => {
    const found = collisions(merged, [
      request('same', steps),
      request('opposite', [{ op: 'take', role: 'A', party: 'team:checkout' }]),
      request('other accountable', [{ op: 'give', role: 'A', party: 'team:payments' }]),
      request('part', [{ op: 'take', role: 'A', party: 'team:legacy' }]),
      request('for who is gone', [{ op: 'give', role: 'I', party: 'team:legacy' }], { activity: 'basket/deploy' }),
      request('apart', [{ op: 'give', role: 'I', party: 'team:payments' }]),
      request('decided', [{ op: 'give', role: 'I', party: 'team:legacy' }], { state: 'rejected' }),
      request('of before', [{ op: 'give', role: 'C', party: 'team:payments' }], { plan: 'Legacy ends' }),
    ])
    expect(found.map(({ request: { id }, reason }) => [id, reason])).toEqual([
      ['opposite', 'It takes a role that the plan gives.'],
      ['other accountable', 'It names another accountable party: both together would make two.'],
      ['part', 'It asks for a part of what the plan does: whichever comes second will not fit any more.'],
      ['for who is gone', 'It gives a role to legacy, who is no more after the plan.'],
      ['of before', 'It is of this plan, and asks for something else than the plan does now.'],
    ])
  })

  it('are not sent twice, and each wish has a mark of its own', () => {
    const all = requestsOf(merged, [], 'why')
    expect(all.toSend.map(({ activity, command, version }) => [activity, command.change, version])).toEqual([
      ['ledger/deploy', 'transfer', undefined],
      ['ledger/restore', 'transfer', '7'],
    ])
    expect(new Set(all.toSend.map(({ mark }) => mark)).size).toBe(2)
    expect(requestsOf(merged, [], 'why').toSend).toEqual(all.toSend)
    expect(requestsOf(merged, [], 'another').toSend[0]?.mark).not.toBe(all.toSend[0]?.mark)
    const rest = requestsOf(merged, [request('same', steps.toReversed())], 'why')
    expect(rest.toSend.map(({ activity }) => activity)).toEqual(['ledger/deploy'])
    expect(rest.waiting.map(({ id }) => id)).toEqual(['same'])
    expect(requestsOf(left, [], 'why').toSend.map(({ command }) => command.change)).toEqual(['change', 'change'])
  })
})

describe('the change list', () => {
  const rehearsal = { outcome: left, problems: brokenBy(left), notices: noticesOf(left, parties) }

  it('is whole: each role that is given or taken, with scope, time and definitions', () => {
    const { columns, rows, scope, definitions } = changeTable(rehearsal, at, 'UTC')
    expect(columns.map(({ key }) => key)).toEqual([
      'activity',
      'name',
      'workload',
      'change',
      'role',
      'party',
      'partyId',
    ])
    expect(rows).toContainEqual([
      'ledger/restore',
      'Activity ledger/restore',
      'ledger',
      'taken',
      'A',
      'legacy',
      'team:legacy',
    ])
    expect(rows).toHaveLength(left.changes.reduce((sum, each) => sum + each.steps.length, 0))
    expect(scope.join('\n')).toContain('20 Nov 2026 00:00 UTC (2026-11-20T00:00:00Z)')
    expect(scope).toContain('Step 1: legacy leaves; nobody takes over: 3 roles in 2 activities.')
    expect(scope).toContain('Nobody accountable: 0 before, 1 after.')
    expect(definitions.length).toBeGreaterThan(2)
  })

  it('says in words what is not solved and what is to be seen to', () => {
    const text = changeDocument(rehearsal, at, 'UTC')
    expect(text).toContain('# Legacy ends')
    expect(text).toContain('## Not solved\n\n- Activity ledger/deploy (ledger/deploy): Nobody performs it.')
    expect(text).toContain('## To see to')
  })
})
