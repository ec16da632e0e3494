import { describe, expect, it } from 'vitest'
import { ownershipOf } from '../coverage'
import type { Activity, Assignment, Party, Role, Workload } from '../ownership'
import { duration, instant } from '../units'
import { folded } from './fold'
import { loadTable } from './ownershipLoad'
import { rolesTable } from './ownershipRoles'
import type { Shown } from './ownershipScope'
import { teamsTable } from './ownershipTeams'
import { workloadsTable } from './ownershipWorkloads'
import { cellText, type Table } from './table'

const now = instant(Date.UTC(2026, 10, 20, 9, 42))
const team = (key: string, name: string): Party => ({ type: 'team', id: `team:${key}`, name, contacts: [], tags: [] })
const parties: readonly Party[] = [
  team('payments', 'Payments'),
  team('platform', 'Platform'),
  team('platform-eu', 'Platform'),
  { type: 'person', id: 'person:ines', name: 'Ines Okafor', teams: ['team:payments'], contacts: [], tags: [] },
  { type: 'person', id: 'person:jo', name: 'Jo Free', teams: [], contacts: [], tags: [] },
]
const workloads: readonly Workload[] = [
  { id: 'ledger', name: 'Ledger', tier: 1, team: 'team:payments', tags: [] },
  { id: 'gateway', name: 'Gateway', tier: 2, tags: [] },
]
const activity = (id: string, name: string, more: Partial<Activity> = {}): Activity => ({
  id,
  name,
  workload: id.split('/')[0] ?? '',
  kind: 'procedure',
  events: [],
  tags: [],
  ...more,
})
const claim = (of: string, role: Role, more: Partial<Assignment>): Assignment => ({
  id: `${of}#${role}${JSON.stringify(more)}`,
  activity: of,
  role,
  claim: 'declared',
  ...more,
})
const activities = [
  activity('ledger/restore', 'Restore', {
    review: { every: duration(86_400_000), last: instant(0), reviewers: [], approvers: [] },
    automation: { level: 'scripted' },
  }),
  activity('ledger/keys', 'Rotate keys'),
  activity('gateway/keys', 'Rotate keys'),
  activity('gateway/tidy', 'Tidy', { noOwnerBecause: 'runs by itself' }),
]
const assignments = [
  claim('ledger/restore', 'A', { party: 'team:payments' }),
  claim('ledger/restore', 'R', { party: 'person:ines' }),
  claim('ledger/restore', 'R', { party: 'team:payments' }),
  claim('ledger/restore', 'V', { party: 'team:platform' }),
  claim('ledger/restore', 'C', { party: 'person:jo', inheritedFrom: 'ledger' }),
  claim('ledger/restore', 'I', { party: 'team:platform', inheritedFrom: 'all-money' }),
  claim('ledger/restore', 'R', { party: 'team:platform-eu', claim: 'observed', evidence: '7 tickets', at: instant(0) }),
  claim('ledger/keys', 'A', { placeholder: 'TODO' }),
  claim('gateway/keys', 'A', { party: 'team:platform' }),
  claim('gateway/keys', 'A', { party: 'team:platform-eu' }),
]
const silent = [activity('alerts/page', 'Answer the page')]
const everything = [...activities, ...silent]
const ownership = ownershipOf(
  {
    activities: everything,
    assignments,
    parties,
    workloads,
    told: [
      { source: 'one', activities, assignments },
      { source: 'two', activities: silent, assignments: [] },
    ],
  },
  now,
)
const shown: Shown = {
  filters: ['Risk: high'],
  sources: [{ title: 'Larkmere', asOf: now }, { title: 'Alerts' }],
  now,
  zone: 'UTC',
  listed: 5,
  total: 500,
  missing: ['Alerts do not answer.'],
}
const records = ({ columns, rows }: Table) =>
  rows.map((row) => Object.fromEntries(columns.map(({ label }, index) => [label, cellText(row[index])])))
const text = (table: Table, row: number, column: string) => records(table)[row]?.[column]

