import { describe, expect, it } from 'vitest'
import { emptyDistribution } from '../../../domain/distribution'
import { instant, parseInstant } from '../../../domain/units'
import { happenedIn } from './happened'
import { spanOf } from './range'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-11-20T09:42:17Z')
const { periods } = spanOf(
  { range: 'custom', first: '2026-10-19', last: '2026-11-08', step: 'week' },
  { first: at('2024-01-01T00:00:00Z'), last: now, live: true },
  now,
  'Europe/Berlin',
)
const release = (bucket: string, count: number) => ({
  bucket,
  key: [],
  count,
  closed: emptyDistribution,
  open: emptyDistribution,
  missing: 0,
  faults: 0,
})
const nothing = { problems: [], releases: { cells: [] }, transfers: [] }

describe('happenedIn', () => {
  it('tells several of a kind in one period together', () => {
    const fixes = (...moments: string[]) => moments.map((moment) => ({ at: at(moment), what: 'patched' }))
    const problems = [
      { id: 'PRB-1', fixes: fixes('2026-10-20T00:00:00Z', '2026-10-28T00:00:00Z') },
      { id: 'PRB-2', fixes: fixes('2026-10-22T00:00:00Z') },
    ]
    expect(happenedIn(periods, { ...nothing, problems })).toEqual([
      { index: 0, kind: 'fix', count: 2, text: '2 fixes declared: PRB-1 and PRB-2' },
      { index: 1, kind: 'fix', count: 1, text: '1 fix declared: PRB-1' },
    ])
  })

  it('places by the calendar of the zone, also where clocks change within the period', () => {
    // Berlin leaves summer time on 25 October: the week from the 19th ends at 23:00 UTC, an hour later than it began.
    const fix = (moment: string) => [{ id: 'P', fixes: [{ at: at(moment), what: 'x' }] }]
    const place = (moment: string) => happenedIn(periods, { ...nothing, problems: fix(moment) })[0]?.index
    expect(place('2026-10-18T21:59:59Z')).toBeUndefined()
    expect(place('2026-10-18T22:00:00Z')).toBe(0)
    expect(place('2026-10-25T22:59:59Z')).toBe(0)
    expect(place('2026-10-25T23:00:00Z')).toBe(1)
  })

  it('counts releases, and names the plan behind transfers of ownership', () => {
    const transfers = ['a', 'b', 'b'].map((activity) => ({
      activity,
      decidedAt: at('2026-11-03T12:00:00Z'),
      ...(activity === 'b' && { plan: 'Split of Core' }),
    }))
    expect(happenedIn(periods, { ...nothing, releases: { cells: [release('2026-10-26', 12)] }, transfers })).toEqual([
      { index: 1, kind: 'release', count: 12, text: '12 releases' },
      { index: 2, kind: 'transfer', count: 3, text: 'ownership of 2 activities transferred (Split of Core)' },
    ])
  })
})
