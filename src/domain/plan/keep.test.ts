import { describe, expect, it } from 'vitest'
import { newTeamId, withGives, withMove, withoutMove, withTeam } from './edit'
import { plansText, readPlans } from './keep'
import { emptyPlan } from './plan'

const plan = withMove(emptyPlan('p1', 'Plan'), { kind: 'merge', from: 'team:a', into: 'team:b' })

describe('kept plans', () => {
  it('are none where nothing is kept', () => {
    expect(readPlans('')).toEqual({ plans: [], unread: 0 })
    expect(plansText([])).toBe('')
  })

  it.each([
    ['no JSON', '[{'],
    ['no list', '{}'],
    ['a plan without a name', '[{"id":"p1","moves":[]}]'],
    ['a step of an unknown kind', '[{"id":"p1","name":"x","moves":[{"id":"s1","kind":"conquer"}]}]'],
    ['a step without a party', '[{"id":"p1","name":"x","moves":[{"id":"s1","kind":"merge","from":"team:a"}]}]'],
  ])('that cannot be read are counted, not guessed: %s', (_what, text) => {
    expect(readPlans(text)).toEqual({ plans: [], unread: 1 })
  })

  it('stand beside one that cannot be read', () => {
    const text = JSON.stringify([...JSON.parse(plansText([plan])), 7])
    expect(readPlans(text)).toEqual({ plans: [plan], unread: 1 })
  })
})

describe('changes of a plan', () => {
  it('give steps ids that are not used yet', () => {
    const two = withMove(plan, { kind: 'retire', party: 'team:c' })
    expect(two.moves.map(({ id }) => id)).toEqual(['s1', 's2'])
    const again = withMove(withoutMove(two, 's1'), { kind: 'retire', party: 'team:d' })
    expect(again.moves.map(({ id }) => id)).toEqual(['s2', 's3'])
  })

  it('gather single roles in one step: the last accountable that is named counts', () => {
    const give = (party: string, role: 'A' | 'R') => ({ activity: 'x', role, party })
    const one = withGives(withGives(plan, [give('team:a', 'A'), give('team:a', 'R')]), [
      give('team:b', 'A'),
      give('team:b', 'R'),
    ])
    expect(one.moves).toHaveLength(2)
    expect(one.moves[1]).toMatchObject({
      kind: 'appoint',
      gives: [give('team:b', 'A'), give('team:a', 'R'), give('team:b', 'R')],
    })
  })

  it('name a new team once, by an id that tells its name', () => {
    expect(newTeamId(' Ledger & Co ')).toBe('team:ledger-co')
    expect(newTeamId('Größe 2')).toBe('team:größe-2')
    const team = { id: newTeamId('New'), name: 'New' }
    expect(withTeam(withTeam(plan, team), team).teams).toEqual([team])
  })
})
