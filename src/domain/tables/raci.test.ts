import { describe, expect, it } from 'vitest'
import { whyNotSteps } from '../changeRules'
import { changeKindOf } from './raciCompare'
import { ownership, rows, plan, only, steps } from '../../../test/tools/raciBook'

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