describe('activity × team', () => {
  const table = teamsTable(ownership.standings, ownership, shown)
  it('holds every letter of every holder, with the person, and where it was inherited from', () => {
    expect(text(table, 0, 'Payments')).toBe('A; R (Ines Okafor); R')
    expect(text(table, 0, 'Platform [team:platform]')).toBe('V; I (from all-money)')
    expect(text(table, 0, 'Jo Free')).toBe('C (from Ledger)')
  })
  it('tells what was only seen, by whom and when', () => {
    expect(text(table, 0, 'Platform [team:platform-eu]')).toBe('O R')
    expect(text(table, 0, 'Observed')).toBe('R: Platform, 7 tickets, 1970-01-01T00:00:00Z')
  })
  it('tells nobody, placeholders, by design and not recorded apart', () => {
    expect(text(table, 1, 'Payments')).toBe('?')
    expect(text(table, 1, 'Placeholders')).toBe('A: TODO')
    expect(text(table, 1, 'Owned')).toBe('no')
    expect(text(table, 3, 'Owned')).toBe('by design none')
    expect(text(table, 3, 'No owner because')).toBe('runs by itself')
    expect(text(table, 4, 'Owned')).toBe('not recorded')
    expect(text(table, 4, 'Not recorded')).toBe('A; R')
  })
  it('keeps several accountable', () => {
    expect([text(table, 2, 'Platform [team:platform]'), text(table, 2, 'Platform [team:platform-eu]')]).toEqual([
      'A',
      'A',
    ])
    expect(text(table, 2, 'Gaps')).toContain('2 parties are accountable (Platform, Platform)')
  })
  it('has automation, the review that is due, and what was asked for', () => {
    const request = {
      id: 'CHG-1',
      activity: 'ledger/keys',
      kind: 'add' as const,
      steps: [{ op: 'give', role: 'A', party: 'team:payments' } as const],
      reason: 'agreed',
      proposer: 'ines',
      proposedAt: now,
      approvers: [],
      state: 'proposed' as const,
    }
    const asked = teamsTable(ownership.standings, ownership, shown, new Map([['ledger/keys', [request]]]))
    expect(text(asked, 1, 'Requested')).toBe('Accountable given to Payments (by ines: agreed)')
    expect([text(asked, 0, 'Automation'), text(asked, 0, 'Review due')]).toEqual(['scripted', '1970-01-02T00:00:00Z'])
  })
  it('says what it shows and what its letters mean', () => {
    expect(table.scope).toEqual([
      'Activities: 5 of 500',
      'Filters: Risk: high',
      'Sources: Larkmere (as of 20 Nov 2026 09:42 UTC); Alerts',
      'Written: 20 Nov 2026 09:42 UTC. Times are in UTC.',
      'Missing: Alerts do not answer.',
    ])
    expect(table.definitions[0]).toBe('A: Accountable (answers for it; exactly one)')
    expect(table.definitions.at(-1)).toMatch(/^Owned end to end: /)
  })
})

describe('activity × workload', () => {
  const table = workloadsTable(ownership.standings, ownership, shown)
  it('names everybody who is accountable, and the reason where nobody is', () => {
    expect(records(table)).toEqual([
      { Activity: 'Answer the page', Ledger: '', Gateway: '', alerts: 'not recorded' },
      { Activity: 'Restore', Ledger: 'Payments', Gateway: '', alerts: '' },
      { Activity: 'Rotate keys', Ledger: '“TODO” (placeholder)', Gateway: 'Platform; Platform', alerts: '' },
      { Activity: 'Tidy', Ledger: '', Gateway: 'none by design: runs by itself', alerts: '' },
    ])
  })
})

describe('team × workload', () => {
  const table = loadTable(ownership.standings.slice(0, 2), ownership.standings, ownership, shown)
  it('counts what each carries, marks who is alone, and keeps what nobody carries', () => {
    expect(records(table)).toEqual([
      { Team: 'Payments', A: '1', R: '1', 'Sole in': '1', Ledger: 'A 1; R 1; sole A; sole R' },
      { Team: 'nobody accountable', A: '1', R: '', 'Sole in': '', Ledger: '1' },
    ])
  })
})

describe('activity × role, for paper', () => {
  const table = rolesTable(ownership.standings, ownership, shown)
  it('names every holder, and says why there is none', () => {
    expect(records(table).slice(0, 2)).toEqual([
      {
        Workload: 'Ledger',
        Activity: 'Restore',
        Accountable: 'Payments',
        Responsible: 'Ines Okafor; Payments',
        Validator: 'Platform',
        Consulted: 'Jo Free (from Ledger)',
        Informed: 'Platform (from all-money)',
        Owned: 'yes',
        Gaps: 'Its review is overdue.; Platform was seen to perform it (7 tickets).',
      },
      expect.objectContaining({ Accountable: '“TODO” (placeholder)', Responsible: 'nobody', Validator: '—' }),
    ])
    expect(records(table)[4]).toMatchObject({ Accountable: 'not recorded', Validator: 'not recorded' })
  })
  it('says until when and why a gap is borne with', () => {
    const until = instant(Date.UTC(2027, 0, 1))
    const exceptions = [{ gap: 'no-accountable' as const, until, reason: 'being sold' }]
    const borne = ownershipOf(
      {
        activities: activities.map((each) => ({ ...each, exceptions })),
        assignments: [],
        parties,
        workloads,
        told: [{ source: 'one', activities, assignments }],
      },
      now,
    )
    expect(records(rolesTable(borne.standings, borne, shown))[0]).toMatchObject({
      Accountable: 'nobody, excused until 2027-01-01T00:00:00Z: being sold',
    })
    const table = teamsTable(borne.standings, borne, shown)
    expect(text(table, 0, 'Excused')).toBe('Nobody answers for it. Until 2027-01-01T00:00:00Z: being sold')
  })
})

describe('folded', () => {
  it('puts many columns into one and leaves nothing out', () => {
    const table = folded(workloadsTable(ownership.standings, ownership, shown), 1, 'Accountable')
    expect(records(table)[2]).toEqual({
      Activity: 'Rotate keys',
      Accountable: 'Ledger: “TODO” (placeholder); Gateway: Platform; Platform',
    })
  })
})
