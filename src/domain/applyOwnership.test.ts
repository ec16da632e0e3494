import { describe, expect, it } from 'vitest'
import { applyCommand, type Change, changedIds, heldIn, isRefusal } from './apply'
import type { ChangeRequest } from './change'
import type { Command } from './command'
import type { Activity, Assignment, Party } from './ownership'
import { type Facet, facetRules, type Holdings, type Records } from './query/facets'
import { after, day24, instant } from './units'

const at = instant(1_800_000_000_000)

const activity: Activity = {
  id: 'rotate',
  name: 'Rotate certificates',
  workload: 'ledger',
  kind: 'procedure',
  events: [],
  tags: [],
  review: { every: day24, reviewers: ['person:ada'], approvers: ['person:ada'] },
  history: [{ at: instant(1), what: 'Runbook put under version control' }],
  exceptions: [{ gap: 'review-overdue', until: instant(2), reason: 'Freeze' }],
  version: '4',
}
const team = (key: string, name: string): Party => ({ type: 'team', id: `team:${key}`, name, contacts: [], tags: [] })
const claim = (id: string, role: Assignment['role'], over: Partial<Assignment>): Assignment => ({
  id,
  activity: 'rotate',
  role,
  claim: 'declared',
  ...over,
})
const request: ChangeRequest = {
  id: 'CHG-1',
  activity: 'rotate',
  kind: 'transfer',
  steps: [
    { op: 'take', role: 'A', party: 'team:platform' },
    { op: 'give', role: 'A', party: 'team:security' },
    { op: 'give', role: 'V', party: 'team:audit' },
  ],
  reason: 'Custody is with Security.',
  proposer: 'P. Poser',
  proposedAt: instant(5),
  approvers: ['person:ada'],
  state: 'proposed',
  plan: 'Autumn',
  version: '1',
}
const world: Partial<Holdings> = {
  activities: [activity],
  parties: [team('platform', 'Platform'), team('security', 'Security')],
  assignments: [
    claim('1', 'A', { party: 'team:platform' }),
    claim('2', 'A', { party: 'team:platform', inheritedFrom: 'ledger' }),
    claim('3', 'A', { party: 'team:platform', claim: 'observed' }),
    claim('4', 'R', { party: 'team:platform' }),
    claim('5', 'V', { placeholder: 'TODO' }),
    claim('6', 'C', { placeholder: 'TODO' }),
    { ...claim('7', 'A', { party: 'team:platform' }), activity: 'another' },
  ],
  requests: [request],
}

function carryOut(command: Command, more: { actor?: string; version?: string; world?: Partial<Holdings> } = {}) {
  const { actor = 'Ada', version } = more
  const held: Partial<Holdings> = { ...world, ...more.world }
  const all = <F extends Facet>(facet: F): readonly Records[F][] => held[facet] ?? []
  return applyCommand(
    { key: 'k1', actor, at, command, ...(version !== undefined && { version }) },
    heldIn({
      get: (facet, id) => all(facet).find((each) => facetRules[facet].id(each) === id),
      list: (facet, query) => all(facet).filter(facetRules[facet].matcher(query)),
    }),
  )
}
function changed(...asked: Parameters<typeof carryOut>): Change {
  const outcome = carryOut(...asked)
  if (isRefusal(outcome)) throw new Error(outcome.reason)
  return outcome
}
const approve = { kind: 'decide-change', request: 'CHG-1', decision: 'approved' } as const

describe('mark-reviewed', () => {
  it('tells the review with its evidence at the head of the history', () => {
    const [reviewed] = changed({ kind: 'mark-reviewed', activity: 'rotate', evidence: ' OPS-1 ' }).activities
    expect(reviewed?.history).toEqual([
      { at, what: 'Ownership reviewed and confirmed', by: 'Ada', evidence: 'OPS-1' },
      ...(activity.history ?? []),
    ])
    expect(reviewed?.review).toEqual({ ...activity.review, last: at })
    expect(reviewed?.version).toBe('5')
  })
  it('begins a history where no source kept one, and no evidence is none', () => {
    const { history: _history, ...bare } = activity
    const [reviewed] = changed(
      { kind: 'mark-reviewed', activity: 'rotate', evidence: ' ' },
      { world: { activities: [bare] } },
    ).activities
    expect(reviewed?.history).toEqual([{ at, what: 'Ownership reviewed and confirmed', by: 'Ada' }])
  })
})

