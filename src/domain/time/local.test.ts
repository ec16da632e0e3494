import { describe, expect, it } from 'vitest'
import { instant } from '../units'
import { localText, momentsAt, zonedText } from './local'

const utc = (...parts: [number, number, number, number, number]) => instant(Date.UTC(...parts))

describe('momentsAt', () => {
  it.each([
    ['2026-11-20T09:42', 'UTC', [utc(2026, 10, 20, 9, 42)]],
    ['2026-11-20T09:42', 'Asia/Kathmandu', [utc(2026, 10, 20, 3, 57)]],
    // Clocks skipped it, and showed it twice.
    ['2026-03-29T02:30', 'Europe/Berlin', []],
    ['2026-10-25T02:30', 'Europe/Berlin', [utc(2026, 9, 25, 0, 30), utc(2026, 9, 25, 1, 30)]],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', [utc(2026, 3, 4, 14, 45), utc(2026, 3, 4, 15, 15)]],
  ])('%s in %s', (text, zone, moments) => {
    expect(momentsAt(text, zone)).toEqual(moments)
  })
  it.each(['', 'yesterday', '2026-11-20', '2026-02-30T10:00', '2026-11-20T25:00', '2026-11-20T09:42Z'])(
    'is no date and time: %s',
    (text) => expect(momentsAt(text, 'UTC')).toBeUndefined(),
  )
  it('goes back and forth', () => {
    const at = utc(2026, 10, 20, 9, 42)
    for (const zone of ['UTC', 'America/Havana', 'Asia/Beirut'])
      expect(momentsAt(localText(at, zone), zone)).toEqual([at])
  })
})

describe('zonedText', () => {
  it('carries the offset in force', () => {
    expect(zonedText(utc(2026, 6, 1, 10, 0), 'Europe/Berlin')).toBe('2026-07-01T12:00:00+02:00')
    expect(zonedText(utc(2026, 10, 20, 9, 42), 'UTC')).toBe('2026-11-20T09:42:00+00:00')
  })
})
