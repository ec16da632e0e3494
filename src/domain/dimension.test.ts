import { describe, expect, it } from 'vitest'
import { valuesOf } from './dimension'
import type { Incident } from './incident'
import { after, day24, duration, instant } from './units'

const opened = instant(Date.UTC(2026, 8, 1))
const day = (n: number) => after(opened, duration(n * day24))
const incident: Incident = {
  id: 'INC-1',
  title: 'Ledger is down',
  severity: 1,
  state: 'closed',
  opened,
  clocks: { detected: opened, resolved: day(1) },
  workloads: [],
  roles: [],
  factors: ['old disk'],
  labels: [],
  links: [],
  review: { summary: '', heldAt: day(20), factors: ['no alarm'], wentWell: [], lessons: [], sharedWith: [] },
}
const reviewAt = (now: number, locked?: true) =>
  valuesOf.review(incident, { zone: 'UTC', now: day(now), ...(locked && { locked }) })

describe('a review seen from before it was held', () => {
  it('is planned, as far as is known now; when locked it has not happened: due, then overdue', () => {
    expect(reviewAt(10)).toEqual(['planned'])
    expect(reviewAt(5, true)).toEqual(['due'])
    expect(reviewAt(10, true)).toEqual(['overdue'])
  })

  it('has named no factors yet when locked', () => {
    const factorsAt = (now: number) => valuesOf.factor(incident, { zone: 'UTC', now: day(now), locked: true })
    expect(factorsAt(10)).toEqual(['old disk'])
    expect(factorsAt(20)).toEqual(['old disk', 'no alarm'])
  })

  it('is held late from then on, locked or not', () => {
    expect(reviewAt(20)).toEqual(['held-late'])
    expect(reviewAt(20, true)).toEqual(['held-late'])
  })
})
