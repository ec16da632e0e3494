import { describe, expect, it } from 'vitest'
import { instant, parseInstant } from '../../../domain/units'
import { gapsOf, whole } from './edges'
import { periodsOf } from './periods'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-03-12T12:00:00Z')
const weeks = periodsOf(
  at('2026-01-05T00:00:00Z'),
  at('2026-03-16T00:00:00Z'),
  'week',
  'UTC',
  now,
  at('2025-01-01T00:00:00Z'),
)
const all = { first: at('2025-01-01T00:00:00Z'), until: now }

describe('gapsOf', () => {
  it('has none where records reach from end to end', () => {
    expect(gapsOf(weeks, [9, 8, 9, 7, 9, 8, 9, 9, 8, 3], all)).toEqual([])
  })

  it('tells the weeks before the first record and after the last one', () => {
    const recorded = { first: at('2026-01-21T10:00:00Z'), until: at('2026-02-27T10:00:00Z') }
    expect(gapsOf(weeks, [0, 0, 4, 8, 9, 8, 9, 2, 0, 0], recorded)).toEqual([
      { kind: 'before', from: 0, to: 1 },
      { kind: 'after', from: 8, to: 9 },
    ])
  })

  it('tells a thin tail, as of an extract that was cut', () => {
    const gaps = gapsOf(weeks, [90, 85, 92, 88, 95, 90, 2, 1, 0, 1], all)
    expect(gaps).toMatchObject([{ kind: 'thin', from: 6, to: 9 }])
    expect(gaps[0]?.share).toBeCloseTo(0.011, 3)
  })

  it('does not take a quiet service or a short calm for one', () => {
    expect(gapsOf(weeks, [3, 2, 3, 4, 2, 3, 0, 0, 0, 0], all)).toEqual([])
    expect(gapsOf(weeks, [90, 85, 92, 88, 95, 90, 88, 1, 0, 80], all)).toEqual([])
  })
})

describe('whole', () => {
  it('leaves out what is not over and what was not recorded', () => {
    expect(whole(weeks, [{ kind: 'before', from: 0, to: 2 }])).toEqual([3, 4, 5, 6, 7, 8])
  })
})
