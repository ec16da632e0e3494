import { describe, expect, it } from 'vitest'
import { exceptionFor, type GapContext, type GapKind, gapKinds, gapsOf, isOwned, judge, reviewDue } from './gaps'
import type { Activity, Assignment, Party } from './ownership'
import type { Recorded } from './recorded'
import { after, day24, duration, instant } from './units'

const now = instant(Date.UTC(2026, 10, 20, 9))
const everything: Recorded = {
  accountable: true,
  responsible: true,
  owners: true,
  observed: true,
  leavers: true,
  paging: true,
  reviews: true,
  runbooks: true,
  versions: true,
}

const person = (key: string, team?: string, active?: boolean): Party => ({
  type: 'person',
  id: `person:${key}`,
  name: key,
  teams: team === undefined ? [] : [`team:${team}`],
  contacts: [],
  tags: [],
  ...(active !== undefined && { active }),
})
const team = (key: string): Party => ({ type: 'team', id: `team:${key}`, name: key, contacts: [], tags: [] })

const parties = [
  ...['payments', 'security', 'ghosts', 'empty'].map(team),
  person('lee', 'payments', true),
  person('gone', 'payments', false),
  person('unsure', 'security'),
  person('farrow', 'ghosts', false),
  person('quill', 'ghosts', false),
]

let claims = 0
const claim = (role: Assignment['role'], party: string, more: Partial<Assignment> = {}): Assignment => ({
  id: `claim-${claims++}`,
  activity: 'x',
  role,
  party,
  claim: 'declared',
  ...more,
})
const seen = (role: Assignment['role'], party: string, evidence?: string) =>
  claim(role, party, { claim: 'observed', ...(evidence !== undefined && { evidence }) })
const placeholder = (role: Assignment['role'], text: string): Assignment => {
  const { party: _party, ...rest } = claim(role, '')
  return { ...rest, placeholder: text }
}

const sound: Activity = {
  id: 'x',
  name: 'Rotate certificates',
  workload: 'ledger',
  kind: 'procedure',
  events: [],
  tags: [],
  runbook: { url: 'https://git.example/x.md', versioned: true },
  review: { every: duration(30 * day24), last: after(now, duration(-10 * day24)), reviewers: [], approvers: [] },
}
const owned = [claim('A', 'team:security'), claim('R', 'team:payments')]

const context = (assignments: readonly Assignment[], records: Partial<Recorded> = {}): GapContext => ({
  assignments,
  party: (id) => parties.find((each) => each.id === id),
  members: (id) => parties.filter((each) => each.type === 'person' && each.teams.includes(id)),
  now,
  records: { ...everything, ...records },
})
const kinds = (assignments: readonly Assignment[], changes: Partial<Activity> = {}, records?: Partial<Recorded>) =>
  gapsOf({ ...sound, ...changes }, context(assignments, records)).map(({ kind }) => kind)
const reason = (kind: GapKind, assignments: readonly Assignment[], changes: Partial<Activity> = {}) =>
  gapsOf({ ...sound, ...changes }, context(assignments)).find((gap) => gap.kind === kind)?.reason
const reviewed = (days: number): Partial<Activity> => ({
  review: { every: duration(30 * day24), last: after(now, duration(-days * day24)), reviewers: [], approvers: [] },
})
const without = (field: 'runbook' | 'review'): Activity => {
  const { [field]: _field, ...rest } = sound
  return rest as Activity
}

describe('accountable', () => {
  it('finds nothing where exactly one answers', () => expect(kinds(owned)).toEqual([]))
  it('finds nobody, quoting the placeholder of that role only', () => {
    expect(reason('no-accountable', [claim('R', 'team:payments')])).toBe('Nobody answers for it.')
    expect(reason('no-accountable', [placeholder('A', 'TODO'), claim('R', 'team:payments')])).toContain('“TODO”')
    expect(reason('no-accountable', [placeholder('R', 'TODO')])).toBe('Nobody answers for it.')
  })
  it('takes an observed owner for no declared one', () => {
    expect(kinds([seen('A', 'team:security'), claim('R', 'team:payments')])).toEqual(['no-accountable'])
  })
  it('counts parties, not claims: two sources that name the same are one', () => {
    expect(kinds([...owned, claim('A', 'team:security')])).toEqual([])
    expect(reason('many-accountable', [...owned, claim('A', 'team:payments')])).toBe(
      '2 parties are accountable (security, payments); exactly one must be.',
    )
  })
  it('knows a person who left and a team whose people all left, and doubts nobody else', () => {
    const answering = (id: string) => kinds([claim('A', id), claim('R', 'team:payments')])
    expect(answering('person:gone')).toEqual(['accountable-left'])
    expect(answering('team:ghosts')).toEqual(['accountable-left'])
    expect(answering('team:payments')).toEqual([])
    expect(answering('team:empty')).toEqual([])
    expect(answering('person:unsure')).toEqual([])
    expect(answering('person:nobody-knows')).toEqual([])
  })
})

