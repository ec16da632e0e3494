import { describe, expect, it } from 'vitest'
import { aPerson, aTeam, at, companyOf, judged } from '../../../test/tools/planning'
import type { Activity } from '../ownership'
import type { Id } from '../units'
import { heldBy } from './held'
import { type Deed, emptyPlan, type Plan } from './plan'
import { brokenBy } from './problems'
import { type Outcome, rehearse } from './rehearse'

const parties = [
  aTeam('payments', { parent: 'team:commerce' }),
  aTeam('checkout', { parent: 'team:commerce' }),
  aTeam('legacy', { parent: 'team:commerce' }),
  aTeam('commerce'),
  aPerson('Ada', ['payments']),
  aPerson('Bob', ['legacy']),
  aPerson('Eve', ['checkout']),
]
const held = {
  'ledger/deploy': ['A payments', 'R payments', 'I checkout'],
  'ledger/restore': ['A legacy', 'R legacy', 'C payments'],
  'ledger/rotate': ['A payments', 'R legacy', 'R Bob'],
  'basket/deploy': ['A legacy', 'R checkout', '~R Bob'],
}

const plan = (...deeds: readonly Deed[]): Plan => ({
  ...emptyPlan('p1', 'Plan'),
  moves: deeds.map((deed, index) => ({ ...deed, id: `s${index + 1}` })),
})
const everything = { workloads: [], activities: [], roles: [] } as const
const now = (deeds: readonly Deed[], over: Readonly<Record<string, Partial<Activity>>> = {}): Outcome =>
  rehearse({ ownership: judged(companyOf(held, parties, over)), now: at }, plan(...deeds))
const after = ({ after: { byId } }: Outcome, id: Id) =>
  heldBy(byId.get(id)?.assignments ?? [])
    .map(({ role, party }) => `${role} ${party.replace(/^\w+:/, '')}`)
    .toSorted()
const words = (outcome: Outcome) =>
  brokenBy(outcome).map(({ activity, gap, fresh }) => `${activity} ${gap}${fresh ? '' : ' as before'}`)

