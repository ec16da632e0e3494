import { describe, expect, it } from 'vitest'
import { instant, parseInstant } from '../../../domain/units'
import { daysOf } from './days'
import type { Extent } from './range'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-11-20T09:42:17Z')
const live: Extent = { first: at('2024-11-25T08:00:00Z'), last: at('2026-11-20T08:00:00Z'), live: true }
const days = (first?: string, last?: string, extent = live, zone = 'UTC') => {
  const choice = {
    range: 'custom' as const,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  }
  const told = daysOf(choice, extent, now, zone)
  return [told.first.toString(), told.last.toString(), told.told]
}
const year = ['2025-11-24', '2026-11-20']

describe('the days of a custom range', () => {
  it('are those chosen, both inside', () => {
    expect(days('2026-03-02', '2026-03-15')).toEqual(['2026-03-02', '2026-03-15', undefined])
    expect(days('2026-03-15', '2026-03-15')).toEqual(['2026-03-15', '2026-03-15', undefined])
  })

  it('go on to today where only their beginning is chosen, and begin a year before a lone end', () => {
    expect(days('2026-10-05')).toEqual(['2026-10-05', '2026-11-20', undefined])
    expect(days('', '2026-10-05')).toEqual(['2025-10-06', '2026-10-05', undefined])
    expect(days()).toEqual([...year, undefined])
  })

  it.each([
    ['2026-03-15', '2026-03-02', 'The range would end on 2 Mar 2026, before it begins on 15 Mar 2026'],
    ['tomorrow', '2026-03-02', '“tomorrow” in the address is no day, which is written as 2026-03-15'],
    ['2026-03-01', '2026-02-31', '“2026-02-31” in the address is no day, which is written as 2026-03-15'],
    ['2027-01-01', '2027-02-01', 'The range begins on 1 Jan 2027, and that day has not come yet'],
  ])('fall back to 52 weeks from %s to %s, and say why', (first, last, why) => {
    expect(days(first, last)).toEqual([...year, `${why}. Shown are the last 52 weeks: choose the days anew.`])
  })

  it('stop today, or where a copy ends', () => {
    expect(days('2026-11-02', '2026-12-31')).toEqual([
      '2026-11-02',
      '2026-11-20',
      'The range is shown up to 20 Nov 2026: later days have not come yet.',
    ])
    expect(days('2026-11-02', '2026-12-31', { ...live, live: false })[2]).toBe(
      'The range is shown up to 20 Nov 2026: the data end there.',
    )
  })

  it('begin with the data where centuries were asked for', () => {
    expect(days('0202-01-01', '2026-03-01')).toEqual([
      '2024-11-25',
      '2026-03-01',
      'The range is shown from 25 Nov 2024 on, where the data begin.',
    ])
  })

  it('are days of the zone: today is another one beyond the date line', () => {
    expect(days('2026-11-01', undefined, live, 'Pacific/Kiritimati')[1]).toBe('2026-11-20')
    expect(days('2026-11-01', undefined, { ...live }, 'Pacific/Pago_Pago')[1]).toBe('2026-11-19')
  })
})
