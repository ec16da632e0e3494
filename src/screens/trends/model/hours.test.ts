import { describe, expect, it } from 'vitest'
import { emptyDistribution } from '../../../domain/distribution'
import type { SummaryCell } from '../../../domain/summary'
import { hoursView } from './hours'

const cell = (hour: number, count: number): SummaryCell => ({
  bucket: '',
  key: [String(hour)],
  count,
  closed: emptyDistribution,
  open: emptyDistribution,
  missing: 0,
  faults: 0,
})

describe('hoursView', () => {
  it('names the busiest hour and the share of office hours, over n', () => {
    const { counts, total, sentence } = hoursView({ cells: [cell(33, 60), cell(4, 20), cell(130, 40)] })
    expect([counts[33], counts[4], counts[130], counts[0], counts.length]).toEqual([60, 20, 40, 0, 168])
    expect(total).toBe(120)
    expect(sentence).toBe(
      'Most start Tuesday 09:00 to 10:00 (60); 50 % from Monday to Friday, 08:00 to 18:00, which is 30 % of the week; n = 120.',
    )
  })

  it('does not call a handful a pattern', () => {
    expect(hoursView({ cells: [cell(33, 9)] }).sentence).toBe(
      '9 incidents: too few to tell a pattern over the 168 hours of a week.',
    )
  })

  it('tells every tile in its table: hours down, weekdays across', () => {
    const { table } = hoursView({ cells: [cell(33, 60), cell(167, 7)] })
    expect(table.columns).toEqual(['Hour', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
    expect(table.rows).toHaveLength(24)
    expect(table.rows[9]?.cells).toEqual(['09:00', '0', '60', '0', '0', '0', '0', '0'])
    expect(table.rows[23]?.cells.at(-1)).toBe('7')
  })
})
