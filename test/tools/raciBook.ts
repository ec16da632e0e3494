import { ownershipOf } from '../../src/domain/coverage'
import type { Activity, Assignment, Party, Role, Workload } from '../../src/domain/ownership'
import { instant } from '../../src/domain/units'
import { directoryOf } from '../../src/domain/tables/raciDirectory'
import { readSheet } from '../../src/domain/tables/raciEntries'
import { planOf } from '../../src/domain/tables/raciPlan'
import type { RaciChoices } from '../../src/domain/tables/raciRow'
import type { Layout, SheetRow } from '../../src/domain/tables/raciSheet'

export const team = (key: string, name: string, aliases: readonly string[] = []): Party => ({
  type: 'team',
  id: `team:${key}`,
  name,
  aliases,
  contacts: [],
  tags: [],
})
export const person = (key: string, name: string, teams: readonly string[], active = true): Party => ({
  type: 'person',
  id: `person:${key}`,
  name,
  teams: teams.map((each) => `team:${each}`),
  active,
  contacts: [],
  tags: [],
})
export const parties: readonly Party[] = [
  team('payments', 'Payments', ['pay']),
  team('platform', 'Platform'),
  team('security', 'Security'),
  person('ines', 'Ines Okafor', ['payments']),
  person('jo', 'Jo Left', ['platform'], false),
]
export const workloads: readonly Workload[] = [
  { id: 'ledger', name: 'Ledger', team: 'team:payments', tier: 1, tags: [] },
  { id: 'gateway', name: 'API Gateway', tags: [] },
]
export const activity = (workload: string, key: string, name: string, more: Partial<Activity> = {}): Activity => ({
  id: `${workload}/${key}`,
  name,
  workload,
  kind: 'procedure',
  events: [],
  tags: [],
  ...more,
})
export const activities: readonly Activity[] = [
  activity('ledger', 'restore', 'Restore the database'),
  activity('ledger', 'keys', 'Rotate keys'),
  activity('gateway', 'keys', 'Rotate keys'),
  activity('gateway', 'deploy', 'Deploy'),
  activity('gateway', 'tidy', 'Tidy up', { noOwnerBecause: 'runs by itself' }),
]
export const claim = (of: string, role: Role, party: string, more: Partial<Assignment> = {}): Assignment => ({
  id: `${of}#${role}/${party}`,
  activity: of,
  role,
  party,
  claim: 'declared',
  ...more,
})
export const assignments: readonly Assignment[] = [
  claim('ledger/restore', 'A', 'team:payments'),
  claim('ledger/restore', 'R', 'person:ines'),
  claim('ledger/restore', 'C', 'team:security', { inheritedFrom: 'ledger' }),
  claim('gateway/deploy', 'A', 'team:platform'),
  claim('gateway/deploy', 'I', 'team:payments'),
]
export const now = instant(Date.UTC(2026, 10, 20))
export const ownership = ownershipOf(
  { activities, assignments, parties, workloads, told: [{ source: 's', activities, assignments }] },
  now,
)
/** Who and what the table can name. */
export const directory = directoryOf(ownership, parties)

/** The rows of a table written with bars. */
export const rows = (text: string): readonly SheetRow[] =>
  text.split('\n').map((line, index) => ({ line: index + 1, cells: line.split('|').map((cell) => cell.trim()) }))
export const defaults: RaciChoices = { support: 'note', extent: 'listed', parties: new Map(), activities: new Map() }
/** What a table would change. */
export const plan = (given: readonly SheetRow[], choices: Partial<RaciChoices> = {}, layout?: Layout) => {
  const sheet = readSheet(given, directory.known, layout)
  return { sheet, ...planOf(sheet, ownership, directory, { ...defaults, ...choices }) }
}
/** The one row of a table. */
export const only = (text: string, choices: Partial<RaciChoices> = {}) => {
  const { rows: all } = plan(rows(text), choices)
  const [row] = all
  if (!row || all.length !== 1) throw new Error(`${all.length} rows`)
  return row
}
/** The steps of that row, in short. */
export const steps = (text: string, choices: Partial<RaciChoices> = {}) =>
  only(text, choices).steps.map(({ op, role, party }) => `${op} ${role} ${party}`)
