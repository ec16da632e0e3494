import { describe, expect, it } from 'vitest'
import { earlyBy, isMoment, judgeMoment, lateBy, narrated, outOfOrder, takenBack } from './narrative'
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
const recorded = (id: string, at: number, sequence: number, recordedAt: number) =>
  entry(id, at, sequence, { recordedAt: instant(recordedAt) })

describe('narrated', () => {
  it('goes by time, and within a minute by the sequence of the source', () => {
    const entries = [entry('c', 61_000, 3), entry('b', 20_000, 2), entry('a', 50_000, 1)]
    expect(narrated(entries, false).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(narrated(entries, true).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })
  it('puts an entry that arrived late where it happened', () => {
    expect(narrated([entry('a', 60_000, 1), entry('late', 0, 9)], false).map(({ id }) => id)).toEqual(['late', 'a'])
  })
  it('is the same whatever order they came in', () => {
    const entries = Array.from({ length: 60 }, (_, index) => entry(`e${index}`, (index % 7) * 20_000, index % 5))
    const told = narrated(entries, false)
    expect(narrated(entries.toReversed(), false)).toEqual(told)
    expect(narrated(entries, true)).toEqual(told.toReversed())
  })
})

describe('lateBy and earlyBy', () => {
  it('tell only what is worth telling', () => {
    expect(lateBy(entry('a', 0, 1))).toBeUndefined()
    expect(lateBy(recorded('a', 0, 1, 300_000))).toBeUndefined()
    expect(lateBy(recorded('a', 0, 1, 900_000))).toBe(900_000)
    expect(earlyBy(entry('a', 0, 1))).toBeUndefined()
    expect(earlyBy(recorded('a', 60_000, 1, 0))).toBeUndefined()
    expect(earlyBy(recorded('a', 120_000, 1, 0))).toBe(120_000)
    expect(lateBy(recorded('a', 120_000, 1, 0))).toBeUndefined()
  })
})

describe('outOfOrder', () => {
  it('are those that happened before one recorded earlier, however late they are', () => {
    const entries = [
      recorded('a', 0, 1, 0),
      recorded('b', 600_000, 2, 600_000),
      recorded('late, alone', 660_000, 3, 1_200_000),
      recorded('between', 300_000, 4, 1_300_000),
    ]
    expect([...outOfOrder(entries)]).toEqual(['between'])
    expect([...outOfOrder(entries.toReversed())]).toEqual(['between'])
  })
  it('go by the sequence where the source does not say when it recorded', () => {
    expect([...outOfOrder([entry('a', 600_000, 1), entry('b', 0, 2), entry('c', 700_000, 3)])]).toEqual(['b'])
  })
  it('leave the order within a minute to the source', () => {
    expect(outOfOrder([entry('a', 50_000, 1), entry('b', 20_000, 2)]).size).toBe(0)
  })
  it('do not compare what has that moment with what lacks it', () => {
    expect(outOfOrder([entry('a', 600_000, 1), recorded('b', 0, 2, 900_000)]).size).toBe(0)
  })
})

describe('takenBack', () => {
  it('names the entries that others took back', () => {
    expect([...takenBack([entry('a', 0, 1), entry('b', 1, 2, { undoes: 'a' })])]).toEqual(['a'])
  })
})

describe('isMoment', () => {
  const teams: Readonly<Record<string, string>> = { 'team:a': 'team:a', 'team:b': 'team:b', 'person:x': 'team:a' }
  const is = (over: Partial<TimelineEntry>) => isMoment(entry('e', 0, 1, over), (party) => teams[party])
  it.each<[TimelineEntry['kind'], boolean]>([
    ['state', true],
    ['severity', true],
    ['escalation', true],
    ['link', true],
    ['update', true],
    ['resume', true],
    ['unknown:handover', true],
    ['note', false],
    ['event', false],
    ['plan', false],
    ['deploy', false],
  ])('%s: %s', (kind, moment) => {
    expect(is({ kind })).toBe(moment)
  })
  it.each<[string, Partial<TimelineEntry>, boolean]>([
    ['from team to team', { from: 'team:a', to: 'team:b' }, true],
    ['to somebody of the same team', { from: 'team:a', to: 'person:x' }, false],
    ['to somebody of another team', { from: 'team:b', to: 'person:x' }, true],
    ['at first', { from: '', to: 'team:a' }, true],
    ['to nobody', { from: 'person:x', to: '' }, true],
    ['to somebody whose team nobody knows', { from: 'team:a', to: 'person:y' }, false],
  ])('assignment %s', (_case, over, moment) => {
    expect(is({ kind: 'assignment', ...over })).toBe(moment)
  })
})

describe('judgeMoment', () => {
  const began = instant(Date.UTC(2026, 10, 20, 9))
  const now = instant(Date.UTC(2026, 10, 20, 10))
  it.each([
    [now, {}],
    [began, {}],
    [now + 60_000, { error: 'That is in 1 min: an entry tells what has happened.' }],
    [-1, { error: 'That is before 1970.' }],
    [began - 1_200_000, { warning: 'That is 20 min before the incident began.' }],
  ])('%s', (at, judgement) => {
    expect(judgeMoment(instant(at), now, began)).toEqual(judgement)
  })
})
