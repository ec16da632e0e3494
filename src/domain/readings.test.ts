import { describe, expect, it } from 'vitest'
import { now, days, activity, claim, book, all, standing, ids, found, assignments } from '../../test/tools/readingsBook'
import { answering, answeringOf } from './answering'
import type { ChangeRequest } from './change'
import { coverageBy, coverageOf, placeOf, type Standing } from './coverage'
import { loadOf } from './load'
import { cellBits, gridOf, holdingsOf, inheritedBits } from './matrix'
import { inOrderOf } from './order'
import type { Assignment } from './ownership'
import { type Finding, findings, hasFinding, judges, type StandingQuery } from './query/standing'

describe('an excused gap', () => {
  it('is none, says until when, and makes nothing owned', () => {
    const { gaps, excused, owned } = standing('ledger/purge')
    expect(gaps).toEqual([])
    expect(excused).toEqual([
      {
        activity: 'ledger/purge',
        kind: 'no-accountable',
        reason: 'Nobody answers for it.',
        until: days(10),
        because: 'Being moved.',
      },
    ])
    expect([owned, placeOf(standing('ledger/purge'))]).toEqual([false, 'borne'])
  })
})

describe('coverage', () => {
  it('is the sum of its parts, each of which is the list of a finding', () => {
    const counted = coverageOf(all)
    expect(counted).toEqual({ total: 7, judged: 7, owned: 5, byDesign: 1, partly: 0, borne: 1, unowned: 1 })
    const parts: readonly [Finding, number][] = [
      ['owned', counted.owned],
      ['partly', counted.partly],
      ['nobody', counted.unowned],
      ['borne', counted.borne],
      ['by-design', counted.byDesign],
      ['unowned', counted.judged - counted.owned],
      ['unjudged', counted.total - counted.judged],
    ]
    for (const [finding, count] of parts) expect([finding, found({ finding }).length]).toEqual([finding, count])
  })
  it('counts an activity under each of its keys, once', () => {
    const by = coverageBy(all, ({ activity: { workload } }) => [workload, workload, 'all'])
    expect([...by].map(([key, { total, owned }]) => [key, total, owned])).toEqual([
      ['ledger', 3, 2],
      ['all', 7, 5],
      ['shop', 3, 2],
      ['attic', 1, 1],
    ])
  })
})

describe('a query', () => {
  it.each<[StandingQuery, readonly string[]]>([
    [{ roles: ['A'] }, ['ledger/deploy', 'ledger/restore', 'shop/deploy', 'attic/sweep']],
    [{ roles: ['V'] }, []],
    [{ teams: ['team:ops'] }, ['ledger/restore', 'shop/deploy']],
    [{ teams: ['team:ops'], roles: ['A'] }, ['shop/deploy']],
    [{ teams: ['team:pay'], roles: ['R'] }, ['ledger/deploy', 'ledger/purge', 'ledger/restore']],
    [{ teams: ['none'] }, ['shop/hosted', 'shop/orphan']],
    [{ teams: ['none'], roles: ['A'] }, ['ledger/purge', 'shop/hosted', 'shop/orphan']],
    [{ persons: ['person:lee'] }, ['ledger/deploy']],
    [{ persons: ['person:lee'], roles: ['A'] }, []],
    [{ persons: ['person:lee', 'person:solo'], roles: ['R'] }, ['ledger/deploy', 'attic/sweep']],
    [{ tags: ['nightly'] }, ['ledger/deploy']],
    [{ tags: ['money'] }, ['ledger/deploy', 'ledger/purge', 'ledger/restore']],
    [{ tiers: ['2'] }, ['shop/deploy', 'shop/hosted', 'shop/orphan']],
    [{ tiers: ['none'] }, ['attic/sweep']],
    [{ finding: 'sole' }, ['ledger/deploy', 'attic/sweep']],
    [{ finding: 'excused' }, ['ledger/purge']],
    [{ finding: 'blank-owner' }, ['shop/orphan']],
    [{ finding: 'placeholder-owner' }, []],
    [{ finding: 'placeholder-runbook' }, []],
  ])('%j finds %j', (query, expected) => expect(found(query)).toEqual(expected))

  it('tells placeholders from blanks, by the role that counts', () => {
    const { party: _party, ...blank } = claim('shop/orphan', 'A', '')
    const at = (role: Assignment['role']): Standing => ({
      ...standing('shop/orphan'),
      activity: activity('shop/orphan', 'shop', { runbook: { placeholder: 'TODO' } }),
      assignments: [{ ...blank, role, placeholder: 'TODO' }],
    })
    expect(['A', 'R'].map((role) => hasFinding(at(role as 'A'), 'placeholder-owner'))).toEqual([true, false])
    const silent = { ...at('R'), records: { ...book.records, accountable: false } }
    expect(
      hasFinding({ ...silent, gaps: [{ activity: '', kind: 'no-responsible', reason: '' }] }, 'placeholder-owner'),
    ).toBe(true)
    const undocumented = { ...at('A'), gaps: [{ activity: '', kind: 'no-runbook', reason: '' }] as const }
    expect(hasFinding(undocumented, 'placeholder-runbook')).toBe(true)
  })

  it('judges only what its sources record', () => {
    const nothing = Object.fromEntries(Object.keys(book.records).map((key) => [key, false]))
    const records = { ...book.records, ...nothing }
    expect(findings.filter((finding) => judges(records, finding))).toEqual(['unjudged', 'excused'])
    expect(hasFinding({ ...standing('shop/orphan'), gaps: [] }, 'no-accountable')).toBe(false)
  })
})

