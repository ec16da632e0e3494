import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { whyNotSteps } from '../changeRules'
import { ownershipOf } from '../coverage'
import type { Activity, Assignment, Party, Role, Workload } from '../ownership'
import { instant } from '../units'
import { csvText } from './csv'
import { teamsTable } from './ownershipTeams'
import { changeKindOf } from './raciCompare'
import { directoryOf } from './raciDirectory'
import { readSheet } from './raciEntries'
import { faultTable } from './raciFaults'
import { planOf } from './raciPlan'
import { withRows } from './raciRecords'
import type { RaciChoices } from './raciRow'
import type { Layout, SheetRow } from './raciSheet'

const team = (key: string, name: string, aliases: readonly string[] = []): Party => ({
  type: 'team',
  id: `team:${key}`,
  name,
  aliases,
  contacts: [],
  tags: [],
})
const person = (key: string, name: string, teams: readonly string[], active = true): Party => ({
  type: 'person',
  id: `person:${key}`,
  name,
  teams: teams.map((each) => `team:${each}`),
  active,
  contacts: [],
  tags: [],
})
const parties: readonly Party[] = [
  team('payments', 'Payments', ['pay']),
  team('platform', 'Platform'),
  team('security', 'Security'),
  person('ines', 'Ines Okafor', ['payments']),
  person('jo', 'Jo Left', ['platform'], false),
]
const workloads: readonly Workload[] = [
  { id: 'ledger', name: 'Ledger', team: 'team:payments', tier: 1, tags: [] },
  { id: 'gateway', name: 'API Gateway', tags: [] },
]
const activity = (workload: string, key: string, name: string, more: Partial<Activity> = {}): Activity => ({
  id: `${workload}/${key}`,
  name,
  workload,
  kind: 'procedure',
  events: [],
  tags: [],
  ...more,
})
const activities: readonly Activity[] = [
  activity('ledger', 'restore', 'Restore the database'),
  activity('ledger', 'keys', 'Rotate keys'),
  activity('gateway', 'keys', 'Rotate keys'),
  activity('gateway', 'deploy', 'Deploy'),
  activity('gateway', 'tidy', 'Tidy up', { noOwnerBecause: 'runs by itself' }),
]
const claim = (of: string, role: Role, party: string, more: Partial<Assignment> = {}): Assignment => ({
  id: `${of}#${role}/${party}`,
  activity: of,
  role,
  party,
  claim: 'declared',
  ...more,
})
const assignments: readonly Assignment[] = [
  claim('ledger/restore', 'A', 'team:payments'),
  claim('ledger/restore', 'R', 'person:ines'),
  claim('ledger/restore', 'C', 'team:security', { inheritedFrom: 'ledger' }),
  claim('gateway/deploy', 'A', 'team:platform'),
  claim('gateway/deploy', 'I', 'team:payments'),
]
const now = instant(Date.UTC(2026, 10, 20))
const ownership = ownershipOf(
  { activities, assignments, parties, workloads, told: [{ source: 's', activities, assignments }] },
  now,
)
const directory = directoryOf(ownership, parties)

const rows = (text: string): readonly SheetRow[] =>
  text.split('\n').map((line, index) => ({ line: index + 1, cells: line.split('|').map((cell) => cell.trim()) }))
const defaults: RaciChoices = { support: 'note', extent: 'listed', parties: new Map(), activities: new Map() }
const plan = (given: readonly SheetRow[], choices: Partial<RaciChoices> = {}, layout?: Layout) => {
  const sheet = readSheet(given, directory.known, layout)
  return { sheet, ...planOf(sheet, ownership, directory, { ...defaults, ...choices }) }
}
const only = (text: string, choices: Partial<RaciChoices> = {}) => {
  const { rows: all } = plan(rows(text), choices)
  const [row] = all
  if (!row || all.length !== 1) throw new Error(`${all.length} rows`)
  return row
}
const steps = (text: string, choices: Partial<RaciChoices> = {}) =>
  only(text, choices).steps.map(({ op, role, party }) => `${op} ${role} ${party}`)

