import { describe, expect, it } from 'vitest'
import { ownershipOf } from './coverage'
import { byWorkload, cellBits, checksItself, gridOf, holdingsOf, recordedRoles } from './matrix'
import type { Activity, Assignment, Party, Workload } from './ownership'
import { instant } from './units'

const activity = (id: string, workload: string): Activity => ({
  id,
  name: id,
  workload,
  kind: 'process',
  events: [],
  tags: [],
})
const claim = (of: string, role: Assignment['role'], party: string, observed = false): Assignment => ({
  id: `${of}/${role}/${party}/${observed}`,
  activity: of,
  role,
  party,
  claim: observed ? 'observed' : 'declared',
})
const workload = (id: string, tier?: number, team?: string): Workload => ({
  id,
  name: id,
  tags: [],
  ...(tier !== undefined && { tier }),
  ...(team !== undefined && { team: `team:${team}` }),
})
const team = (key: string): Party => ({ type: 'team', id: `team:${key}`, name: key, contacts: [], tags: [] })
const parties: readonly Party[] = [
  team('Payments'),
  team('Edge'),
  { type: 'person', id: 'person:lee', name: 'T. Lee', teams: ['team:Edge', 'team:Payments'], contacts: [], tags: [] },
  { type: 'person', id: 'person:solo', name: 'S. Olo', teams: [], contacts: [], tags: [] },
]
const assignments = [
  claim('rotate', 'A', 'team:Payments'),
  claim('rotate', 'R', 'person:lee'),
  claim('rotate', 'V', 'person:lee'),
  claim('rotate', 'R', 'person:solo', true),
  claim('purge', 'R', 'person:lee'),
  claim('purge', 'C', 'team:unheard-of'),
]
const activities = [
  activity('purge', 'cdn'),
  activity('rotate', 'ledger'),
  activity('audit', 'ledger'),
  activity('x', 'odd'),
]
const book = ownershipOf(
  {
    activities,
    assignments,
    parties,
    workloads: [workload('cdn', 2), workload('ledger', 1, 'Payments')],
    told: [{ source: 'one', activities, assignments }],
  },
  instant(0),
)
const standing = (id: string) => {
  const found = book.byId.get(id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}
const columns = (id: string) => holdingsOf(standing(id), book).map(({ column, bit }) => [column, bit])

describe('byWorkload', () => {
  it('puts the most critical first, what is not known last, activities by name', () => {
    expect(
      byWorkload(book.standings).map(({ name, standings }) => [name, standings.map((each) => each.activity.id)]),
    ).toEqual([
      ['ledger', ['audit', 'rotate']],
      ['cdn', ['purge']],
      ['odd', ['x']],
    ])
  })
})

describe('holdingsOf', () => {
  it('lets a person stand with the team of the workload when in it, else with their first team', () => {
    expect(columns('rotate').slice(0, 2)).toEqual([
      ['team:Payments', cellBits.A],
      ['team:Payments', cellBits.R],
    ])
    expect(columns('purge')[0]).toEqual(['team:Edge', cellBits.R])
  })
  it('shows who was seen against the declaration, in a column of their own when in no team', () => {
    expect(columns('rotate').at(-1)).toEqual(['person:solo', cellBits.observed])
  })
  it('marks a missing owner with the team of the workload, and nowhere when that is not known', () => {
    expect(columns('audit')).toEqual([['team:Payments', cellBits.missing]])
    expect(columns('x')).toEqual([])
  })
})

describe('gridOf', () => {
  const grid = gridOf(book.standings, book)
  it('has teams by name first, then those in no team; unheard-of ones by their key', () => {
    expect(grid.columns.map(({ name }) => name)).toEqual(['Edge', 'Payments', 'unheard-of', 'S. Olo'])
  })
  it('joins the roles of one team into one cell', () => {
    const cells = grid.cells.row.map((row, index) => [row, grid.cells.column[index], grid.cells.code[index]])
    expect(cells).toContainEqual([1, 1, cellBits.A | cellBits.R | cellBits.V])
    expect(cells).toHaveLength(5)
  })
})

it('knows who checks their own work, and which roles are recorded', () => {
  expect(checksItself(standing('rotate'))).toEqual(['person:lee'])
  expect(checksItself(standing('purge'))).toEqual([])
  expect([...recordedRoles(book.standings)].toSorted()).toEqual(['A', 'C', 'R', 'V'])
})
