import { describe, expect, it } from 'vitest'
import { day24, hour, instant, minute, parseInstant } from '../units'
import {
  ageText,
  dateText,
  dateTimeText,
  dayText,
  durationText,
  isoWeekText,
  timeText,
  timeTextToSecond,
  weekdayText,
  zoneText,
} from './format'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const moment = at('2026-11-20T23:04:17Z')

describe('moments', () => {
  it.each([
    ['UTC', '20 Nov 2026 23:04 UTC'],
    ['Europe/Berlin', '21 Nov 2026 00:04 UTC+1'],
    ['America/New_York', '20 Nov 2026 18:04 UTC−5'],
    ['Asia/Kathmandu', '21 Nov 2026 04:49 UTC+5:45'],
    ['Australia/Lord_Howe', '21 Nov 2026 10:04 UTC+11'],
  ])('in %s', (zone, text) => {
    expect(dateTimeText(moment, zone)).toBe(text)
  })

  it('has shorter forms', () => {
    expect(timeText(moment, 'UTC')).toBe('23:04')
    expect(timeTextToSecond(moment, 'Europe/Berlin')).toBe('00:04:17')
    expect(dateText(moment, 'UTC')).toBe('20 Nov 2026')
    expect(dayText(at('2026-09-02T12:00:00Z'), 'UTC')).toBe('2 Sep')
    expect(weekdayText(moment, 'UTC')).toBe('Fri')
    expect(weekdayText(moment, 'Europe/Berlin')).toBe('Sat')
  })

  it('tells the two 02:30 of a night apart by their offset', () => {
    expect(dateTimeText(at('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('25 Oct 2026 02:30 UTC+2')
    expect(dateTimeText(at('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('25 Oct 2026 02:30 UTC+1')
    expect(zoneText(at('2026-04-04T14:30:00Z'), 'Australia/Lord_Howe')).toBe('UTC+11')
    expect(zoneText(at('2026-04-04T15:30:00Z'), 'Australia/Lord_Howe')).toBe('UTC+10:30')
  })

  it('names the week by the zone shown', () => {
    const sunday = at('2026-11-22T23:30:00Z')
    expect(isoWeekText(sunday, 'UTC')).toBe('2026-W47')
    expect(isoWeekText(sunday, 'Europe/Berlin')).toBe('2026-W48')
  })
})

describe('durationText', () => {
  it.each([
    [0, '<1 min'],
    [minute - 1, '<1 min'],
    [minute, '1 min'],
    [38.9 * minute, '38 min'],
    [hour - 1, '59 min'],
    [hour, '1 h'],
    [3 * hour + 6 * minute, '3 h 06 m'],
    [4.7 * hour, '4 h 42 m'],
    [day24 - 1, '23 h 59 m'],
    [day24, '1 d'],
    [2 * day24 + 4 * hour + 59 * minute, '2 d 4 h'],
    [22 * day24, '22 d'],
    [-38 * minute, '−38 min'],
    [-1, '−<1 min'],
  ])('%d ms is %s', (length, text) => {
    expect(durationText(length)).toBe(text)
  })
})

describe('ageText', () => {
  it.each([
    [38 * minute, '38 min ago'],
    [59_999, 'just now'],
    [-59_999, 'just now'],
    [-4 * minute, 'in 4 min'],
    [26 * hour, '1 d 2 h ago'],
  ])('%d ms before now is %s', (age, text) => {
    expect(ageText(instant(moment - age), moment)).toBe(text)
  })
})
