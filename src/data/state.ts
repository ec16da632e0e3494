import { durationText } from '../domain/time/format'
import { type Instant, minute } from '../domain/units'
import { freshness, type Freshness, type Health } from './health'
import type { ConfiguredSource } from './provider'

/** How one configured source stands. */
export interface SourceState {
  readonly source: ConfiguredSource
  readonly health?: Health
  readonly freshness: Freshness
  /** Milliseconds since its newest answer was true, by the backend's clock; absent until it has answered. */
  readonly age?: number
}

/** What people call each freshness. */
export const freshnessNames: Readonly<Record<Freshness, string>> = {
  fresh: 'Live',
  snapshot: 'Copy',
  ageing: 'Late',
  stale: 'Frozen',
  dead: 'Not reached',
  unknown: 'Waiting',
}

/** Ages are by the backend's clock and never negative: a browser whose clock is slow must not see the future. */
export function stateOf(source: ConfiguredSource, health: Health | undefined, now: Instant): SourceState {
  if (source.refused !== undefined) return { source, freshness: 'dead' }
  if (!source.source || !health) return { source, freshness: 'unknown' }
  const state = { source, health, freshness: freshness(health, source.source.snapshot === true, now) }
  if (health.asOf === undefined) return state
  return { ...state, age: Math.max(0, now + (health.clockOffset ?? 0) - health.asOf) }
}

/** `2 s`, then as every length: `4 min`, `3 h 06 m`. Cut off, so that nothing is called newer than it is. */
const shortAge = (ms: number): string => (ms < minute ? `${Math.floor(ms / 1000)} s` : durationText(ms))

/** One source in words: `Late · 48 s`. */
export const toldState = ({ freshness: kind, age }: SourceState): string =>
  age === undefined ? freshnessNames[kind] : `${freshnessNames[kind]} · ${shortAge(age)}`

/** Worst first. */
const order: readonly Freshness[] = ['dead', 'stale', 'ageing', 'unknown', 'fresh', 'snapshot']

/** All sources in a few words: the worst state, how many share it when not all do, and the oldest age among them. */
export function toldStates(states: readonly SourceState[]): { readonly freshness: Freshness; readonly text: string } {
  if (states.length === 0) return { freshness: 'unknown', text: 'No sources' }
  const worst = order.find((kind) => states.some((state) => state.freshness === kind)) ?? 'unknown'
  const those = states.filter((state) => state.freshness === worst)
  const ages = those.flatMap(({ age }) => (age === undefined ? [] : [age]))
  const share = those.length === states.length ? '' : ` ${those.length} of ${states.length}`
  const age = ages.length === 0 ? '' : ` · ${shortAge(Math.max(...ages))}`
  return { freshness: worst, text: `${freshnessNames[worst]}${share}${age}` }
}
