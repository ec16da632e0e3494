import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hour, instant, minute, parseInstant } from '../units'
import { dateOfDay, hourOfWeek, localParts, offsetAt, offsetSegments, startOfDay } from './zone'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)

const zones = [
  'UTC',
  'Europe/Berlin',
  'Africa/Cairo',
  'America/Havana',
  'America/Santiago',
  'Asia/Beirut',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
]

const from = at('2023-01-01T00:00:00Z')
const to = at('2028-01-01T00:00:00Z')

describe('offsetSegments', () => {
  it('has one segment for each transition, the first from the start of the range', () => {
    expect(offsetSegments(at('2026-01-01T00:00:00Z'), at('2027-01-01T00:00:00Z'), 'Europe/Berlin')).toEqual([
      { from: at('2026-01-01T00:00:00Z'), offset: hour },
      { from: at('2026-03-29T01:00:00Z'), offset: 2 * hour },
      { from: at('2026-10-25T01:00:00Z'), offset: hour },
    ])
  })

  it('knows shifts of half an hour and offsets of 45 minutes', () => {
    const howe = offsetSegments(at('2026-01-01T00:00:00Z'), at('2027-01-01T00:00:00Z'), 'Australia/Lord_Howe')
    expect(howe.map(({ offset }) => offset / minute)).toEqual([660, 630, 660])
    expect(offsetSegments(from, to, 'Asia/Kathmandu')).toEqual([{ from, offset: 345 * minute }])
  })

  it('ends before the transition that lies at the end', () => {
    expect(offsetSegments(at('2026-01-01T00:00:00Z'), at('2026-03-29T01:00:00Z'), 'Europe/Berlin')).toHaveLength(1)
  })

  it('refuses a zone that does not exist', () => {
    expect(() => offsetSegments(from, to, 'Europe/Atlantis')).toThrow(RangeError)
  })

  it.each(zones)('tells the hour, weekday and date that Temporal tells, in %s', (zone) => {
    const segments = offsetSegments(from, to, zone)
    // Half of the instants lie within an hour of a transition, where mistakes are made.
    const anywhere = fc.integer({ min: from, max: to - 1 })
    const nearby = fc
      .tuple(fc.constantFrom(...segments.map((each) => each.from)), fc.integer({ min: -2 * hour, max: 2 * hour }))
      .map(([edge, shift]) => Math.max(from, edge + shift))
    fc.assert(
      fc.property(fc.oneof(anywhere, nearby), (ms) => {
        const moment = instant(ms)
        const truth = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
        const parts = localParts(moment, segments)
        expect([parts.hour, parts.minute, parts.weekday]).toEqual([truth.hour, truth.minute, truth.dayOfWeek])
        expect(dateOfDay(parts.day).toString()).toBe(truth.toPlainDate().toString())
        expect(hourOfWeek(moment, segments)).toBe((truth.dayOfWeek - 1) * 24 + truth.hour)
        expect(offsetAt(moment, segments)).toBe(truth.offsetNanoseconds / 1e6)
      }),
      { seed: 7, numRuns: 150 },
    )
  })

  it('is right before 1970 too', () => {
    const moment = at('1969-12-31T23:30:00Z')
    expect(localParts(moment, offsetSegments(moment, instant(0), 'UTC'))).toEqual({
      day: -1,
      hour: 23,
      minute: 30,
      weekday: 3,
    })
  })
})

describe('startOfDay', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z'],
    // Clocks go from 24:00 to 01:00: the day begins at 01:00.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z'],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z'],
    // Clocks go from 01:00 back to 00:00: midnight comes twice, and the day begins at the first.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z'],
  ])('is the first moment of the day in %s on %s', (zone, date, expected) => {
    expect(startOfDay(Temporal.PlainDate.from(date), zone)).toBe(at(expected))
  })
})
