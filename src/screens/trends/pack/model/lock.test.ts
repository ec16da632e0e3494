import '../../../../../test/tools/temporal'
import { describe, expect, it } from 'vitest'
import { day24, instant, parseInstant } from '../../../../domain/units'
import { noFilters } from '../../address'
import { type RangeChoice, spanBefore, spanOf } from '../../model/range'
import { steps } from '../../model/periods'
import { identityOf, lockedScope, packSearch, readLock, trendsSearch } from './lock'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-11-20T09:42:00Z')
const extent = { first: at('2024-01-10T00:00:00Z'), last: at('2026-11-20T08:00:00Z'), total: 900, live: true }
const later = instant(now + 31 * day24)

/** The span that the address of a pack means, a month later. */
function spanAt(search: string, zone: string) {
  const query = new URLSearchParams(search)
  const step = steps.find((each) => each === query.get('per'))
  const lock = readLock(query.get('pack'), later)
  if (lock === undefined) throw new Error(`no lock in ${search}`)
  const choice: RangeChoice = {
    range: 'custom',
    first: query.get('from') ?? '',
    last: query.get('to') ?? '',
    ...(step && { step }),
  }
  return spanOf(choice, extent, lock, zone)
}

describe('the address of a pack', () => {
  it('means the same periods a month later, whatever range and length of a bar it was made from', () => {
    for (const zone of ['UTC', 'America/Santiago', 'Asia/Kathmandu'])
      for (const range of ['28d', 'quarter', '52w', 'all'] as const)
        for (const step of [undefined, ...steps]) {
          const span = spanOf({ range, ...(step && { step }) }, extent, now, zone)
          const again = spanAt(packSearch('?range=28d&theme=dark', span, extent), zone)
          expect({ ...again, choice: undefined }).toEqual({ ...span, choice: undefined })
          expect(spanBefore(again, extent)?.periods).toEqual(spanBefore(span, extent)?.periods)
        }
  })

  it('keeps filters, names the zone, and leaves out what is no part of the pack', () => {
    const span = spanOf({ range: '28d' }, extent, now, 'Europe/Oslo')
    const search = packSearch('?team=team:a,team:b&problems=hours&zone=UTC&clock=close', span, extent)
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
      pack: '2026-11-20T09:42:00Z',
      range: 'custom',
      from: '2026-10-24',
      to: '2026-11-20',
      per: 'day',
      team: 'team:a,team:b',
      zone: 'Europe/Oslo',
    })
    expect(identityOf(`?by=team&${search}`)).toBe(search)
    expect(new URLSearchParams(trendsSearch(search)).has('pack')).toBe(false)
  })

  it('names a moment that is past', () => {
    expect(readLock('2026-11-20T09:42:00Z', now)).toBe(now)
    for (const none of [null, '', 'yesterday', '2026-11-21T00:00:00Z']) expect(readLock(none, now)).toBeUndefined()
  })
})

describe('the questions of a pack', () => {
  const span = spanOf({ range: '28d' }, extent, now, 'UTC')

  it('are locked, and end at the moment of the lock though its week does not', () => {
    const { question } = lockedScope(span, spanBefore(span, extent), { ...noFilters, factor: ['old disk'] })
    expect(question(['severity'], { clock: 'resolve' })).toMatchObject({
      now,
      locked: true,
      query: { openedTo: now, within: [{ by: 'factor', now, locked: true }] },
    })
  })

  it('leave the stretch before as long as it is', () => {
    const before = spanBefore(span, extent)
    const { question } = lockedScope(span, before, noFilters)
    expect(question([], {}, before).query.openedTo).toBe(before?.to)
  })
})