describe('request-change', () => {
  const command = {
    kind: 'request-change',
    activity: 'rotate',
    change: 'add',
    steps: [{ op: 'give', role: 'I', party: 'team:security' }],
    reason: ' They ask. ',
    plan: 'Autumn',
  } as const
  it('is a proposal with the approvers of the policy, and changes nothing else', () => {
    const change = changed(command)
    expect(change).toMatchObject({ activities: [], assignments: [], removed: [] })
    expect(change.requests).toEqual([
      {
        id: 'CHG-k1',
        activity: 'rotate',
        kind: 'add',
        steps: command.steps,
        reason: 'They ask.',
        proposer: 'Ada',
        proposedAt: at,
        approvers: ['person:ada'],
        state: 'proposed',
        plan: 'Autumn',
        version: '1',
      },
    ])
  })
  it('is refused the second time, as stale, and on an activity that is not there', () => {
    const open = { ...request, id: 'CHG-2', kind: 'add', steps: command.steps } as const
    expect(carryOut(command, { world: { requests: [open] } })).toMatchObject({ refused: 'unlawful' })
    expect(carryOut(command, { world: { requests: [{ ...open, state: 'rejected' }] } })).not.toHaveProperty('refused')
    expect(carryOut(command, { version: '3' })).toMatchObject({ refused: 'stale' })
    expect(carryOut({ ...command, activity: 'none' })).toMatchObject({ refused: 'unknown' })
  })
})

describe('decide-change, approved', () => {
  it('takes away the declared claims, inherited ones too, gives new ones, and leaves everything else', () => {
    const change = changed(approve)
    expect(change.removed).toEqual(['1', '2', '5'])
    expect(change.assignments).toEqual([
      { id: 'rotate#A/team:security', activity: 'rotate', role: 'A', party: 'team:security', claim: 'declared', at },
      { id: 'rotate#V/team:audit', activity: 'rotate', role: 'V', party: 'team:audit', claim: 'declared', at },
    ])
    expect(changedIds(change)).toEqual({
      requests: ['CHG-1'],
      activities: ['rotate'],
      assignments: ['rotate#A/team:security', 'rotate#V/team:audit', '1', '2', '5'],
    })
  })
  it('tells one sentence for each role, by whom and why, the newest first', () => {
    expect(changed(approve).activities[0]?.history).toEqual([
      { at, what: 'Accountable moved from Platform to Security', by: 'Ada', evidence: 'Custody is with Security.' },
      { at, what: 'Validator given to audit', by: 'Ada', evidence: 'Custody is with Security.' },
      ...(activity.history ?? []),
    ])
  })
  it('stamps the request', () => {
    expect(changed({ ...approve, note: ' Agreed. ' }).requests).toEqual([
      { ...request, state: 'approved', decidedBy: 'Ada', decidedAt: at, note: 'Agreed.', version: '2' },
    ])
  })
  it('adds an exception beside those that are there', () => {
    const until = after(at, day24)
    const asked: ChangeRequest = { ...request, kind: 'exception', steps: [], gap: 'no-runbook', expires: until }
    const change = changed(approve, { world: { requests: [asked] } })
    expect(change.activities[0]?.exceptions).toEqual([
      ...(activity.exceptions ?? []),
      { gap: 'no-runbook', until, reason: 'Custody is with Security.', by: 'Ada' },
    ])
    expect(change.activities[0]?.history?.[0]?.what).toBe('Exception until 2027-01-16: no runbook')
    expect(change).toMatchObject({ assignments: [], removed: [] })
  })
})

describe('decide-change otherwise', () => {
  it('only stamps the request', () => {
    const change = changed({ ...approve, decision: 'rejected' })
    expect(change).toMatchObject({ activities: [], assignments: [], removed: [] })
    expect(change.requests[0]).toMatchObject({ state: 'rejected', decidedBy: 'Ada', version: '2' })
    expect(changed({ ...approve, decision: 'withdrawn' }, { actor: 'P. Poser' }).requests[0]?.state).toBe('withdrawn')
  })
  it('is refused when the request moved on, is gone, or is about an activity that is gone', () => {
    expect(carryOut(approve, { version: '0' })).toMatchObject({ refused: 'stale' })
    expect(carryOut({ ...approve, request: 'CHG-9' })).toMatchObject({ refused: 'unknown' })
    expect(carryOut(approve, { world: { activities: [] } })).toMatchObject({ refused: 'unknown' })
    expect(carryOut(approve, { actor: 'person:bob' })).toMatchObject({ refused: 'unlawful' })
  })
})
