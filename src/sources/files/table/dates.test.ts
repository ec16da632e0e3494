import { describe, expect, it } from 'vitest'
import { formatInstant } from '../../../domain/units'
import { isZone } from '../../../domain/time/zone'
import { anyDateReader, dateReader } from './dates'

const read = (format: string, zone: string, text: string): string | undefined => {
  const at = dateReader(format, zone)(text)
  return at === undefined ? undefined : formatInstant(at)
}

describe('dateReader', () => {
  it.each([
    ['D/M/YYYY H:mm', 'UTC', '3/4/2016 9:05', '2016-04-03T09:05:00Z'],
    ['M/D/YYYY H:mm', 'UTC', '3/4/2016 9:05', '2016-03-04T09:05:00Z'],
    ['DD-MM-YYYY HH:mm', 'UTC', '29-02-2016 01:16', '2016-02-29T01:16:00Z'],
    ['D MMM YYYY, h:mm A', 'UTC', '3 Apr 2016, 12:05 AM', '2016-04-03T00:05:00Z'],
    ['D MMM YYYY, h:mm A', 'UTC', '3 apr 2016, 12:05 pm', '2016-04-03T12:05:00Z'],
    ['YYYY-MM-DD HH:mm:ss.SSS Z', 'Europe/Berlin', '2026-01-02 03:04:05.678 -07:00', '2026-01-02T10:04:05.678Z'],
    ['YYYY-MM-DD HH:mm:ss', 'Europe/Berlin', '2026-01-02 03:04:05', '2026-01-02T02:04:05Z'],
    ['YYYY-MM-DD HH:mm:ss', 'Europe/Berlin', '2026-07-02 03:04:05', '2026-07-02T01:04:05Z'],
    ['iso', 'Asia/Kathmandu', '2026-01-02 05:45', '2026-01-02T00:00:00Z'],
    ['iso', 'Asia/Kathmandu', '2026-01-02T05:45:00+00:00', '2026-01-02T05:45:00Z'],
    ['iso', 'America/New_York', '2026-01-02', '2026-01-02T05:00:00Z'],
    ['unix', 'UTC', '1456708560.5', '2016-02-29T01:16:00.500Z'],
    ['unix-ms', 'UTC', '1456708560000', '2016-02-29T01:16:00Z'],
    ['YYYY[Y]MM[M]DD', 'UTC', '2016Y02M29', '2016-02-29T00:00:00Z'],
  ])('reads %s in %s', (format, zone, text, expected) => {
    expect(read(format, zone, text)).toBe(expected)
  })

  it.each([
    ['D/M/YYYY H:mm', '3/14/2016 9:05'],
    ['D/M/YYYY H:mm', '30/2/2016 9:05'],
    ['D/M/YYYY H:mm', '3/4/2016 24:00'],
    ['D/M/YYYY H:mm', '3/4/2016 9:60'],
    ['D/M/YYYY H:mm', '3/4/16 9:05'],
    ['D/M/YYYY H:mm', '3-4-2016 9:05'],
    ['DD-MM-YYYY HH:mm', '3-04-2016 09:05'],
    ['h:mm A D/M/YYYY', '13:00 pm 1/1/2016'],
    ['iso', '2016-13-01'],
    ['unix', 'yesterday'],
  ])('%s refuses %s', (format, text) => {
    expect(read(format, 'UTC', text)).toBeUndefined()
  })

  it('refuses a local time that the clocks skipped, and takes the earlier of one they showed twice', () => {
    expect(read('iso', 'Europe/Berlin', '2026-03-29 02:30')).toBeUndefined()
    expect(read('iso', 'Europe/Berlin', '2026-10-25 02:30')).toBe('2026-10-25T00:30:00Z')
    expect(read('iso', 'Australia/Lord_Howe', '2026-04-05 01:45')).toBe('2026-04-04T14:45:00Z')
  })

  it.each(['D/M H:mm', 'YYYY-MM-DD hh:mm', 'YYYY-MM-DD HH:mm A'])('refuses the format %s', (format) => {
    expect(() => dateReader(format, 'UTC')).toThrow(RangeError)
  })

  it('takes the first of several formats that fits', () => {
    const reader = anyDateReader(['D/M/YYYY H:mm', 'DD-MM-YYYY HH:mm'], 'UTC')
    expect(reader('1/2/2016 3:04')).toBe(Date.UTC(2016, 1, 1, 3, 4))
    expect(reader('01-02-2016 03:04')).toBe(Date.UTC(2016, 1, 1, 3, 4))
    expect(reader('2016')).toBeUndefined()
  })

  it('knows zones', () => {
    expect(isZone('Europe/Berlin')).toBe(true)
    expect(isZone('Europe/Atlantis')).toBe(false)
  })
})
