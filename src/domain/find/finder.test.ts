import { describe, expect, it } from 'vitest'
import { ownershipOf } from '../coverage'
import type { Activity, Assignment, Party, Workload } from '../ownership'
import { instant } from '../units'
import { finderOf } from './finder'

const activity = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  name: id,
  workload: 'ledger',
  kind: 'procedure',
  events: [],
  tags: [],
  ...more,
})
const claim = (of: string, role: Assignment['role'], party: string): Assignment => ({
  id: `${of}/${role}/${party}`,
  activity: of,
  role,
  party,
  claim: 'declared',
})
const parties: readonly Party[] = [
  {
    type: 'team',
    id: 'team:security',
    name: 'Security',
    contacts: [
      { kind: 'mail', text: 'security@example.org' },
      { kind: 'chat', text: '#security', url: 'https://chat.example.org/security' },
    ],
    tags: [],
  },
  { type: 'team', id: 'team:payments', name: 'Payments', parent: 'team:security', contacts: [], tags: [] },
  { type: 'person', id: 'person:lee', name: 'T. Lee', teams: ['team:security'], contacts: [], tags: [], active: true },
  {
    type: 'person',
    id: 'person:farrow',
    name: 'B. Farrow',
    teams: ['team:payments'],
    contacts: [{ kind: 'mail', text: 'farrow@example.org' }],
    tags: [],
    active: false,
  },
]
const workloads: readonly Workload[] = [
  { id: 'ledger', name: 'Payments ledger', team: 'team:security', tags: ['money'] },
  { id: 'idle', name: 'Idle', tags: [] },
]
const activities = [
  activity('rotate', { events: ['cert-expiry'], tags: ['keys'] }),
  activity('restore', { events: ['cert-expiry', 'restore'] }),
  activity('deploy'),
  activity('provider', { noOwnerBecause: 'It is not ours.' }),
]
const assignments = [
  claim('rotate', 'A', 'team:security'),
  claim('rotate', 'R', 'person:farrow'),
  claim('restore', 'A', 'person:lee'),
  claim('restore', 'R', 'team:security'),
  claim('deploy', 'R', 'team:security'),
]
const ownership = ownershipOf(
  { activities, assignments, parties, workloads, told: [{ source: 'one', activities, assignments }] },
  instant(0),
)
const finder = finderOf({ ownership, parties, workloads })
const answerTo = (text: string) => {
  const [entry] = finder.find(text, 8).flatMap(({ items }) => items)
  if (!entry) throw new Error(`${text} is not found.`)
  return finder.answer(entry)
}

describe('the answer beside a hit', () => {
  it('says who answers for an activity and who performs it, who has left, and the contact that opens soonest', () => {
    expect(answerTo('rotate')).toEqual({
      kind: 'owners',
      context: 'Payments ledger',
      line: {
        of: 1,
        accountable: [{ id: 'team:security', name: 'Security', left: false, count: 1 }],
        responsible: [{ id: 'person:farrow', name: 'B. Farrow', left: true, count: 1 }],
        reach: { who: 'Security', kind: 'chat', text: '#security', url: 'https://chat.example.org/security' },
      },
    })
  })

  it('reaches a person without a contact through the team', () => {
    expect(answerTo('restore').line.reach).toMatchObject({ who: 'Security', text: '#security' })
  })

  it('calls it a gap when nobody answers', () => {
    expect(answerTo('deploy').line).toMatchObject({ gap: 'nobody answers for it', accountable: [] })
  })

  it('gives the reason where nobody is meant to', () => {
    const { line } = answerTo('provider')
    expect(line).toMatchObject({ note: 'no owner by design: It is not ours.' })
    expect(line.gap).toBeUndefined()
  })

  it('sums a workload up, the most frequent owner first', () => {
    expect(answerTo('payments ledger')).toMatchObject({
      context: 'kept by Security',
      line: {
        of: 4,
        gap: 'nobody answers for 1 of its 4 activities',
        responsible: [{ name: 'Security', count: 2 }, {}],
      },
    })
    expect(answerTo('idle').line).toMatchObject({ of: 0, note: 'no activity recorded' })
  })

  it('sums up what answers an alert, and says when nothing does', () => {
    expect(answerTo('cert expiry')).toMatchObject({ line: { of: 2 }, answeredBy: ['rotate', 'restore'] })
    expect(finder.answer({ kind: 'alert', id: 'Cert_Expiry', name: 'Cert_Expiry', also: [] })).toMatchObject({
      answeredBy: ['rotate', 'restore'],
    })
    expect(finder.answer({ kind: 'alert', id: 'disk-full', name: 'disk-full', also: [] })).toMatchObject({
      line: { gap: 'nobody answers it' },
      answeredBy: [],
    })
  })

  it('finds an alert that is called like its activity once', () => {
    expect(finder.find('restore', 8).map(({ kind }) => kind)).toEqual(['activity'])
  })

  it('sums a tag up, of activities and of the workloads they belong to', () => {
    expect(answerTo('keys').line).toMatchObject({ of: 1 })
    expect(answerTo('money').line).toMatchObject({ of: 4 })
  })

  it('says what a team and a person hold, and when they have left', () => {
    expect(answerTo('security')).toMatchObject({ line: { counts: { A: 2, R: 2 }, within: [] } })
    expect(answerTo('farrow')).toEqual({
      kind: 'duties',
      line: {
        counts: { A: 0, R: 1, V: 0, C: 0, I: 0, gaps: 0, sole: 0 },
        recorded: { accountable: true, responsible: true },
        within: ['Payments'],
        gap: 'has left',
      },
    })
  })

  it('does not hold against a set what its source does not record', () => {
    const bare = ownershipOf(
      { activities, assignments: [], parties, workloads, told: [{ source: 'one', activities, assignments: [] }] },
      instant(0),
    )
    const line = finderOf({ ownership: bare, parties, workloads }).answer({
      kind: 'activity',
      id: 'deploy',
      name: 'deploy',
      also: [],
    }).line
    expect(line).toEqual({ of: 1, note: 'owners not recorded' })
  })
})
