import { describe, expect, it } from 'vitest'
import { day24, instant, parseInstant } from '../../../domain/units'
import { ticksOf } from './periods'
import { type Extent, silentSince, spanBefore, spanOf, spanYearBefore } from './range'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-11-20T09:42:17Z')
const extent: Extent = { first: at('2024-11-25T08:00:00Z'), last: at('2026-11-20T08:00:00Z'), total: 1500, live: true }
const span = (range: '28d' | 'quarter' | '52w' | 'all', zone = 'UTC') => spanOf({ range }, extent, now, zone)

describe('spanOf', () => {
  it('takes 28 days, today among them, as days', () => {
    const { periods, step, from, to } = span('28d')
    expect([step, periods.length]).toEqual(['day', 28])
    expect([from, to]).toEqual([at('2026-10-24T00:00:00Z'), at('2026-11-21T00:00:00Z')])
    expect(periods.filter(({ partial }) => partial).map(({ name }) => name)).toEqual(['Fri 20 Nov 2026'])
  })

  it('takes 52 ISO weeks, this one among them, and marks only this one as not over', () => {
    const { periods, step, from, to } = span('52w')
    expect([step, periods.length]).toEqual(['week', 52])
    expect([from, to]).toEqual([at('2025-11-24T00:00:00Z'), at('2026-11-23T00:00:00Z')])
    expect(periods.filter(({ partial }) => partial).map(({ name }) => name)).toEqual(['Week of 16 Nov 2026'])
  })

  it('takes 13 weeks for a quarter', () => {
    expect(span('quarter').periods).toHaveLength(13)
  })

  it('takes all from the first record on, in months, the first and the last in part', () => {
    const { periods, step } = span('all')
    expect(step).toBe('month')
    expect(periods).toHaveLength(25)
    expect(periods.filter(({ partial }) => partial).map(({ name }) => name)).toEqual(['Nov 2024', 'Nov 2026'])
  })

  it('adds months up to quarters where the reader wants it', () => {
    const { periods } = spanOf({ range: 'all', step: 'quarter' }, extent, now, 'UTC')
    expect(periods.map(({ name }) => name).slice(1, 3)).toEqual(['Q1 2025', 'Q2 2025'])
    expect(periods[1]?.buckets).toEqual(['2025-01-01', '2025-02-01', '2025-03-01'])
    expect(periods.map(({ partial }) => partial)).toEqual([true, ...Array.from({ length: 7 }, () => false), true])
  })

  it('begins weeks at midnight of the zone, across a change of clocks', () => {
    const { from, to, periods } = span('52w', 'Europe/Berlin')
    expect([from, to]).toEqual([at('2025-11-23T23:00:00Z'), at('2026-11-22T23:00:00Z')])
    expect(periods.find(({ label }) => label === '2026-03-30')?.start).toBe(at('2026-03-29T22:00:00Z'))
  })

  it('looks at a copy from its newest record, not from today', () => {
    const old: Extent = { first: at('2016-02-29T01:16:00Z'), last: at('2017-02-16T14:17:00Z'), live: false }
    const { now: seenFrom, to, periods } = spanOf({ range: '52w' }, old, now, 'UTC')
    expect(seenFrom).toBe(old.last)
    expect(to).toBe(at('2017-02-20T00:00:00Z'))
    expect(periods.filter(({ partial }) => partial).map(({ name }) => name)).toEqual(['Week of 13 Feb 2017'])
  })

  it('takes the days chosen, both inside, and 52 weeks when they make no sense', () => {
    const chosen = spanOf({ range: 'custom', first: '2026-03-02', last: '2026-03-15' }, extent, now, 'UTC')
    expect([chosen.step, chosen.periods.length]).toEqual(['day', 14])
    expect(chosen.periods.some(({ partial }) => partial)).toBe(false)
    for (const [first, last] of [
      ['2026-03-15', '2026-03-02'],
      ['tomorrow', '2026-03-02'],
      ['2026-02-31', '2026-03-02'],
    ])
      expect(
        spanOf({ range: 'custom', first: first ?? '', last: last ?? '' }, extent, now, 'UTC').periods,
      ).toHaveLength(52)
  })

  it('keeps to steps that make neither one bar nor a crowd', () => {
    expect(span('52w').steps).toEqual(['week', 'month', 'quarter'])
    expect(spanOf({ range: '52w', step: 'day' }, extent, now, 'UTC').step).toBe('week')
    expect(spanOf({ range: '52w', step: 'month' }, extent, now, 'UTC').step).toBe('month')
  })
})

describe('spanBefore', () => {
  it('is as many periods right before', () => {
    const before = spanBefore(span('28d'), extent)
    expect(before?.periods).toHaveLength(28)
    expect([before?.from, before?.to]).toEqual([at('2026-09-26T00:00:00Z'), at('2026-10-24T00:00:00Z')])
  })

  it('is missing where the data do not reach back', () => {
    expect(spanBefore(span('52w'), extent)?.from).toBe(at('2024-11-25T00:00:00Z'))
    expect(spanBefore(span('52w'), { ...extent, first: at('2024-11-26T00:00:00Z') })).toBeUndefined()
  })
})

describe('silentSince', () => {
  it('speaks up when nothing was recorded for much longer than usual', () => {
    const last = instant(now - 30 * day24)
    expect(silentSince({ ...extent, last }, now)).toBe(last + 1)
    expect(silentSince({ ...extent, last: instant(now - 10 * day24) }, now)).toBeUndefined()
    expect(silentSince({ ...extent, last, total: 20 }, now)).toBeUndefined()
  })
})

describe('ticksOf', () => {
  it('names months under weeks, with the year where it changes', () => {
    const { periods, step, zone } = span('52w')
    expect(ticksOf(periods, step, zone).map(({ label }) => label)).toEqual([
      'Dec',
      'Feb 2026',
      'Apr',
      'Jun',
      'Aug',
      'Oct',
    ])
  })

  it('names days under days', () => {
    const { periods, step, zone } = span('28d')
    expect(ticksOf(periods, step, zone).map(({ label }) => label)[0]).toBe('24 Oct')
    expect(ticksOf(periods, step, zone).length).toBeLessThanOrEqual(8)
  })
})

describe('spanYearBefore', () => {
  it('keeps each weekday, also where the clocks changed on other days', () => {
    const today = span('28d', 'America/Santiago')
    const year = spanYearBefore(today, { ...extent, first: at('2024-01-01T00:00:00Z') })
    expect(year?.periods.map(({ name }) => name.slice(0, 3))).toEqual(today.periods.map(({ name }) => name.slice(0, 3)))
    expect(year?.periods.at(-1)?.label).toBe('2025-11-21')
    expect(year?.periods.some(({ partial }) => partial)).toBe(false)
  })

  it('is none where the range is longer than a year, or nothing was recorded then', () => {
    expect(spanYearBefore(span('28d'), { ...extent, first: at('2025-11-01T00:00:00Z') })).toBeUndefined()
    expect(spanYearBefore(span('all'), { ...extent, first: at('2020-01-01T00:00:00Z') })).toBeUndefined()
  })
})
