import { describe, expect, it } from 'vitest'
import type { ChangeRequest, RoleStep } from './change'
import { type ChangeContext, mayDecide, whyNotChange, whyNotDecision } from './changeRules'
import type { Command } from './command'
import type { Assignment, Party } from './ownership'
import { after, day24, instant } from './units'

const now = instant(1_800_000_000_000)
const tomorrow = after(now, day24)

const parties: readonly Party[] = [
  { type: 'team', id: 'team:platform', name: 'Platform', contacts: [], tags: [] },
  { type: 'team', id: 'team:security', name: 'Security', contacts: [], tags: [] },
  { type: 'person', id: 'person:ada', name: 'A. Ada', teams: ['team:security'], contacts: [], tags: [] },
  { type: 'person', id: 'person:bob', name: 'B. Bob', teams: [], contacts: [], tags: [] },
]
const party = (id: string) => parties.find((each) => each.id === id)

const claim = (role: Assignment['role'], of: string, over: Partial<Assignment> = {}): Assignment => ({
  id: `rotate#${role}/${of}`,
  activity: 'rotate',
  role,
  party: of,
  claim: 'declared',
  ...over,
})
const assignments = [
  claim('A', 'team:platform'),
  claim('R', 'team:platform'),
  claim('C', 'team:security', { claim: 'observed' }),
]
const take = (role: RoleStep['role'], of: string): RoleStep => ({ op: 'take', role, party: of })
const give = (role: RoleStep['role'], of: string): RoleStep => ({ op: 'give', role, party: of })

const proposed = (over: Partial<ChangeRequest> = {}): ChangeRequest => ({
  id: 'CHG-1',
  activity: 'rotate',
  kind: 'transfer',
  steps: [take('A', 'team:platform'), give('A', 'team:security')],
  reason: 'Custody is with Security.',
  proposer: 'P. Poser',
  proposedAt: now,
  approvers: ['person:ada'],
  state: 'proposed',
  ...over,
})

type RequestChange = Extract<Command, { readonly kind: 'request-change' }>
const asked = (over: Partial<RequestChange> = {}): RequestChange => ({
  kind: 'request-change',
  activity: 'rotate',
  change: 'transfer',
  steps: [take('A', 'team:platform'), give('A', 'team:security')],
  reason: 'Custody is with Security.',
  ...over,
})
const context = (over: Partial<ChangeContext> = {}): ChangeContext => ({ assignments, open: [], party, now, ...over })

describe('whyNotChange', () => {
  it.each<[string, Partial<RequestChange>]>([
    ['a transfer', {}],
    ['another role of a party that holds one', { change: 'add', steps: [give('V', 'team:platform')] }],
    ['a role that was only seen to be held', { change: 'add', steps: [give('C', 'team:security')] }],
    ['a role taken from its only holder', { change: 'change', steps: [take('R', 'team:platform')] }],
    [
      'an exception that ends a moment from now',
      { change: 'exception', steps: [], gap: 'no-runbook', expires: instant(now + 1) },
    ],
  ])('lets through %s', (_what, over) => {
    expect(whyNotChange(asked(over), context())).toBeUndefined()
  })

  it.each<[string, Partial<RequestChange>, string]>([
    ['no reason', { reason: ' \n' }, 'Say why.'],
    ['no steps', { steps: [] }, 'Say which roles are to change.'],
    ['a take of what is not declared', { change: 'change', steps: [take('A', 'team:security')] }, 'Security is not declared accountable.'],
    ['a take of what was only seen', { change: 'change', steps: [take('C', 'team:security')] }, 'Security is not declared consulted.'],
    ['a gift of what is held', { change: 'add', steps: [give('A', 'team:platform')] }, 'Platform is declared accountable already.'],
    ['a role taken and given back', { change: 'change', steps: [take('A', 'team:platform'), give('A', 'team:platform')] }, 'Platform as accountable is named twice.'],
    ['an addition that takes', { change: 'add' }, 'To add a role takes none away: ask for a change.'],
    ['a transfer that only gives', { steps: [give('I', 'team:security')] }, 'A transfer takes a role from one and gives it to another.'],
    ['a change with an end', { expires: tomorrow }, 'Only an exception has a gap and an end.'],
    ['an exception with steps', { change: 'exception', gap: 'no-runbook', expires: tomorrow }, 'An exception changes no roles.'],
    ['an exception from nothing', { change: 'exception', steps: [], expires: tomorrow }, 'Say which gap is to be borne with.'],
    ['an exception without end', { change: 'exception', steps: [], gap: 'no-runbook' }, 'Say until when it is to be borne with.'],
    ['an exception that ends now', { change: 'exception', steps: [], gap: 'no-runbook', expires: now }, 'An exception must end in the future.'],
    ['a party that nobody names', { change: 'change', steps: [take('A', 'team:gone')] }, 'gone is not declared accountable.'],
  ])('says why not with %s', (_what, over, reason) => {
    expect(whyNotChange(asked(over), context())).toBe(reason)
  }) // prettier-ignore

  it('refuses the same wish while one waits, whatever the order of its steps', () => {
    const open = [proposed({ steps: proposed().steps.toReversed(), kind: 'change' })]
    expect(whyNotChange(asked(), context({ open }))).toBe('P. Poser asks for the same already: it waits to be decided.')
  })

  it('takes another wish about the same activity', () => {
    expect(
      whyNotChange(asked({ change: 'add', steps: [give('I', 'team:security')] }), context({ open: [proposed()] })),
    ).toBeUndefined()
  })

  it('tells exceptions from one another by their gap', () => {
    const open = [proposed({ kind: 'exception', steps: [], gap: 'no-runbook', expires: tomorrow })]
    const wanted = { change: 'exception', steps: [], expires: tomorrow } as const
    expect(whyNotChange(asked({ ...wanted, gap: 'no-runbook' }), context({ open }))).toMatch(/already/)
    expect(whyNotChange(asked({ ...wanted, gap: 'review-overdue' }), context({ open }))).toBeUndefined()
  })
})

