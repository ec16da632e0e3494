import { describe, expect, it } from 'vitest'
import { fromValues } from '../../../domain/distribution'
import type { SummaryCell } from '../../../domain/summary'
import { hour } from '../../../domain/units'
import { quantilesView } from './quantiles'

const hours = (...values: number[]) => fromValues(values.map((value) => value * hour))
const cell = (severity: string, closed: number[], open: number[], missing = 0, faults = 0): SummaryCell => ({
  bucket: '',
  key: [severity],
  count: closed.length + open.length + missing + faults,
  closed: hours(...closed),
  open: hours(...open),
  missing,
  faults,
})
const view = (...cells: SummaryCell[]) =>
  quantilesView({ cells }, 'resolved', (severity, readings) => `${severity ?? 'any'}:${readings.join('+')}`)

describe('quantilesView', () => {
  it('tells type 7 of those that ended, and in brackets the same with the open ones counted', () => {
    const { table } = view(cell('1', [1, 2, 3, 4, 5], []), cell('2', [1, 2], [3, 3]))
    expect(table.rows.map(({ cells }) => cells.slice(0, 8).map((text) => text.replaceAll('\u00a0', ' ')))).toEqual([
      ['SEV1', '5', '0', '0', '0', '3 h', '4 h', '4 h 36 m'],
      // Of four, half have ended within 2 h; nobody knows when three in four will have.
      ['SEV2', '2', '2', '0', '0', '1 h 30 m (2 h)', '1 h 45 m (not yet)', '1 h 54 m (not yet)'],
      ['All', '7', '2', '0', '0', '2 h (3 h)', '3 h 30 m (4 h)', '4 h 24 m (5 h)'],
    ])
  })

  it('leads from each number to exactly its incidents, and from a zero nowhere', () => {
    const { table } = view(cell('1', [1], [2], 3, 4), cell('', [], [], 1))
    expect(table.rows[0]?.links).toEqual([
      undefined,
      '1:closed',
      '1:open',
      '1:missing',
      '1:fault',
      ...Array(4).fill('1:closed+open'),
    ])
    expect(table.rows[1]).toMatchObject({ key: 'unknown', to: ':closed+open+missing+fault' })
    expect(table.rows[1]?.links).toEqual([undefined, undefined, undefined, ':missing', ...Array(5).fill(undefined)])
    expect(table.rows[2]?.to).toBe('any:closed+open+missing+fault')
  })

  it('says what the brackets mean only where something is open', () => {
    expect(view(cell('1', [1], [2])).sentence).toContain('in brackets with the 1 open ones counted')
    expect(view(cell('1', [1], [])).sentence).not.toContain('brackets')
  })
})