describe('responsible', () => {
  it('finds nobody', () => expect(kinds([claim('A', 'team:security')])).toEqual(['no-responsible']))
  it('finds only inactive ones; a single active performer is enough', () => {
    const performing = (...ids: string[]) => kinds([claim('A', 'team:security'), ...ids.map((id) => claim('R', id))])
    expect(performing('team:ghosts')).toEqual(['responsible-inactive'])
    expect(performing('team:ghosts', 'person:gone')).toEqual(['responsible-inactive'])
    expect(performing('team:ghosts', 'person:lee')).toEqual([])
  })
})

describe('events that page', () => {
  it('need an owner of either role', () => {
    expect(kinds([], { pages: true })).toEqual(['no-accountable', 'no-responsible', 'unowned-page'])
    expect(kinds([claim('R', 'team:payments')], { pages: true })).toEqual(['no-accountable'])
    expect(kinds([], { pages: false })).not.toContain('unowned-page')
  })
})

describe('reviews', () => {
  it('are overdue after their day, not on it', () => {
    expect(kinds(owned, reviewed(30))).toEqual([])
    expect(kinds(owned, reviewed(30.001))).toEqual(['review-overdue'])
  })
  it('are overdue when an interval is set and none ever took place', () => {
    const never = { review: { every: duration(day24), reviewers: [], approvers: [] } }
    expect(reason('review-overdue', owned, never)).toBe('It was never reviewed.')
    expect(reviewDue({ ...sound, ...never })).toBeUndefined()
  })
  it('without an interval are never due', () => {
    const { every: _every, ...policy } = { reviewers: [], approvers: [], ...sound.review }
    expect(kinds(owned, { review: { ...policy, last: instant(0) } })).toEqual([])
    expect(gapsOf(without('review'), context(owned))).toEqual([])
  })
})

describe('runbooks', () => {
  it('are missing without an address, whatever stands in its place', () => {
    expect(gapsOf(without('runbook'), context(owned)).map(({ kind }) => kind)).toEqual(['no-runbook'])
    expect(reason('no-runbook', owned, { runbook: { placeholder: 'TODO' } })).toContain('“TODO”')
    expect(kinds(owned, { runbook: {}, playbook: { url: 'https://git.example/p.md' } })).toEqual([])
  })
  it('are unversioned only when a source says so', () => {
    expect(kinds(owned, { runbook: { url: 'https://wiki.example', versioned: false } })).toEqual([
      'runbook-unversioned',
    ])
    expect(kinds(owned, { runbook: { url: 'https://wiki.example' } })).toEqual([])
    expect(kinds(owned, { playbook: { url: 'https://wiki.example', versioned: false } })).toEqual([
      'runbook-unversioned',
    ])
  })
})

describe('declared and observed', () => {
  it.each([
    ['the accountable itself', seen('A', 'team:security'), []],
    ['another accountable, though it performs', seen('A', 'team:payments', 'resource tags'), ['declared-observed']],
    ['the performer', seen('R', 'team:payments'), []],
    ['a member of the performing team', seen('R', 'person:lee'), []],
    ['the accountable performing', seen('R', 'team:security'), []],
    ['a stranger performing', seen('R', 'team:ghosts'), ['declared-observed']],
    ['somebody consulted', seen('C', 'team:ghosts'), []],
  ] as const)('seen: %s', (_what, observed, expected) => expect(kinds([...owned, observed])).toEqual(expected))

  it('agrees when the team of the declared person was seen', () => {
    expect(kinds([claim('A', 'team:security'), claim('R', 'person:lee'), seen('R', 'team:payments')])).toEqual([])
  })
  it('has nothing to contradict where nobody is declared', () => {
    expect(kinds([claim('A', 'team:security'), seen('R', 'team:ghosts')])).toEqual(['no-responsible'])
  })
  it('names who was seen and by what', () => {
    expect(reason('declared-observed', [...owned, seen('A', 'team:payments', 'resource tags')])).toBe(
      'payments was seen to answer for it (resource tags).',
    )
  })
})

describe('what is not recorded is no gap', () => {
  const broken: Activity = {
    ...without('runbook'),
    pages: true,
    review: { every: duration(1), reviewers: [], approvers: [] },
  }
  const nothing = Object.fromEntries(Object.keys(everything).map((key) => [key, false]))

  it('finds nothing where nothing is recorded', () => expect(gapsOf(broken, context([], nothing))).toEqual([]))

  it.each([
    ['accountable', ['no-responsible', 'unowned-page', 'review-overdue', 'no-runbook']],
    ['responsible', ['no-accountable', 'unowned-page', 'review-overdue', 'no-runbook']],
    ['paging', ['no-accountable', 'no-responsible', 'review-overdue', 'no-runbook']],
    ['owners', ['no-accountable', 'no-responsible', 'review-overdue', 'no-runbook']],
    ['reviews', ['no-accountable', 'no-responsible', 'unowned-page', 'no-runbook']],
    ['runbooks', ['no-accountable', 'no-responsible', 'unowned-page', 'review-overdue']],
  ] as const)('without %s', (field, expected) => {
    expect(gapsOf(broken, context([], { [field]: false })).map(({ kind }) => kind)).toEqual(expected)
  })
})