describe('mayDecide', () => {
  it.each<[string, string, readonly string[], boolean]>([
    ['anybody where nobody is named', 'you', [], true],
    ['an approver by id', 'person:ada', ['person:ada'], true],
    ['an approver by name, in any case', ' a. ada ', ['person:ada'], true],
    ['a member of an approving team', 'person:ada', ['team:security'], true],
    ['another person by id', 'person:bob', ['person:ada'], false],
    ['a party that nobody knows', 'person:zed', ['person:ada'], false],
    ['a plain name that cannot be checked', 'you', ['person:ada'], true],
  ])('%s', (_what, actor, approvers, may) => expect(mayDecide(actor, approvers, party)).toBe(may))
})

describe('whyNotDecision', () => {
  const decide = (
    request: ChangeRequest,
    decision: 'approved' | 'rejected' | 'withdrawn',
    actor = 'person:ada',
    held = assignments,
  ) => whyNotDecision(request, decision, { actor, assignments: held, party, now })

  it('lets its approver approve and reject, and its proposer take it back', () => {
    expect(decide(proposed(), 'approved')).toBeUndefined()
    expect(decide(proposed(), 'rejected')).toBeUndefined()
    expect(decide(proposed(), 'withdrawn', 'P. Poser')).toBeUndefined()
  })
  it('lets nobody else', () => {
    expect(decide(proposed(), 'approved', 'person:bob')).toBe('Only its approvers can decide: A. Ada.')
    expect(decide(proposed(), 'withdrawn')).toBe('Only P. Poser can take it back.')
  })
  it.each([
    ['approved', 'It was approved already.'],
    ['rejected', 'It was rejected already.'],
    ['withdrawn', 'It was taken back.'],
    ['unknown:parked', 'It does not wait to be decided.'],
  ] as const)('decides nothing that is %s', (state, reason) => {
    expect(decide(proposed({ state }), 'approved')).toBe(reason)
    expect(decide(proposed({ state }), 'withdrawn', 'P. Poser')).toBe(reason)
  })
  it('approves nothing that the ownership has overtaken, yet rejects it', () => {
    const moved = [claim('A', 'team:security')]
    expect(decide(proposed(), 'approved', 'person:ada', moved)).toBe(
      'The ownership has changed since it was asked for: Platform is not declared accountable.',
    )
    expect(decide(proposed(), 'rejected', 'person:ada', moved)).toBeUndefined()
  })
  it('approves no exception that has ended while it waited', () => {
    const request = proposed({ kind: 'exception', steps: [], gap: 'no-runbook', expires: now })
    expect(decide(request, 'approved')).toBe('The exception has ended meanwhile.')
  })
})
