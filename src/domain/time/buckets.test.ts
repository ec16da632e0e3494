import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BucketSize } from '../summary'
import { day24, hour, instant, parseInstant } from '../units'
import { bucketLabeller, bucketOf, buckets, isPartial } from './buckets'
import { offsetSegments } from './zone'

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

const lengths = (zone: string, from: string, to: string) =>
  buckets(at(from), at(to), 'day', zone).map(({ label, start, end }) => [label, (end - start) / hour])

describe('days across a change of clocks', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Africa/Cairo', '2026-04-24', 23],
    ['Africa/Cairo', '2026-10-29', 25],
    ['America/Havana', '2026-03-08', 23],
    ['America/Havana', '2026-11-01', 25],
    ['America/Santiago', '2026-09-06', 23],
    ['America/Santiago', '2026-04-04', 25],
    ['Asia/Beirut', '2026-03-29', 23],
    ['Asia/Beirut', '2026-10-24', 25],
    ['Atlantic/Azores', '2026-03-29', 23],
    ['Atlantic/Azores', '2026-10-25', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kathmandu', '2026-03-29', 24],
    ['UTC', '2026-03-29', 24],
  ])('in %s %s lasts %d hours', (zone, date, hours) => {
    const noon = `${date}T12:00:00Z`
    expect(lengths(zone, noon, `${date}T12:00:01Z`)).toEqual([[date, hours]])
  })

  it('leaves out a day that the zone skipped', () => {
    expect(lengths('Pacific/Apia', '2011-12-29T12:00:00Z', '2011-12-31T12:00:00Z')).toEqual([
      ['2011-12-29', 24],
      ['2011-12-31', 24],
      ['2012-01-01', 24],
    ])
  })
})

describe('weeks and months', () => {
  it('begins weeks on Monday and names them by ISO 8601', () => {
    const weeks = buckets(at('2026-12-21T00:00:00Z'), at('2027-01-05T00:00:00Z'), 'week', 'UTC')
    expect(weeks.map(({ label, title }) => [label, title])).toEqual([
      ['2026-12-21', '2026-W52'],
      ['2026-12-28', '2026-W53'],
      ['2027-01-04', '2027-W01'],
    ])
  })

  it('covers the range with whole buckets', () => {
    const [only, ...more] = buckets(at('2026-11-18T10:00:00Z'), at('2026-11-18T11:00:00Z'), 'month', 'Europe/Berlin')
    expect(only).toEqual({
      start: at('2026-10-31T23:00:00Z'),
      end: at('2026-11-30T23:00:00Z'),
      label: '2026-11-01',
      title: '2026-11',
    })
    expect(more).toEqual([])
  })

  it('has a week of 169 hours in autumn and of 167 in spring', () => {
    const hours = (text: string) =>
      buckets(at(text), instant(at(text) + 1), 'week', 'Europe/Berlin').map(({ start, end }) => (end - start) / hour)
    expect(hours('2026-10-21T00:00:00Z')).toEqual([169])
    expect(hours('2026-03-25T00:00:00Z')).toEqual([167])
  })

  it('is empty unless the range has a length', () => {
    expect(buckets(instant(5), instant(5), 'day', 'UTC')).toEqual([])
    expect(buckets(instant(6), instant(5), 'day', 'UTC')).toEqual([])
  })
})

const start = at('2023-01-01T00:00:00Z')
const zone = fc.constantFrom(...zones)
const size = fc.constantFrom<BucketSize>('day', 'week', 'month')
const range = fc
  .tuple(fc.integer({ min: 0, max: 4 * 365 * day24 }), fc.integer({ min: 1, max: 200 * day24 }))
  .map(([first, length]) => [instant(start + first), instant(start + first + length)] as const)

const firstDayByTemporal = (moment: number, name: string, of: BucketSize) => {
  const date = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(name).toPlainDate()
  if (of === 'month') return date.toPlainYearMonth().toPlainDate({ day: 1 }).toString()
  return of === 'week' ? date.add({ days: 1 - date.dayOfWeek }).toString() : date.toString()
}

describe('buckets in any zone', () => {
  it('tile the range without gap or overlap', () => {
    fc.assert(
      fc.property(zone, size, range, (name, of, [from, to]) => {
        const all = buckets(from, to, of, name)
        expect(all[0]?.start).toBeLessThanOrEqual(from)
        expect(all[0]?.end).toBeGreaterThan(from)
        expect(all.at(-1)?.start).toBeLessThan(to)
        expect(all.at(-1)?.end).toBeGreaterThanOrEqual(to)
        expect(all.slice(1).map((each) => each.start)).toEqual(all.slice(0, -1).map((each) => each.end))
      }),
      { seed: 11, numRuns: 60 },
    )
  })

  it('hold every instant in exactly one, labelled with the calendar day that Temporal gives', () => {
    fc.assert(
      fc.property(zone, size, range, fc.array(fc.nat(), { maxLength: 20 }), (name, of, [from, to], shifts) => {
        const all = buckets(from, to, of, name)
        const label = bucketLabeller(of, offsetSegments(from, to, name))
        const edges = all.flatMap((each) => [each.start, each.end - 1])
        const inside = shifts.map((shift) => from + (shift % (to - from)))
        for (const ms of [...edges, ...inside]) {
          const holding = all.filter((each) => each.start <= ms && ms < each.end)
          expect(holding).toHaveLength(1)
          expect(bucketOf(instant(ms), all)).toBe(all.findIndex((each) => each === holding[0]))
          expect(holding[0]?.label).toBe(firstDayByTemporal(ms, name, of))
        }
        expect(inside.map((ms) => label(instant(ms)))).toEqual(
          inside.map((ms) => all[bucketOf(instant(ms), all)]?.label),
        )
      }),
      { seed: 12, numRuns: 40 },
    )
  })

  it('find no bucket outside', () => {
    const all = buckets(start, instant(start + day24), 'day', 'UTC')
    expect([bucketOf(instant(start - 1), all), bucketOf(instant(start + day24), all)]).toEqual([-1, -1])
    expect(bucketOf(start, [])).toBe(-1)
  })
})

describe('isPartial', () => {
  const [bucket] = buckets(start, instant(start + 1), 'week', 'UTC')
  if (!bucket) throw new Error('one week is asked for')

  it('is so until the bucket has ended', () => {
    expect(isPartial(bucket, instant(bucket.end - 1))).toBe(true)
    expect(isPartial(bucket, bucket.end)).toBe(false)
  })
  it('is so where the data begin later than the bucket', () => {
    expect(isPartial(bucket, bucket.end, instant(bucket.start + 1))).toBe(true)
    expect(isPartial(bucket, bucket.end, bucket.start)).toBe(false)
  })
})
