import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { anIncident } from '../../../test/tools/records'
import type { Severity } from '../incident'
import { instant } from '../units'
import { byWall, isPressing } from './order'
import { pageOf, turnOf } from './pages'

const incidents = (pressing: number, others: number) =>
  [
    ...Array.from({ length: pressing }, (_each, index) => anIncident({ id: `p${index}`, severity: 1 })),
    ...Array.from({ length: others }, (_each, index) =>
      anIncident({ id: `o${index}`, severity: 2, state: 'mitigating' }),
    ),
  ].toSorted(byWall)
const { severity: _severity, ...unknownSeverity } = anIncident({ id: 'unknown' })
const ids = (page: ReturnType<typeof pageOf>) => page.shown.map(({ id }) => id)

describe('order of the wall', () => {
  it('puts the worst first, then the unacknowledged, then the longest open, the unknown last', () => {
    const given = [
      unknownSeverity,
      anIncident({ id: 'young', severity: 2, state: 'mitigating', opened: instant(9) }),
      anIncident({ id: 'old', severity: 2, state: 'mitigating', opened: instant(3) }),
      anIncident({ id: 'new', severity: 2, state: 'triggered', opened: instant(20) }),
      anIncident({ id: 'worst', severity: 1, state: 'mitigating', opened: instant(30) }),
    ]
    expect(given.toSorted(byWall).map(({ id }) => id)).toEqual(['worst', 'new', 'old', 'young', 'unknown'])
  })
})

describe('pages', () => {
  it('is one page while all fit', () => {
    expect(pageOf(incidents(1, 4), 5, 7)).toMatchObject({ at: 0, count: 1, rest: [] })
  })
  it('keeps unacknowledged SEV1s on every page, while the others take turns', () => {
    const list = incidents(2, 5)
    expect(ids(pageOf(list, 4, 0))).toEqual(['p0', 'p1', 'o0', 'o1'])
    expect(ids(pageOf(list, 4, 1))).toEqual(['p0', 'p1', 'o2', 'o3'])
    expect(ids(pageOf(list, 4, 2))).toEqual(['p0', 'p1', 'o4'])
    expect(ids(pageOf(list, 4, 3))).toEqual(['p0', 'p1', 'o0', 'o1'])
  })
  it('names the worst that is not shown first', () => {
    expect(pageOf(incidents(2, 5), 4, 1).rest.map(({ id }) => id)).toEqual(['o0', 'o1', 'o4'])
  })
  it('takes turns among them alone where they are more than a page', () => {
    const list = incidents(5, 3)
    expect(ids(pageOf(list, 2, 0))).toEqual(['p0', 'p1'])
    expect(ids(pageOf(list, 2, 2))).toEqual(['p4'])
    expect(pageOf(list, 2, 2).rest).toHaveLength(7)
  })
  it('finds the page of an incident', () => {
    const list = incidents(2, 5)
    expect(turnOf(list, 4, 'o4')).toBe(2)
    expect(turnOf(list, 4, 'p1')).toBe(0)
  })
  it('never turns away from one, loses none, and shows no more than there is room for', () => {
    const one = fc.record({
      severity: fc.constantFrom<Severity>(1, 2, 3),
      state: fc.constantFrom('triggered', 'mitigating'),
    })
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(1000),
        (given, size, turn) => {
          const list = given
            .map(({ severity, state }, index) =>
              anIncident({ id: `i${index}`, severity, state: state === 'triggered' ? 'triggered' : 'mitigating' }),
            )
            .toSorted(byWall)
          const page = pageOf(list, size, turn)
          expect(page.shown.length).toBeLessThanOrEqual(size)
          expect(page.shown.length + page.rest.length).toBe(list.length)
          const pressing = list.filter(isPressing)
          const held = page.shown.filter(isPressing)
          expect(held.length).toBeGreaterThanOrEqual(Math.min(pressing.length, size, 1))
          expect(held.length === pressing.length || held.length === page.shown.length).toBe(true)
          const all = Array.from({ length: page.count }, (_page, at) => pageOf(list, size, at).shown).flat()
          const wanted = pressing.length >= size && list.length > size ? pressing : list
          expect(new Set(all.map(({ id }) => id))).toEqual(new Set(wanted.map(({ id }) => id)))
        },
      ),
    )
  })
})
