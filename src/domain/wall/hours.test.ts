import { describe, expect, it } from 'vitest'
import { instant, parseInstant } from '../units'
import { endText, isWithin, readHours } from './hours'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const night = { from: 22 * 60, to: 6 * 60 + 30 }

describe('hours of every day', () => {
  it('are read from an address', () => {
    expect(readHours('22:00-06:30')).toEqual(night)
    expect(readHours('7:05 – 24:00')).toEqual({ from: 425, to: 1440 })
  })
  it.each(['', '22-6', '25:00-06:00', '24:00-06:00', '22:60-06:00', '22:00-24:30', '07:00-07:00', 'night'])(
    'are not “%s”',
    (text) => expect(readHours(text)).toBeUndefined(),
  )
  it('reach over midnight, with the start and without the end', () => {
    const told = ['21:59', '22:00', '23:59', '00:00', '06:29', '06:30', '12:00'].map((time) =>
      isWithin(night, at(`2026-11-20T${time}:00Z`), 'UTC'),
    )
    expect(told).toEqual([false, true, true, true, true, false, false])
    expect(isWithin({ from: 0, to: 1440 }, at('2026-11-20T23:59:59Z'), 'UTC')).toBe(true)
  })
  it('go by the clocks of the zone, in summer too', () => {
    expect(isWithin(night, at('2026-01-10T21:00:00Z'), 'Europe/Berlin')).toBe(true)
    expect(isWithin(night, at('2026-07-10T20:00:00Z'), 'Europe/Berlin')).toBe(true)
    expect(isWithin(night, at('2026-07-10T19:59:00Z'), 'Europe/Berlin')).toBe(false)
    expect(isWithin(night, at('2026-07-10T16:15:00Z'), 'Asia/Kathmandu')).toBe(true)
  })
  it('tell their end', () => {
    expect(endText(night)).toBe('06:30')
    expect(endText({ from: 0, to: 1440 })).toBe('00:00')
  })
})