describe('orders', () => {
  it.each([
    ['tier', ['ledger/deploy', 'ledger/purge', 'ledger/restore', 'shop/deploy']],
    ['name', ['attic/sweep', 'ledger/deploy', 'ledger/purge', 'ledger/restore']],
    ['due', ['ledger/restore', 'shop/deploy', 'ledger/deploy', 'ledger/purge']],
    ['gap', ['shop/orphan', 'ledger/restore', 'ledger/deploy', 'ledger/purge']],
    ['automation', ['shop/deploy', 'ledger/deploy', 'ledger/purge', 'ledger/restore']],
  ] as const)('by %s', (order, expected) => {
    expect(ids(inOrderOf(all, order)).slice(0, 4)).toEqual(expected)
  })
})

describe('the cells of activity × team', () => {
  const request = (more: Partial<ChangeRequest>): ChangeRequest => ({
    id: 'r1',
    activity: 'shop/orphan',
    kind: 'add',
    steps: [{ op: 'give', role: 'A', party: 'person:lee' }],
    reason: '',
    proposer: 'J. Lindqvist',
    proposedAt: now,
    approvers: [],
    state: 'proposed',
    ...more,
  })
  const signs = (id: string, wish?: ChangeRequest) =>
    holdingsOf(standing(id), book, new Map(wish ? [[wish.activity, [wish]]] : []))
      .filter(({ assignment }) => !assignment)
      .map(({ column, bit }) => [column, bit])

  it('say where an owner should stand that none is meant, that it is excused, or that one is missing', () => {
    expect(signs('shop/hosted')).toEqual([['team:ops', cellBits.byDesign]])
    expect(signs('ledger/purge')).toEqual([['team:pay', cellBits.excused]])
    expect(signs('shop/orphan')).toEqual([['team:ops', cellBits.missing]])
    expect(signs('attic/sweep')).toEqual([])
  })
  it('show a wish with whom it is about: a person with their team, an exception where the owner would stand', () => {
    expect(signs('shop/orphan', request({}))).toContainEqual(['team:pay', cellBits.pending])
    const handover = request({
      steps: [
        { op: 'take', role: 'A', party: 'team:ops' },
        { op: 'give', role: 'A', party: 'team:pay' },
        { op: 'give', role: 'R', party: 'team:pay' },
      ],
    })
    expect(signs('shop/orphan', handover).filter(([, bit]) => bit === cellBits.pending)).toEqual([
      ['team:ops', cellBits.pending],
      ['team:pay', cellBits.pending],
    ])
    const exception = request({ kind: 'exception', steps: [], gap: 'no-accountable' })
    expect(signs('shop/orphan', exception)).toContainEqual(['team:ops', cellBits.pending])
    const nowhere = request({ activity: 'attic/sweep', kind: 'exception', steps: [] })
    expect(signs('attic/sweep', nowhere)).toEqual([])
  })
  it('mark a role as inherited only while nothing in the cell says it of the activity itself', () => {
    const grid = gridOf([standing('ledger/deploy'), standing('ledger/restore')], book)
    const code = (row: number, id: string) => {
      const column = grid.columns.findIndex((each) => each.id === id)
      const at = grid.cells.row.findIndex((each, index) => each === row && grid.cells.column[index] === column)
      return grid.cells.code[at]
    }
    expect(code(0, 'team:pay')).toBe(cellBits.A | inheritedBits.A | cellBits.R)
    expect(code(1, 'team:pay')).toBe(cellBits.A | cellBits.R | inheritedBits.R)
    const both = {
      ...standing('ledger/deploy'),
      assignments: [...assignments.slice(0, 1), claim('ledger/deploy', 'A', 'team:pay')],
    }
    expect(gridOf([both], book).cells.code).toEqual([cellBits.A])
    const turned = { ...both, assignments: both.assignments.toReversed() }
    expect(gridOf([turned], book).cells.code).toEqual([cellBits.A])
  })
})