describe('how a table lies', () => {
  it('finds activities down and parties across, whatever else stands in it', () => {
    const { sheet, rows: all } = plan(
      rows(`Ownership 2026 | | | |
        Workload | Task | Pay | Platform | Notes
        Ledger | Restore the database | A | | by hand
        | Rotate keys | R | A |
        API Gateway | Rotate keys | | A/R | as agreed`),
    )
    expect(sheet.layout).toBe('parties-across')
    expect(sheet.leftOut).toEqual(['line 1: Ownership 2026', 'column E: Notes'])
    expect(all.map(({ standing, entry }) => [entry.line, standing?.activity.id])).toEqual([
      [3, 'ledger/restore'],
      [4, 'ledger/keys'],
      [5, 'gateway/keys'],
    ])
  })
  it('finds it the other way round', () => {
    const { sheet, rows: all } = plan(
      rows(`Team | Restore the database | Deploy
        Payments | A | I
        Platform | R | A`),
    )
    expect(sheet.layout).toBe('activities-across')
    expect(all.map(({ standing, letters }) => [standing?.activity.id, letters.length])).toEqual([
      ['ledger/restore', 2],
      ['gateway/deploy', 2],
    ])
  })
  it('finds roles across with names in the cells', () => {
    const { sheet, rows: all } = plan(
      rows(`Activity | Responsible (R) | Accountable | C - Consulted | Informed
        Restore the database | Ines Okafor; Platform | Payments | pay, Security | -`),
    )
    expect(sheet.layout).toBe('roles-across')
    expect(all[0]?.letters.map(({ role, party }) => `${role} ${party}`)).toEqual([
      'R person:ines',
      'R team:platform',
      'A team:payments',
      'C team:payments',
      'C team:security',
    ])
    expect(all[0]?.faults).toEqual([])
  })
  it('takes DACI columns too', () => {
    const { scheme, rows: all } = plan(
      rows(`Decision | Driver | Approver | Contributors | Informed
        Deploy | Platform | Security | Payments | `),
    )
    expect(scheme).toBe('daci')
    expect(all[0]?.letters.map(({ role, party }) => `${role} ${party}`)).toEqual([
      'R team:platform',
      'A team:security',
      'C team:payments',
    ])
  })
  it('reads a workload that stands over its activities, and one that is unknown as an activity', () => {
    const { rows: all } = plan(
      rows(`Task | Payments | Platform
        API Gateway | |
        Rotate keys | | A
        Phase 2 | |`),
    )
    expect(all.map(({ standing, state, entry }) => [entry.name, standing?.activity.id, state])).toEqual([
      ['Rotate keys', 'gateway/keys', 'new'],
      ['Phase 2', undefined, 'empty'],
    ])
  })
  it('is told by the person where that is better', () => {
    const text = rows('x | y\nz | A')
    expect(plan(text, {}, 'activities-across').rows[0]?.entry).toMatchObject({ name: 'y', cells: [{ party: 'z' }] })
    expect(plan(text, {}, 'parties-across').rows[0]?.entry).toMatchObject({ name: 'z', cells: [{ party: 'y' }] })
  })
  it('has nothing to say of an empty text', () => {
    expect(plan([]).rows).toEqual([])
    expect(plan(rows('\n\n')).rows).toEqual([])
  })
})

