import { describe, expect, it } from 'vitest'
import { anIncident } from '../../../test/tools/records'
import { day24, instant, minute } from '../units'
import { dropped } from './drop'
import { heartbeatOf, pictureOf } from './freshness'
import { initialsOf, masking } from './masked'
import { justEnded, lastWorst, resumedAt, reviewDebt } from './recent'

const now = instant(100 * day24)
const told = (...beliefs: Parameters<typeof pictureOf>[0][number]['belief'][]) =>
  pictureOf(beliefs.map((belief) => ({ belief })))

describe('the whole picture', () => {
  it('is live only where every source is', () => {
    expect(told('live', 'live')).toBe('live')
    expect(told('live', 'dead')).toBe('partly')
    expect(told('live', 'copy')).toBe('partly')
  })
  it('is the best there is where nothing is live, and never live for want of sources', () => {
    expect(told('frozen', 'dead')).toBe('frozen')
    expect(told('late', 'frozen')).toBe('late')
    expect(told('dead', 'dead')).toBe('dead')
    expect(told()).toBe('waiting')
  })
})

describe('heartbeat', () => {
  it('beats while the newest is young enough', () => {
    expect(heartbeatOf([instant(now - minute), instant(now - 9 * minute)], true, now).kind).toBe('beats')
  })
  it('is missing when it is too old, or there never was one', () => {
    expect(heartbeatOf([instant(now - 6 * minute)], true, now)).toEqual({ kind: 'missing', at: now - 6 * minute })
    expect(heartbeatOf([], true, now)).toEqual({ kind: 'missing' })
    expect(heartbeatOf([instant(now + day24)], true, now)).toEqual({ kind: 'missing' })
  })
  it('is not known where nobody who tells events answers', () => {
    expect(heartbeatOf([], false, now)).toEqual({ kind: 'unknown' })
  })
})

describe('what was', () => {
  const over = (ago: number, more = {}) =>
    anIncident({
      id: `o${ago}`,
      severity: 1,
      state: 'resolved',
      opened: instant(now - ago - minute),
      clocks: { resolved: instant(now - ago) },
      ...more,
    })
  it('announces what was resolved for a quarter of an hour', () => {
    expect(justEnded([over(14 * minute), over(15 * minute), over(2 * minute)], now).map(({ id }) => id)).toEqual([
      `o${2 * minute}`,
      `o${14 * minute}`,
    ])
  })
  it('announces for half an hour that something burns again', () => {
    const entry = (ago: number) => ({
      id: 'e',
      incident: 'i',
      at: instant(now - ago),
      sequence: 1,
      kind: 'resume' as const,
    })
    expect(resumedAt([entry(50 * minute), entry(10 * minute)], now)).toBe(now - 10 * minute)
    expect(resumedAt([entry(31 * minute)], now)).toBeUndefined()
  })
  it('tells the last SEV1 from its end, or its start where the end is not recorded', () => {
    expect(lastWorst([over(3 * day24), over(2 * day24)], now)).toMatchObject({ ago: 2 * day24, from: 'end' })
    expect(lastWorst([over(day24, { clocks: {} })], now)).toMatchObject({ from: 'start' })
    expect(lastWorst([anIncident({ id: 'open', severity: 1 })], now)).toBeUndefined()
  })
  it('counts reviews that are owed', () => {
    expect(reviewDebt([over(8 * day24), over(day24), over(9 * day24, { severity: 3 })], now)).toEqual({
      overdue: 1,
      due: 1,
    })
  })
})

describe('what does not fit', () => {
  it('goes by rank, the last of equals first; rank 0 stays', () => {
    const pieces = [0, 2, 5, 5, 1].map((rank) => ({ rank, size: 10 }))
    expect([...dropped(pieces, 50)]).toEqual([])
    expect([...dropped(pieces, 40)]).toEqual([3])
    expect([...dropped(pieces, 25)]).toEqual([3, 2, 1])
    expect([...dropped(pieces, 0)]).toEqual([3, 2, 1, 4])
  })
})

describe('masked names', () => {
  it('are initials, in texts too', () => {
    expect(initialsOf('Ines Okafor')).toBe('I. O.')
    expect(initialsOf('M. Okafor')).toBe('M. O.')
    expect(masking(['T. Lee', 'Ann'])('Paged T. Lee, then Ann. Annual report by T. Lee.')).toBe(
      'Paged T. L., then A. Annual report by T. L.',
    )
  })
})
