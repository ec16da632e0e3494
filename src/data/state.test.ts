import { describe, expect, it } from 'vitest'
import { instant } from '../domain/units'
import { type Source, SourceError } from '../sources/contract'
import type { Health } from './health'
import type { ConfiguredSource } from './provider'
import { stateOf, toldState, toldStates } from './state'

const now = instant(1_000_000)
const opened = (id: string, more: Partial<Source> = {}): ConfiguredSource => ({
  id,
  title: id,
  type: 'memory',
  source: { contract: 1, id, title: id, readers: {}, close: () => undefined, ...more },
})
const heard = (secondsAgo: number, more: Partial<Health> = {}): Health => ({
  source: 'a',
  asOf: instant(now - secondsAgo * 1000),
  answeredAt: instant(now - secondsAgo * 1000),
  failures: 0,
  caveats: [],
  ...more,
})

describe('state of a source', () => {
  it('is live, late or frozen by when it last answered', () => {
    const told = [2, 40, 90].map((seconds) => toldState(stateOf(opened('a'), heard(seconds), now)))
    expect(told).toEqual(['Live · 2 s', 'Late · 40 s', 'Frozen · 1 min'])
  })
  it('is never live when it was refused, was never heard or cannot be reached', () => {
    const error = new SourceError('unreachable', 'a', 'away')
    expect(stateOf({ id: 'a', title: 'a', type: 'x', refused: 'why' }, undefined, now).freshness).toBe('dead')
    expect(stateOf(opened('a'), undefined, now).freshness).toBe('unknown')
    expect(stateOf(opened('a'), { source: 'a', failures: 1, caveats: [], error }, now).freshness).toBe('dead')
  })
  it('counts its age by the backend’s clock, and never below zero', () => {
    expect(stateOf(opened('a'), heard(2, { clockOffset: 10_000 }), now).age).toBe(12_000)
    expect(stateOf(opened('a'), heard(2, { clockOffset: -10_000 }), now).age).toBe(0)
  })
  it('calls a copy a copy, whatever its age', () => {
    expect(toldState(stateOf(opened('a', { snapshot: true }), heard(7200), now))).toBe('Copy · 2 h')
  })
})

describe('states of all sources', () => {
  const fresh = stateOf(opened('a'), heard(2), now)
  const frozen = stateOf(opened('b'), heard(90), now)
  it('tells the worst, and how many share it', () => {
    expect(toldStates([fresh, fresh])).toEqual({ freshness: 'fresh', text: 'Live · 2 s' })
    expect(toldStates([fresh, frozen])).toEqual({ freshness: 'stale', text: 'Frozen 1 of 2 · 1 min' })
  })
  it('never says live without sources', () => {
    expect(toldStates([])).toEqual({ freshness: 'unknown', text: 'No sources' })
  })
})
