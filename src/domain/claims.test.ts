import { describe, expect, it } from 'vitest'
import { roleClaimsOf } from './claims'
import type { Activity, Assignment, Party } from './ownership'
import type { Told } from './recorded'

const activity: Activity = { id: 'x', name: 'X', workload: 'w', kind: 'procedure', events: [], tags: [] }
const parties: readonly Party[] = [
  { type: 'team', id: 'team:sec', name: 'Security', contacts: [], tags: [] },
  { type: 'team', id: 'team:pay', name: 'Payments', contacts: [], tags: [] },
  { type: 'person', id: 'person:lee', name: 'Lee', teams: ['team:sec'], contacts: [], tags: [] },
]
const party = (id: string) => parties.find((each) => each.id === id)

const a = (id: string, holder: string, more: Partial<Assignment> = {}): Assignment => ({
  id,
  activity: 'x',
  role: 'A',
  party: holder,
  claim: 'declared',
  ...more,
})
const seen = (id: string, holder: string, more: Partial<Assignment> = {}) =>
  a(id, holder, { claim: 'observed', ...more })
const told = (source: string, ...assignments: Assignment[]): Told => ({ source, activities: [], assignments })

function claims(...all: Told[]) {
  const byId = new Map<string, Assignment>()
  for (const { assignments } of all) for (const each of assignments) if (!byId.has(each.id)) byId.set(each.id, each)
  return roleClaimsOf({ activity, assignments: [...byId.values()] }, { told: all, party }, (id) => id.toUpperCase())
}
const beliefs = (...all: Told[]) =>
  claims(...all).map(({ role, claims: said }) => [role, ...said.map(({ source, belief }) => `${source} ${belief}`)])

describe('what is claimed of a role', () => {
  it('is nothing where nobody speaks of it', () => {
    expect(claims(told('rest', a('1', 'team:sec', { activity: 'other' })))).toEqual([])
  })

  it('holds when it is the only claim', () => {
    const [accountable] = claims(told('rest', a('1', 'team:sec')))
    expect(accountable).toMatchObject({
      role: 'A',
      disputed: false,
      claims: [{ belief: 'holds', why: 'the only claim' }],
    })
  })

  it('agrees when a later source says the same, under another id or the same', () => {
    expect(beliefs(told('rest', a('1', 'team:sec')), told('files', a('1', 'team:sec'), a('2', 'team:sec')))).toEqual([
      ['A', 'rest holds', 'files agrees', 'files agrees'],
    ])
  })

  it('is overruled where a source that comes first tells the same entry otherwise', () => {
    const [accountable] = claims(told('rest', a('1', 'team:sec')), told('files', a('1', 'team:pay')))
    expect(accountable?.disputed).toBe(true)
    expect(accountable?.claims[1]).toMatchObject({
      belief: 'overruled',
      differs: true,
      why: 'REST has the same entry and comes first in the configured order',
    })
  })

  it('counts too where it is another entry, and only one may answer', () => {
    const [accountable] = claims(told('rest', a('1', 'team:sec')), told('files', a('2', 'team:pay')))
    expect(accountable).toMatchObject({ disputed: true, claims: [{ belief: 'holds' }, { belief: 'also' }] })
  })

  it('may be held by several where the role allows it', () => {
    const r = { role: 'R' } as const
    const [responsible] = claims(told('rest', a('1', 'team:sec', r), a('2', 'team:pay', r)))
    expect(responsible).toMatchObject({
      role: 'R',
      disputed: false,
      claims: [{ belief: 'holds' }, { belief: 'holds' }],
    })
  })

  it('comes after what is declared when it was only seen, whatever the order of the sources', () => {
    const all = claims(told('tags', seen('1', 'team:pay')), told('rest', a('2', 'team:sec')))
    expect(all).toMatchObject([
      {
        disputed: true,
        claims: [
          { source: 'rest', belief: 'holds' },
          { source: 'tags', belief: 'observed', why: 'declared comes before observed', differs: true },
        ],
      },
    ])
  })

  it('agrees when a member of the declared team was seen', () => {
    expect(beliefs(told('rest', a('1', 'team:sec'), seen('2', 'person:lee')))).toEqual([
      ['A', 'rest holds', 'rest agrees'],
    ])
  })

  it('holds nothing when it was seen and nobody has declared it', () => {
    const [accountable] = claims(told('tags', seen('1', 'team:pay')))
    expect(accountable).toMatchObject({
      disputed: false,
      claims: [{ belief: 'observed', why: 'seen, but nobody has declared it' }],
    })
  })

  it('names nobody when a placeholder stands there, and overrules nobody', () => {
    const { party: _nobody, ...todo } = a('1', '', { placeholder: 'TODO' })
    expect(beliefs(told('rest', todo), told('files', a('1', 'team:pay')))).toEqual([
      ['A', 'rest placeholder', 'files holds'],
    ])
  })
})