describe('exceptions', () => {
  const borne = (gap: string, until: number) => ({
    gap: gap as GapKind,
    until: after(now, duration(until)),
    reason: 'Moving house.',
  })
  const judged = (exceptions: Activity['exceptions'], assignments: readonly Assignment[] = []) => {
    const { gaps, excused } = judge({ ...sound, ...(exceptions && { exceptions }) }, context(assignments))
    return [gaps.map(({ kind }) => kind), excused.map(({ kind }) => kind)]
  }
  it('take the gap away until their moment, not in it and not after', () => {
    expect(judged([borne('no-accountable', 1)])).toEqual([['no-responsible'], ['no-accountable']])
    expect(judged([borne('no-accountable', 0)])).toEqual([['no-accountable', 'no-responsible'], []])
    expect(judged([borne('no-accountable', -1)])).toEqual([['no-accountable', 'no-responsible'], []])
  })
  it('excuse their own kind of gap only, and only where there is one', () => {
    expect(judged([borne('no-runbook', 1)])).toEqual([['no-accountable', 'no-responsible'], []])
    expect(judged([borne('no-accountable', 1)], owned)).toEqual([[], []])
    expect(judged([borne('unknown:fatigue', 1)])).toEqual([['no-accountable', 'no-responsible'], []])
  })
  it('count by the longest of several', () => {
    const several = [borne('no-responsible', 5), borne('no-responsible', 9), borne('no-responsible', -9)]
    expect(exceptionFor({ ...sound, exceptions: several }, 'no-responsible', now)?.until).toBe(after(now, duration(9)))
    expect(exceptionFor(sound, 'no-responsible', now)).toBeUndefined()
  })
})

describe('border cases', () => {
  it('who left and is one of several accountable is found besides them being several', () => {
    expect(kinds([...owned, claim('A', 'person:gone')])).toEqual(['many-accountable', 'accountable-left'])
  })
  it('a placeholder beside a name does not count, as owner or as performer', () => {
    expect(kinds([...owned, placeholder('A', 'TODO'), placeholder('R', 'TODO')])).toEqual([])
    expect(reason('no-responsible', [claim('A', 'team:security'), placeholder('R', '{{ $labels.team }}')])).toContain(
      '“{{ $labels.team }}”',
    )
  })
  it('consulted, informed and validators make nobody an owner', () => {
    const others = (['C', 'I', 'V'] as const).map((role) => claim(role, 'team:security'))
    expect(kinds(others, { pages: true })).toEqual(['no-accountable', 'no-responsible', 'unowned-page'])
  })
  it('events that may page are not known to page', () => expect(kinds([])).not.toContain('unowned-page'))
  it('a person of unknown activity among leavers keeps a team active', () => {
    const doubtful = (active?: boolean): Party => person('doubtful', 'ghosts', active)
    const extended = (party: Party): GapContext => ({
      ...context([claim('A', 'team:ghosts'), claim('R', 'team:payments')]),
      members: (id) => [...parties, party].filter((each) => each.type === 'person' && each.teams.includes(id)),
    })
    expect(gapsOf(sound, extended(doubtful()))).toEqual([])
    expect(gapsOf(sound, extended(doubtful(false))).map(({ kind }) => kind)).toEqual(['accountable-left'])
  })
  it('a link that is known to be dead is still a runbook; no text at all is none', () => {
    expect(kinds(owned, { runbook: { url: 'https://git.example/x', reachable: false } })).toEqual([])
    expect(kinds(owned, { runbook: { title: 'Only a title' } })).toEqual(['no-runbook'])
  })
  it('one of two documents outside version control is enough', () => {
    expect(
      kinds(owned, {
        runbook: { url: 'https://git.example/x', versioned: true },
        playbook: { url: 'https://wiki.example', versioned: false },
      }),
    ).toEqual(['runbook-unversioned'])
    expect(kinds(owned, { runbook: { versioned: false } })).toEqual(['no-runbook'])
  })
})

describe('owned end to end', () => {
  const harmless = new Set<GapKind>(['review-overdue', 'no-runbook', 'runbook-unversioned', 'declared-observed'])
  it.each(gapKinds)('with %s', (kind) => {
    expect(isOwned([{ activity: 'x', kind, reason: '' }])).toBe(harmless.has(kind))
  })
  it('holds by design without owner, whose other gaps stay', () => {
    const gaps = gapsOf({ ...without('runbook'), noOwnerBecause: 'The provider does it.', pages: true }, context([]))
    expect(gaps.map(({ kind }) => kind)).toEqual(['no-runbook'])
    expect(isOwned(gaps)).toBe(true)
  })
})