describe('what a row would change', () => {
  it('is the same where the table tells what is recorded', () => {
    const row = only('Task | Payments | Security\nRestore the database | A, R (Ines Okafor) | C')
    expect([row.state, row.steps]).toEqual(['same', []])
  })
  it('is new where nobody is declared', () => {
    const row = only('Workload | Task | Payments | Security\nLedger | Rotate keys | R/A | V')
    expect(row.state).toBe('new')
    expect(row.steps).toEqual([
      { op: 'give', role: 'A', party: 'team:payments' },
      { op: 'give', role: 'R', party: 'team:payments' },
      { op: 'give', role: 'V', party: 'team:security' },
    ])
    expect(changeKindOf(row.steps)).toBe('add')
  })
  it('changes what it speaks of, and leaves alone who is not in it', () => {
    expect(steps('Task | Platform\nDeploy | A, R')).toEqual(['give R team:platform'])
    expect(steps('Task | Platform | Payments\nDeploy | A | C')).toEqual([
      'take I team:payments',
      'give C team:payments',
    ])
  })
  it('takes from those who are not in it only when it is the whole ownership', () => {
    expect(steps('Task | Platform\nDeploy | A, R', { extent: 'whole' })).toEqual([
      'take I team:payments',
      'give R team:platform',
    ])
  })
  it('takes the letter of a person through the column of their team', () => {
    expect(steps('Task | Payments | Platform\nRestore the database | A | R')).toEqual([
      'take R person:ines',
      'give R team:platform',
    ])
  })
  it('is a conflict when another is accountable, and then a transfer', () => {
    const row = only('Task | Security\nDeploy | A')
    expect(row.state).toBe('conflict')
    expect(row.notes).toContain('Recorded as accountable: Platform; the table says Security')
    expect(changeKindOf(row.steps)).toBe('transfer')
  })
  it('is a conflict when it contradicts itself, or what is meant to have no owner', () => {
    expect(only('Task | Security | Platform\nDeploy | A | A').notes.join()).toContain('Several are accountable')
    expect(only('Task | Security\nTidy up | A')).toMatchObject({ state: 'conflict' })
    const twice = plan(rows('Task | Platform\nDeploy | A\nDeploy | R')).rows
    expect(twice.map(({ state }) => state)).toEqual(['conflict', 'conflict'])
    expect(twice[0]?.notes).toContain('The activity stands in line 3 too')
  })
  it('says who has left, and who would check their own work', () => {
    const row = only('Id | Task | Jo Left | Payments\nledger/keys | Rotate keys | I | R, V')
    expect(row.notes).toContain('Jo Left has left')
    expect(row.notes.join()).toContain('Payments would check their own work')
  })
  it('asks only for what the rules of a change allow', () => {
    const texts = ['Task | Payments | Platform\nRestore the database | R | A', 'Task | Pay | Payments\nDeploy | R | A']
    for (const text of texts) {
      const row = only(text)
      expect(whyNotSteps(row.steps, { assignments: row.standing?.assignments ?? [], party: ownership.party })).toBe(
        undefined,
      )
    }
  })
})

describe('no letter is lost', () => {
  it('keeps S as a note, or makes it the role that was chosen', () => {
    const text = 'Task | Platform | Security\nDeploy | A | S'
    expect(only(text)).toMatchObject({ state: 'same', notes: ['Security supports (S)'] })
    expect(only(text).letters.map(({ letter, role }) => [letter, role])).toEqual([
      ['A', 'A'],
      ['S', undefined],
    ])
    expect(steps(text, { support: 'responsible' })).toEqual(['give R team:security'])
    expect(steps(text, { support: 'consulted' })).toEqual(['give C team:security'])
  })
  it('puts the letters of two columns of one party together', () => {
    expect(steps('Task | Platform | platform\nDeploy | A | R')).toEqual(['give R team:platform'])
  })
  it('refuses a row with a letter it does not know, by line and column, and says how to mend it', () => {
    const row = only('Task | Platform | Security\nDeploy | A | X')
    expect(row.state).toBe('unreadable')
    expect(row.faults).toEqual([
      {
        line: 2,
        column: 'C',
        text: '“X” is no letter of RACI, RASCI or DACI. Write one of R, A, C, I, V, several apart with a comma.',
      },
    ])
  })
  it('refuses letters of another family once that is chosen', () => {
    expect(only('Task | Platform\nDeploy | D', { scheme: 'raci' }).faults[0]?.text).toContain('D is no letter of RACI')
  })
  it('asks for names it does not know, and takes the answer', () => {
    const text = rows('Task | Platfrom | Payments\nDeplyo | A | I')
    const asked = plan(text)
    expect(asked.unknownParties).toEqual(['Platfrom'])
    expect(asked.unknownActivities.map(({ name }) => name)).toEqual(['Deplyo'])
    expect(directory.nearParties('Platfrom')[0]?.id).toBe('team:platform')
    const [entry] = asked.unknownActivities
    expect(entry && directory.nearActivities(entry)[0]?.activity.id).toBe('gateway/deploy')
    const answered = plan(text, {
      parties: new Map([['Platfrom', 'team:platform']]),
      activities: new Map([['line 2', 'gateway/deploy']]),
    })
    expect(answered.rows[0]).toMatchObject({ state: 'same', faults: [] })
    const left = plan(text, {
      parties: new Map([['Platfrom', undefined]]),
      activities: new Map([['line 2', undefined]]),
    })
    expect(left.rows[0]).toMatchObject({ state: 'left-out' })
  })
  it('says that a name is left out where the person chose so', () => {
    const row = only('Task | Nobody Known | Payments\nDeploy | A | I', {
      parties: new Map([['Nobody Known', undefined]]),
    })
    expect(row.notes).toContain('Nobody Known: A left out, as you chose')
  })
  it('asks which activity of that name is meant, with all of them', () => {
    const { unknownActivities, rows: all } = plan(rows('Task | Platform\nRotate keys | A'))
    expect(all[0]?.faults[0]?.text).toContain('the name of 2 activities')
    const [entry] = unknownActivities
    expect(entry && directory.nearActivities(entry).map(({ activity: { id } }) => id)).toEqual([
      'ledger/keys',
      'gateway/keys',
    ])
  })
  it('tells letters without a name over them, rows without an activity, and rows that cannot be taken apart', () => {
    const { rows: all, sheet } = plan([
      { line: 1, cells: ['Task', 'Platform'] },
      { line: 2, cells: ['Deploy', 'A', 'R'] },
      { line: 3, cells: ['', 'A'] },
      { line: 4, cells: ['"Rotate'], fault: 'A quotation mark is never closed.' },
    ])
    expect(all.map(({ state, faults }) => [state, faults[0]?.line, faults[0]?.column])).toEqual([
      ['unreadable', 2, 'C'],
      ['unreadable', 3, undefined],
    ])
    expect(sheet.faults).toEqual([{ line: 4, cells: ['"Rotate'], text: 'A quotation mark is never closed.' }])
  })
})

