import type { Exception } from '../../src/domain/change'
import { ownershipOf, type Standing } from '../../src/domain/coverage'
import { byWorkload } from '../../src/domain/matrix'
import type { Activity, Assignment, Party } from '../../src/domain/ownership'
import { standingMatcher, type StandingQuery } from '../../src/domain/query/standing'
import { after, day24, duration, instant } from '../../src/domain/units'

export const now = instant(Date.UTC(2026, 10, 20))
export const days = (count: number) => after(now, duration(count * day24))
export const activity = (id: string, workload: string, more: Partial<Activity> = {}): Activity => ({
  id,
  name: id.replace(/^.*\//, ''),
  workload,
  kind: 'procedure',
  events: [],
  tags: [],
  ...more,
})
export const claim = (
  of: string,
  role: Assignment['role'],
  party: string,
  more: Partial<Assignment> = {},
): Assignment => ({
  id: `${of} ${role} ${party}`,
  activity: of,
  role,
  party,
  claim: 'declared',
  ...more,
})
const team = (key: string): Party => ({ type: 'team', id: `team:${key}`, name: key, contacts: [], tags: [] })
const person = (key: string, ...teams: string[]): Party => ({
  type: 'person',
  id: `person:${key}`,
  name: key,
  teams: teams.map((each) => `team:${each}`),
  contacts: [],
  tags: [],
})
const excusing = (gap: string, until: number): { exceptions: readonly Exception[] } => ({
  exceptions: [{ gap: gap as Exception['gap'], until: days(until), reason: 'Being moved.' }],
})

const activities = [
  activity('ledger/deploy', 'ledger', { tags: ['nightly'], automation: { level: 'scripted' } }),
  activity('ledger/restore', 'ledger', {
    review: { every: duration(30 * day24), last: days(-40), reviewers: [], approvers: [] },
  }),
  activity('ledger/purge', 'ledger', excusing('no-accountable', 10)),
  activity('shop/deploy', 'shop', {
    automation: { level: 'none' },
    review: { every: duration(30 * day24), last: days(-10), reviewers: [], approvers: [] },
  }),
  activity('shop/orphan', 'shop', { kind: 'response' }),
  activity('shop/hosted', 'shop', { noOwnerBecause: 'The provider does it.' }),
  activity('attic/sweep', 'attic'),
]
export const assignments = [
  claim('ledger/deploy', 'A', 'team:pay', { inheritedFrom: 'ledger' }),
  claim('ledger/deploy', 'R', 'person:lee'),
  claim('ledger/restore', 'A', 'team:pay'),
  claim('ledger/restore', 'R', 'team:pay', { inheritedFrom: 'ledger' }),
  claim('ledger/restore', 'R', 'team:ops'),
  claim('ledger/purge', 'R', 'team:pay'),
  claim('shop/deploy', 'A', 'team:ops'),
  claim('shop/deploy', 'R', 'team:ops'),
  claim('attic/sweep', 'A', 'person:solo'),
  claim('attic/sweep', 'R', 'person:solo'),
]
/** A small company with one of each kind of ownership. */
export const book = ownershipOf(
  {
    activities,
    assignments,
    parties: [team('pay'), team('ops'), person('lee', 'pay'), person('solo')],
    workloads: [
      { id: 'ledger', name: 'Ledger', tier: 1, team: 'team:pay', tags: ['money'] },
      { id: 'shop', name: 'Shop', tier: 2, team: 'team:ops', tags: [] },
    ],
    told: [{ source: 'one', activities, assignments }],
  },
  now,
)
export const all = byWorkload(book.standings).flatMap(({ standings }) => standings)
export const standing = (id: string): Standing => {
  const found = book.byId.get(id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}
export const ids = (list: readonly Standing[]) => list.map((each) => each.activity.id)
export const found = (query: StandingQuery) => ids(all.filter(standingMatcher(query, book)))
