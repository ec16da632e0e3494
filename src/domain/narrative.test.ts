import { describe, expect, it } from 'vitest'
import { lateBy, narrated } from './narrative'
import type { TimelineEntry } from './timeline'
import { instant } from './units'

const entry = (id: string, at: number, sequence: number, over: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id,
  incident: 'I',
  at: instant(at),
  sequence,
  kind: 'note',
  ...over,
})

describe('narrated', () => {
  it('goes by time, and within a minute by the sequence of the source', () => {
    const entries = [entry('c', 61_000, 3), entry('b', 20_000, 2), entry('a', 50_000, 1)]
    expect(narrated(entries, false).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(narrated(entries, true).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })
  it('puts an entry that arrived late where it happened', () => {
    expect(narrated([entry('a', 60_000, 1), entry('late', 0, 9)], false).map(({ id }) => id)).toEqual(['late', 'a'])
  })
})

describe('lateBy', () => {
  it('tells only what is worth telling', () => {
    expect(lateBy(entry('a', 0, 1))).toBeUndefined()
    expect(lateBy(entry('a', 0, 1, { recordedAt: instant(300_000) }))).toBeUndefined()
    expect(lateBy(entry('a', 0, 1, { recordedAt: instant(900_000) }))).toBe(900_000)
  })
})