describe('what Watchbill wrote', () => {
  const shown = { filters: [], sources: [], now, zone: 'UTC', listed: 5, total: 5, missing: [] }
  const table = teamsTable(ownership.standings, ownership, shown)
  const own = Papa.parse<string[]>(csvText(table)).data.map((cells, index): SheetRow => ({ line: index + 1, cells }))

  it('changes nothing when it is read again', () => {
    const { rows: all, unknownParties } = plan(own, { extent: 'whole' })
    expect(unknownParties).toEqual([])
    expect(all.map(({ standing, state }) => [standing?.activity.id, state])).toEqual([
      ['ledger/restore', 'same'],
      ['ledger/keys', 'empty'],
      ['gateway/keys', 'empty'],
      ['gateway/deploy', 'same'],
      ['gateway/tidy', 'empty'],
    ])
  })
})

describe('a long table', () => {
  it('of 5,000 rows is compared in a moment', () => {
    const many: SheetRow[] = [{ line: 1, cells: ['Id', 'Task', 'Payments', 'Platform'] }]
    for (let line = 2; line <= 5001; line += 1)
      many.push({ line, cells: [line % 2 ? 'gateway/deploy' : 'ledger/keys', 'x', 'I', 'A'] })
    const before = performance.now()
    expect(plan(many).counts.conflict).toBe(5000)
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})

describe('what becomes of a table', () => {
  const text = 'Task | Platform | Security | Payments\nDeploy | R | A | S\nRotate keys | X | |'
  const { rows: all, sheet, ...rest } = plan(rows(text))
  it('is ownership as it would be, with support kept in the tags', () => {
    const deploy = withRows(ownership.standings, all.slice(0, 1)).find(
      ({ activity: { id } }) => id === 'gateway/deploy',
    )
    expect(deploy?.assignments.map(({ id }) => id)).toEqual([
      'gateway/deploy#A/team:security',
      'gateway/deploy#R/team:platform',
    ])
    expect(deploy?.activity.tags).toEqual(['support:team:payments'])
  })
  it('is a list of what could not be read, as it stood', () => {
    const table = faultTable(sheet, { rows: all, ...rest }, rows(text))
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Line',
      'What is wrong',
      'Task',
      'Platform',
      'Security',
      'Payments',
    ])
    expect(table.rows).toEqual([
      [
        3,
        [expect.stringContaining('the name of 2 activities'), expect.stringContaining('B: “X” is no letter')],
        'Rotate keys',
        'X',
        '',
        '',
      ],
    ])
  })
})
