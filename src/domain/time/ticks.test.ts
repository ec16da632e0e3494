import { describe, expect, it } from 'vitest'
import { instant } from '../units'
import { timeTicks } from './ticks'

const at = (text: string) => instant(Date.parse(text))
const labels = (from: string, to: string, most: number, zone: string) =>
  timeTicks(at(from), at(to), most, zone).map((tick) => tick.label)

describe('timeTicks', () => {
  it('takes the finest round step that fits', () => {
    expect(labels('2026-11-20T08:35:00Z', '2026-11-20T09:45:00Z', 8, 'UTC')).toEqual([
      '08:40',
      '08:50',
      '09:00',
      '09:10',
      '09:20',
      '09:30',
      '09:40',
    ])
  })
  it('names the day where one begins', () => {
    const ticks = timeTicks(at('2026-11-20T20:00:00Z'), at('2026-11-21T05:00:00Z'), 4, 'UTC')
    expect(ticks.map(({ label, major }) => [label, major])).toEqual([
      ['21:00', false],
      ['21 Nov', true],
      ['03:00', false],
    ])
  })
  it('keeps the wall clock round where clocks change by an hour', () => {
    expect(labels('2026-10-24T22:00:00Z', '2026-10-25T06:00:00Z', 10, 'Europe/Berlin')).toEqual([
      '25 Oct',
      '01:00',
      '02:00',
      '02:00',
      '03:00',
      '04:00',
      '05:00',
      '06:00',
    ])
  })
  it('keeps the wall clock round where clocks change by half an hour, and in zones off the hour', () => {
    expect(labels('2026-10-03T13:00:00Z', '2026-10-03T19:00:00Z', 8, 'Australia/Lord_Howe')).toEqual([
      '4 Oct',
      '01:00',
      '03:00',
      '04:00',
      '05:00',
    ])
    expect(labels('2026-11-20T00:00:00Z', '2026-11-20T03:00:00Z', 4, 'Asia/Kathmandu')).toEqual([
      '06:00',
      '07:00',
      '08:00',
    ])
  })
  it('begins days where the zone begins them, also where midnight does not exist', () => {
    const ticks = timeTicks(at('2026-09-04T00:00:00Z'), at('2026-09-08T00:00:00Z'), 4, 'America/Santiago')
    expect(ticks.map((tick) => new Date(tick.at).toISOString())).toEqual([
      '2026-09-04T04:00:00.000Z',
      '2026-09-05T04:00:00.000Z',
      '2026-09-06T04:00:00.000Z',
      '2026-09-07T03:00:00.000Z',
    ])
  })
  it('begins weeks on Mondays', () => {
    expect(labels('2026-11-01T00:00:00Z', '2026-11-29T00:00:00Z', 5, 'UTC')).toEqual([
      '2 Nov',
      '9 Nov',
      '16 Nov',
      '23 Nov',
    ])
  })
  it('tells months, and years by their number', () => {
    expect(labels('2025-11-15T00:00:00Z', '2026-03-15T00:00:00Z', 5, 'UTC')).toEqual(['Dec', '2026', 'Feb', 'Mar'])
    expect(labels('2015-11-15T00:00:00Z', '2026-03-15T00:00:00Z', 6, 'UTC')).toEqual([
      '2016',
      '2018',
      '2020',
      '2022',
      '2024',
      '2026',
    ])
  })
  it('is empty for an empty or reversed range', () => {
    expect(timeTicks(instant(5), instant(5), 4, 'UTC')).toEqual([])
    expect(timeTicks(instant(6), instant(5), 4, 'UTC')).toEqual([])
  })
  it('never gives many more than there is room for', () => {
    for (let length = 60_000; length < 1e12; length *= 1.7) {
      const count = timeTicks(instant(1e12), instant(1e12 + length), 8, 'Europe/Berlin').length
      expect(count).toBeLessThanOrEqual(10)
    }
  })
})
