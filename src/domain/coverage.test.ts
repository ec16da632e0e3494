import { describe, expect, it } from 'vitest'
import { coverageOf, halfRecorded, ownershipOf, type OwnershipRecords } from './coverage'
import type { Activity, Assignment, Party } from './ownership'
import { standingMatcher, type StandingQuery } from './query/standing'
import { instant } from './units'

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
const claim = (of: string, role: Assignment['role'], party: string): Assignment => ({
  id: `${of}/${role}/${party}`,
  activity: of,
  role,
  party,
  claim: 'declared',
})
const parties: readonly Party[] = [
  { type: 'team', id: 'team:security', name: 'Security', contacts: [], tags: [] },
  { type: 'team', id: 'team:payments', name: 'Payments', contacts: [], tags: [] },
  {
    type: 'person',
    id: 'person:lee',
    name: 'T. Lee',
    teams: ['team:security', 'team:payments'],
    contacts: [],
    tags: [],
  },
]
const given = (activities: readonly Activity[], assignments: readonly Assignment[]): OwnershipRecords => ({
  activities,
  assignments,
  parties,
  workloads: [{ id: 'ledger', name: 'Payments ledger', aliases: ['books'], team: 'team:payments', tags: [] }],
  told: [{ source: 'one', activities, assignments }],
})
const whole = (id: string) => [claim(id, 'A', 'team:security'), claim(id, 'R', 'team:payments')]

describe('coverage', () => {
  it('adds up: owned, partly, unowned', () => {
    const book = ownershipOf(
      given(
        [activity('whole'), activity('half'), activity('none'), activity('provider', { noOwnerBecause: 'Not ours.' })],
        [...whole('whole'), claim('half', 'A', 'team:security')],
      ),
      now,
    )
    expect(coverageOf(book.standings)).toEqual({
      total: 4,
      judged: 4,
      owned: 2,
      byDesign: 1,
      partly: 1,
      unowned: 1,
      borne: 0,
    })
  })

  it('counts as unowned who has no performer where nobody ever answers for anything', () => {
    const book = ownershipOf(given([activity('x'), activity('y')], [claim('x', 'R', 'team:payments')]), now)
    expect(coverageOf(book.standings)).toMatchObject({ judged: 2, owned: 1, unowned: 1, partly: 0 })
  })

  it('judges nothing where no owners are recorded', () => {
    const book = ownershipOf(given([activity('x')], []), now)
    expect(book.byId.get('x')?.owned).toBeUndefined()
    expect(coverageOf(book.standings)).toMatchObject({ total: 1, judged: 0, owned: 0, unowned: 0 })
  })

  it('judges an activity only by what its own sources record', () => {
    const documented = activity('a', { runbook: { url: 'https://git.example/a' } })
    const [undocumented, elsewhere] = [activity('b'), activity('c')]
    const assignments = [...whole('a'), ...whole('b'), ...whole('c')]
    const book = ownershipOf(
      {
        ...given([documented, undocumented, elsewhere], assignments),
        told: [
          { source: 'with runbooks', activities: [documented, undocumented], assignments },
          { source: 'without', activities: [elsewhere], assignments: [] },
        ],
      },
      now,
    )
    expect(book.byId.get('b')?.gaps.map(({ kind }) => kind)).toEqual(['no-runbook'])
    const apart = ownershipOf(
      {
        ...given([documented, elsewhere], assignments),
        told: [
          { source: 'with runbooks', activities: [documented], assignments: whole('a') },
          { source: 'without', activities: [elsewhere], assignments: whole('c') },
        ],
      },
      now,
    )
    expect(apart.byId.get('c')?.gaps).toEqual([])
    expect(apart.records.runbooks).toBe(true)
  })
})

describe('what is judged by one role alone', () => {
  const count = (assignments: readonly Assignment[]) =>
    halfRecorded(ownershipOf(given([activity('a'), activity('b')], assignments), now).standings)

  it('is what its sources record no second role of', () => {
    expect(count([claim('a', 'R', 'team:payments')])).toBe(2)
    expect(count([claim('a', 'R', 'team:payments'), claim('b', 'A', 'team:payments')])).toBe(0)
    expect(count([])).toBe(0)
  })
})

describe('a query over standings', () => {
  const book = ownershipOf(
    given(
      [
        activity('rotate', { risk: 'high' }),
        activity('restore', { kind: 'process' }),
        activity('orphan', { automation: { level: 'none' } }),
      ],
      [...whole('rotate'), claim('restore', 'A', 'person:lee'), claim('restore', 'R', 'person:lee')],
    ),
    now,
  )
  const found = (query: StandingQuery) =>
    book.standings.filter(standingMatcher(query, book)).map((each) => each.activity.id)

  it.each<[StandingQuery, readonly string[]]>([
    [{}, ['rotate', 'restore', 'orphan']],
    [{ text: '  ' }, ['rotate', 'restore', 'orphan']],
    [{ text: 'security' }, ['rotate']],
    [{ text: 'lee books' }, ['restore']],
    [{ text: 'payments ledger' }, ['rotate', 'restore', 'orphan']],
    [{ teams: ['team:security'] }, ['rotate']],
    [{ teams: ['team:payments'] }, ['rotate', 'restore']],
    [{ risks: ['high'] }, ['rotate']],
    [{ kinds: ['process'] }, ['restore']],
    [{ automation: ['none'] }, ['orphan']],
    [{ finding: 'no-accountable' }, ['orphan']],
    [{ finding: 'unowned' }, ['orphan']],
    [{ finding: 'review-overdue' }, []],
    [{ gapsOnly: true }, ['orphan']],
    [{ gapsOnly: true, text: 'rotate' }, []],
  ])('%j finds %j', (query, expected) => expect(found(query)).toEqual(expected))
})
