import { describe, expect, it } from 'vitest'
import { readWorkspace } from '../../../../test/tools/workspace'
import { columns } from './servicenowColumns'

type Row = Partial<Record<(typeof columns)[number], string>>

const usual: Row = {
  incident_state: 'New',
  reassignment_count: '0',
  reopen_count: '0',
  made_sla: 'true',
  opened_at: '3/4/2026 9:00',
  sys_updated_by: 'Updated by 1',
  sys_updated_at: '3/4/2026 9:05',
  contact_type: 'Phone',
  category: 'Category 1',
  subcategory: 'Subcategory 2',
  u_symptom: 'Symptom 3',
  impact: '2 - Medium',
  urgency: '2 - Medium',
  priority: '3 - Moderate',
  assignment_group: 'Group 4',
  closed_code: 'code 5',
  resolved_at: '3/4/2026 12:00',
  closed_at: '8/4/2026 12:00',
}
const log = (rows: readonly Row[]): string =>
  [
    columns.join(','),
    ...rows.map((row) => columns.map((column) => ({ ...usual, ...row })[column] ?? '?').join(',')),
  ].join('\n')

const at = (hour: number, minute = 0) => Date.UTC(2026, 3, 3, hour, minute)

describe('a ServiceNow event log', () => {
  it('counts how often it came back to a group that had it before', async () => {
    const went = (number: string, groups: readonly string[]) =>
      groups.map((group) => ({ number, assignment_group: group, contact_type: number === 'INC4' ? '?' : 'Phone' }))
    const { of } = await readWorkspace({
      'log.csv': log([
        ...went('INC1', ['Group 1', 'Group 1', 'Group 2', 'Group 1', 'Group 2']),
        ...went('INC2', ['Group 1', '?', 'Group 1', 'Group 2']),
        ...went('INC3', ['?', '?']),
        ...went('INC4', ['Group 1']),
      ]),
    })
    expect(of('incidents').map(({ returns, detection }) => [returns, detection])).toEqual([
      [2, 'person'],
      [0, 'person'],
      [undefined, 'person'],
      [0, undefined],
    ])
  })

  it('takes final values from the last row in file order, moments day first', async () => {
    const { of, caveats } = await readWorkspace({
      'log.csv': log([
        { number: 'INC1', sys_updated_at: '3/4/2026 9:05' },
        { number: 'INC1', sys_updated_at: '3/4/2026 9:30', incident_state: 'Active', assigned_to: 'Resolver 6' },
        // Written down last, though dated earlier: the file's order counts.
        {
          number: 'INC1',
          sys_updated_at: '3/4/2026 9:10',
          incident_state: 'Closed',
          priority: '1 - Critical',
          assigned_to: 'Resolver 6',
          made_sla: 'false',
          reassignment_count: '2',
          reopen_count: '1',
          problem_id: 'Problem ID  7',
        },
      ]),
    })
    expect(of('incidents')).toEqual([
      {
        id: 'INC1',
        title: 'Symptom 3 · Category 1',
        severity: 1,
        severityText: '1 - Critical',
        state: 'closed',
        opened: at(9),
        clocks: { detected: at(9), acknowledged: at(9, 30), resolved: at(12), closed: Date.UTC(2026, 3, 8, 12) },
        workloads: ['Category 1'],
        team: 'team:Group 4',
        assignee: 'person:Resolver 6',
        roles: [],
        impact: 'Impact 2 - Medium, urgency 2 - Medium',
        problem: 'Problem ID  7',
        factors: ['code 5'],
        labels: ['Symptom 3', 'Subcategory 2', 'Phone'],
        detection: 'person',
        reassignments: 2,
        returns: 0,
        reopened: 1,
        slaMet: false,
        links: [],
      },
    ])
    expect(of('problems')).toEqual([
      expect.objectContaining({ id: 'Problem ID  7', title: 'Problem ID 7', workloads: ['Category 1'] }),
    ])
    expect(caveats('incidents').map(({ kind }) => kind)).toEqual(['zone-assumed'])
  })

  it('tells one entry a row, by what changed', async () => {
    const row = (changes: Row): Row => ({ number: 'INC1', ...changes })
    const { of } = await readWorkspace({
      'log.csv': log([
        row({}),
        row({}),
        row({ incident_state: 'Active', assigned_to: 'Resolver 6' }),
        row({ incident_state: 'Active', priority: '1 - Critical', assigned_to: 'Resolver 6' }),
        row({
          incident_state: 'Active',
          priority: '1 - Critical',
          assignment_group: 'Group 5',
          assigned_to: 'Resolver 6',
        }),
        row({
          incident_state: 'Resolved',
          priority: '1 - Critical',
          assignment_group: 'Group 5',
          assigned_to: 'Resolver 6',
        }),
        row({
          incident_state: '-100',
          priority: '1 - Critical',
          assignment_group: 'Group 5',
          assigned_to: 'Resolver 6',
        }),
        row({
          incident_state: '-100',
          priority: '1 - Critical',
          assignment_group: 'Group 5',
          assigned_to: 'Resolver 6',
          u_symptom: '?',
        }),
      ]),
    })
    expect(of('timeline').map(({ sequence, kind, from, to, text }) => [sequence, kind, from, to, text])).toEqual([
      [0, 'state', undefined, 'New', undefined],
      [1, 'note', undefined, undefined, 'Updated without a recorded change'],
      [2, 'state', 'New', 'Active', 'assignee from none to Resolver 6'],
      [3, 'severity', '3 - Moderate', '1 - Critical', undefined],
      [4, 'escalation', 'Group 4', 'Group 5', undefined],
      [5, 'state', 'Active', 'Resolved', undefined],
      [6, 'resume', 'Resolved', '-100', undefined],
      [7, 'note', undefined, undefined, 'symptom from Symptom 3 to none'],
    ])
    expect(of('incidents')[0]?.state).toBe('unknown:-100')
    // Each row is the whole ticket of then: nothing of later rows.
    expect(
      of('timeline').map(({ stands }) => [stands?.state, stands?.severity, stands?.team, stands?.assignee]),
    ).toEqual([
      ['triggered', 3, 'team:Group 4', ''],
      ['triggered', 3, 'team:Group 4', ''],
      ['acknowledged', 3, 'team:Group 4', 'person:Resolver 6'],
      ['acknowledged', 1, 'team:Group 4', 'person:Resolver 6'],
      ['acknowledged', 1, 'team:Group 5', 'person:Resolver 6'],
      ['resolved', 1, 'team:Group 5', 'person:Resolver 6'],
      ['unknown:-100', 1, 'team:Group 5', 'person:Resolver 6'],
      ['unknown:-100', 1, 'team:Group 5', 'person:Resolver 6'],
    ])
  })

  it('keeps a response before the opening, for it is evidence of a fault', async () => {
    const { of } = await readWorkspace({
      'log.csv': log([{ number: 'INC1', incident_state: 'Active', sys_updated_at: '3/4/2026 8:00' }]),
    })
    expect(of('incidents')[0]?.clocks).toMatchObject({ detected: at(9), acknowledged: at(8) })
  })

  it('never takes the month for the day, and sets a row aside that nobody can read', async () => {
    const { of, complaints } = await readWorkspace({
      'log.csv': `${log([
        { number: 'INC1' },
        { number: 'INC1', sys_updated_at: '4/13/2026 9:05' },
        { number: '?' },
        { number: 'INC2', opened_at: 'soon' },
      ])}\nINC3,too,short`,
    })
    expect(of('timeline')).toHaveLength(2)
    expect(of('incidents').map(({ id }) => id)).toEqual(['INC1'])
    expect(complaints).toEqual([
      expect.stringMatching(/^log\.csv:3: sys_updated_at: “4\/13\/2026 9:05” is no date/) as string,
      'log.csv:4: The row names no incident (number).',
      'log.csv:6: The row has 3 cells, the header 24.',
      expect.stringMatching(/^log\.csv:5: opened_at: “soon” is no date/) as string,
    ])
  })

  it('reads a spreadsheet’s copy alike', async () => {
    const original = await readWorkspace({ 'log.csv': log([{ number: 'INC1' }]) })
    const resaved = log([{ number: 'INC1' }])
      .replaceAll(
        /(\d)\/(\d)\/(\d{4}) (\d{1,2}):/g,
        (_, day, month, year, hour) => `0${day}-0${month}-${year} ${String(hour).padStart(2, '0')}:`,
      )
      .replaceAll('true', 'TRUE')
      .replaceAll('\n', '\r\n')
    const copy = await readWorkspace({ 'copy.csv': resaved })
    expect(copy.of('incidents')).toEqual(original.of('incidents'))
    expect(copy.of('timeline')).toEqual(original.of('timeline'))
  })

  it('lets the first file count where two tell the same incidents', async () => {
    const { of, complaints } = await readWorkspace({
      'a.csv': log([{ number: 'INC1', priority: '1 - Critical' }]),
      'later/b.csv': log([{ number: 'INC1' }, { number: 'INC2' }]),
    })
    expect(of('incidents').map(({ id, severity }) => [id, severity])).toEqual([
      ['INC1', 1],
      ['INC2', 3],
    ])
    expect(complaints).toEqual(['later/b.csv: Another file tells these incidents already: the first one counts.'])
  })

  it('names the columns that are missing', async () => {
    const { complaints } = await readWorkspace({
      'log.csv': 'number,incident_state,sys_updated_at,opened_at\nINC1,New,3/4/2026 9:05,3/4/2026 9:00\n',
    })
    expect(complaints).toEqual([
      expect.stringMatching(/^log\.csv:1: The event log lacks the columns reassignment_count/) as string,
    ])
  })

  it('stops at the row limit and says so', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({ number: `INC${index}` }))
    const { of, caveats, complaints } = await readWorkspace({
      'watchbill.yaml': 'zone: UTC\nlimits: { rows: 5 }\nfiles: [{path: log.csv, kind: servicenow-log}]\n',
      'log.csv': log(rows),
    })
    expect(of('timeline')).toHaveLength(5)
    expect(of('incidents')).toHaveLength(5)
    expect(caveats('incidents').map(({ kind }) => kind)).toEqual(['truncated', 'set-aside'])
    expect(complaints).toEqual(['log.csv: The limit of 5 rows was reached. Raise limits.rows in watchbill.yaml.'])
  })

  it('reads times in the zone that the manifest declares, and then assumes nothing', async () => {
    const { of, caveats } = await readWorkspace({
      'watchbill.yaml': 'files: [{path: log.csv, kind: servicenow-log, zone: America/Sao_Paulo}]\n',
      'log.csv': log([{ number: 'INC1' }]),
    })
    expect(of('incidents')[0]?.opened).toBe(at(12))
    expect(caveats('incidents')).toEqual([])
  })
})
