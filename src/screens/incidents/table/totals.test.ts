import { describe, expect, it } from 'vitest'
import { anIncident } from '../../../../test/tools/records'
import type { Distribution, SummaryCell } from '../../../domain/summary'
import { instant } from '../../../domain/units'
import { cellsOf, faultsOf, rowsOf, spreadOf, turnsOf } from './totals'

const exact = (...values: readonly number[]): Distribution => ({ kind: 'exact', values })
const cell = (severity: string, state: string, over: Partial<SummaryCell> = {}): SummaryCell => ({
  bucket: '',
  key: [severity, state],
  count: 1,
  closed: exact(),
  open: exact(),
  missing: 0,
  faults: 0,
  ...over,
})

describe('totals', () => {
  const summary = {
    cells: [
      cell('', 'closed', { missing: 1 }),
      cell('2', 'triggered', { count: 3, open: exact(5, 6, 7) }),
      cell('2', 'closed', { count: 2, closed: exact(1000, 3000) }),
      cell('1', 'closed', { count: 4, closed: exact(2000, 2000, 4000), faults: 1 }),
    ],
  }
  it('are told of all, then by severity, the worst first and the unknown last', () => {
    expect(rowsOf(summary)).toEqual([
      {
        count: 10,
        states: [
          ['closed', 7],
          ['triggered', 3],
        ],
      },
      { severity: '1', count: 4, states: [['closed', 4]] },
      {
        severity: '2',
        count: 5,
        states: [
          ['triggered', 3],
          ['closed', 2],
        ],
      },
      { severity: '', count: 1, states: [['closed', 1]] },
    ])
  })
  it('measure what ended, and count what did not apart', () => {
    expect(spreadOf(cellsOf(summary, undefined))).toEqual({
      n: 5,
      median: 2000,
      p90: 3600,
      longest: 4000,
      open: 3,
      faults: 1,
      missing: 1,
      rough: false,
    })
    expect(spreadOf(cellsOf(summary, '')).median).toBeUndefined()
  })
  it('count hand-ons only where some source does', () => {
    const own = [
      anIncident({ id: 'a', reassignments: 0 }),
      anIncident({ id: 'b', reassignments: 3 }),
      anIncident({ id: 'c' }),
    ]
    expect(turnsOf(own, 'reassignments')).toEqual({ told: 2, incidents: 1, times: 3 })
    expect(turnsOf(own, 'reopened')).toBeUndefined()
  })
  it('name what cannot be', () => {
    const wrong = anIncident({ id: 'a', clocks: { detected: instant(500), acknowledged: instant(200) } })
    expect(faultsOf([wrong, anIncident({ id: 'b' })], 'acknowledge', instant(9000))).toEqual([
      { id: 'a', length: -300 },
    ])
  })
})
