import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvText } from './csv'
import { teamsTable } from './ownershipTeams'
import { faultTable } from './raciFaults'
import { withRows } from './raciRecords'
import type { SheetRow } from './raciSheet'
import { now, ownership, directory, rows, plan, only, steps } from '../../../test/tools/raciBook'

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