describe('activity × workload', () => {
  it('puts the same work on every workload in one row', () => {
    const rows = answeringOf(all, book)
    expect(rows.map(({ name, cells }) => [name, cells.map(({ workload, parties }) => [workload, parties])])).toEqual([
      [
        'deploy',
        [
          ['ledger', ['team:pay']],
          ['shop', ['team:ops']],
        ],
      ],
      ['purge', [['ledger', []]]],
      ['restore', [['ledger', ['team:pay']]]],
      ['hosted', [['shop', []]]],
      ['orphan', [['shop', []]]],
      ['sweep', [['attic', ['person:solo']]]],
    ])
  })
  it('keeps kinds apart, and takes who is responsible where accountable is not recorded', () => {
    const twin = { ...standing('shop/deploy'), activity: activity('shop/deploy', 'shop', { kind: 'response' }) }
    expect(answeringOf([standing('ledger/deploy'), twin], book)).toHaveLength(2)
    const without = { ...standing('ledger/purge'), records: { ...book.records, accountable: false } }
    expect(answering(without, book)).toEqual(['team:pay'])
    const [row] = answeringOf([without], book)
    expect(row?.cells[0]?.role).toBe('R')
  })
})

describe('team × workload', () => {
  it('counts an activity once for each role of a team, whoever of it holds it', () => {
    const { rows, cells, nobody } = loadOf(all, all, book)
    expect(rows).toEqual([
      { id: 'team:ops', name: 'ops', accountable: 1, responsible: 2, sole: 1 },
      { id: 'team:pay', name: 'pay', accountable: 2, responsible: 3, sole: 1 },
      { id: 'person:solo', name: 'solo', accountable: 1, responsible: 1, sole: 1 },
    ])
    expect(cells.find(({ party, workload }) => party === 'team:pay' && workload === 'ledger')).toEqual({
      party: 'team:pay',
      workload: 'ledger',
      accountable: 2,
      responsible: 3,
      either: 3,
      soleAccountable: true,
      soleResponsible: false,
    })
    expect([...nobody]).toEqual([['shop', 1]])
  })
  it('tells who is alone from all activities, not from those that a filter leaves', () => {
    const { cells } = loadOf([standing('ledger/deploy')], all, book)
    expect(cells).toEqual([expect.objectContaining({ party: 'team:pay', responsible: 1, soleResponsible: false })])
  })
})