describe('a rehearsal', () => {
  it('of nothing changes nothing', () => {
    const outcome = now([])
    expect(outcome.changes).toEqual([])
    expect(outcome.after.standings.every((each, index) => each === outcome.before.standings[index])).toBe(true)
    expect(brokenBy(outcome)).toEqual([])
  })

  it('hands over what a move names: by role, workload and activity', () => {
    const some = now([{ kind: 'move', from: 'team:legacy', to: 'team:checkout', ...everything, roles: ['R'] }])
    expect(some.changes.map(({ id }) => id)).toEqual(['ledger/restore', 'ledger/rotate'])
    expect(after(some, 'ledger/restore')).toEqual(['A legacy', 'C payments', 'R checkout'])
    const ledger = now([
      { kind: 'move', from: 'team:legacy', to: 'team:checkout', ...everything, workloads: ['ledger'] },
    ])
    expect(after(ledger, 'basket/deploy')).toEqual(['A legacy', 'R checkout'])
    expect(after(ledger, 'ledger/restore')).toEqual(['A checkout', 'C payments', 'R checkout'])
    const one = now([
      { kind: 'move', from: 'team:legacy', to: 'team:checkout', ...everything, activities: ['basket/deploy'] },
    ])
    expect(one.changes.map(({ id }) => id)).toEqual(['basket/deploy'])
  })

  it('tells what is gained and lost, and the steps that ask for it', () => {
    const [change] = now([{ kind: 'merge', from: 'team:legacy', into: 'team:payments' }]).changes
    expect(change?.lost).toEqual([
      { role: 'A', party: 'team:legacy' },
      { role: 'R', party: 'team:legacy' },
    ])
    expect(change?.steps).toEqual([
      { op: 'take', role: 'A', party: 'team:legacy' },
      { op: 'take', role: 'R', party: 'team:legacy' },
      { op: 'give', role: 'A', party: 'team:payments' },
      { op: 'give', role: 'R', party: 'team:payments' },
    ])
  })

  it('gives a role only once where both held it, and merges the people', () => {
    const outcome = now([{ kind: 'merge', from: 'team:legacy', into: 'team:payments' }])
    expect(after(outcome, 'ledger/rotate')).toEqual(['A payments', 'R Bob', 'R payments'])
    expect(outcome.after.members('team:payments').map(({ name }) => name)).toEqual(['Ada', 'Bob'])
    expect(outcome.after.members('team:legacy')).toEqual([])
    expect([...outcome.retired]).toEqual([['team:legacy', 1]])
  })

  it('splits a team into itself and one that no source knows', () => {
    const split = {
      kind: 'split',
      team: 'team:legacy',
      into: 'team:new',
      workloads: ['basket'],
      activities: [],
      people: ['person:Bob'],
    } as const
    const ownership = judged(companyOf(held, parties))
    const outcome = rehearse({ ownership, now: at }, { ...plan(split), teams: [{ id: 'team:new', name: 'New' }] })
    expect(after(outcome, 'basket/deploy')).toEqual(['A new', 'R checkout'])
    expect(after(outcome, 'ledger/restore')).toEqual(['A legacy', 'C payments', 'R legacy'])
    expect(outcome.after.party('team:new')?.name).toBe('New')
    expect(outcome.after.members('team:new').map(({ name }) => name)).toEqual(['Bob'])
    expect(outcome.after.members('team:legacy')).toEqual([])
  })

  it('sends the rest of a split team on, and ends the team', () => {
    const split = { kind: 'split', team: 'team:legacy', into: 'team:checkout', rest: 'team:payments' } as const
    const outcome = now([{ ...split, workloads: ['basket'], activities: [], people: [] }])
    expect(after(outcome, 'basket/deploy')).toEqual(['A checkout', 'R checkout'])
    expect(after(outcome, 'ledger/restore')).toEqual(['A payments', 'C payments', 'R payments'])
    expect(outcome.retired.has('team:legacy')).toBe(true)
  })

  it('leaves to nobody what has no successor, and says so', () => {
    const outcome = now([{ kind: 'retire', party: 'team:legacy' }])
    expect(words(outcome)).toEqual([
      'ledger/restore no-accountable',
      'ledger/restore no-responsible',
      'basket/deploy no-accountable',
    ])
  })

  it('judges by who is still here: the last of a team who leaves takes the team with them', () => {
    const outcome = now([{ kind: 'retire', party: 'person:Bob', successor: 'person:Ada' }])
    expect(after(outcome, 'ledger/rotate')).toEqual(['A payments', 'R Ada', 'R legacy'])
    expect(words(outcome)).toEqual([
      'ledger/restore accountable-left',
      'ledger/restore responsible-inactive',
      'basket/deploy accountable-left',
    ])
  })

  it('gives single roles: one is accountable, others are added', () => {
    const outcome = now([
      { kind: 'appoint', gives: [{ activity: 'ledger/restore', role: 'R', party: 'team:checkout' }] },
      { kind: 'appoint', gives: [{ activity: 'ledger/restore', role: 'A', party: 'team:payments' }] },
    ])
    expect(after(outcome, 'ledger/restore')).toEqual(['A payments', 'C payments', 'R checkout', 'R legacy'])
    expect(words(outcome)).toEqual([])
  })

  it('shows what was doubled before, and heals it where the two become one', () => {
    const doubled = { ...held, 'ledger/audit': ['A payments', 'A legacy', 'R checkout'] }
    const ownership = judged(companyOf(doubled, parties))
    const outcome = (deed: Deed) => rehearse({ ownership, now: at }, plan(deed))
    const move = { kind: 'move', to: 'team:commerce', ...everything, activities: ['ledger/audit'] } as const
    const still = outcome({ ...move, from: 'team:legacy' })
    expect(words(still)).toEqual(['ledger/audit many-accountable as before'])
    expect(brokenBy(still)[0]?.candidates.map(({ party }) => party)).toEqual([
      'team:payments',
      'team:commerce',
      'team:checkout',
    ])
    expect(words(outcome({ kind: 'merge', from: 'team:legacy', into: 'team:payments' }))).toEqual([])
  })

  it('names those who could take over: holders, who was seen, the parent, the owner of the workload', () => {
    const broken = brokenBy(now([{ kind: 'retire', party: 'team:legacy' }]))
    const words = broken.map(({ candidates }) => candidates.map(({ party, reason }) => `${party} ${reason}`))
    expect(words[0]).toEqual(['team:payments is consulted already', 'team:commerce parent of legacy'])
    expect(words[2]).toEqual([
      'team:checkout performs it already',
      'person:Bob was seen to do it',
      'team:commerce parent of legacy',
      'team:payments owns basket',
    ])
  })
})

describe('steps that cannot be taken', () => {
  const reasons = (outcome: Outcome) => outcome.moves.map(({ state, reason }) => `${state}: ${reason ?? ''}`)

  it('are left out with the reason, and those after them go on', () => {
    const outcome = now([
      { kind: 'merge', from: 'team:gone', into: 'team:payments' },
      { kind: 'retire', party: 'team:legacy', successor: 'team:checkout' },
      { kind: 'move', from: 'team:payments', to: 'team:legacy', ...everything },
      { kind: 'merge', from: 'team:checkout', into: 'team:checkout' },
      { kind: 'merge', from: 'person:Ada', into: 'team:checkout' },
    ])
    expect(reasons(outcome)).toEqual([
      'blocked: No source knows team:gone (any more).',
      'applies: ',
      'blocked: legacy is no more after step 2.',
      'blocked: It hands over to itself.',
      'blocked: Only teams can be merged or split.',
    ])
  })

  it('say that there is nothing to hand over, and which part is no longer there', () => {
    const outcome = now([
      { kind: 'move', from: 'team:commerce', to: 'team:payments', ...everything },
      { kind: 'split', team: 'team:legacy', into: 'team:checkout', workloads: [], activities: [], people: [] },
      { kind: 'appoint', gives: [{ activity: 'no/such', role: 'A', party: 'team:payments' }] },
      {
        kind: 'move',
        from: 'team:legacy',
        to: 'team:payments',
        roles: [],
        workloads: [],
        activities: ['ledger/restore', 'no/such'],
      },
    ])
    expect(reasons(outcome)).toEqual([
      'nothing: commerce holds nothing of what it names.',
      'nothing: Nothing is named yet that goes to the other team.',
      'nothing: There is no activity no/such (any more).',
      'applies: 1 of 2 named activities are no longer there: no/such.',
    ])
  })
})
