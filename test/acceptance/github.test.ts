import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseInstant } from '../../src/domain/units'
import type { Source } from '../../src/sources/contract'
import {
  all,
  countsBy,
  countsPer,
  isAbsent,
  never,
  openFolder,
  type Spread,
  spreadsOf,
  told,
  total,
  truthsOf,
} from './open'

interface Truths {
  readonly incidents: number
  readonly maintenances: number
  readonly timeline_events_incidents: number
  readonly by_impact: Readonly<Record<string, number>>
  readonly duration_s: Readonly<Record<string, Spread>>
  readonly started_per_week: readonly { readonly monday: string; readonly count: number }[]
  readonly incidents_by_component: Readonly<Record<string, number>>
  readonly incidents_by_component_published_only: Readonly<Record<string, number>>
  readonly components_inferred_by_a_model: number
  readonly longest_timelines: readonly { readonly id: string; readonly updates: number }[]
  readonly open_as_of: readonly { readonly at: string; readonly ids: readonly string[] }[]
  readonly with_stated_impact_window: number
  readonly defects: { readonly zero_length: number }
  readonly events_by_status: Readonly<Record<string, number>>
}

const impacts: Readonly<Record<string, string>> = { '1': 'critical', '2': 'major', '3': 'minor', '4': 'none' }
const named = <T>(bySeverity: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(bySeverity).map(([key, value]) => [impacts[key] ?? key, value]))
const withNone = ({ '': none = 0, ...counts }: Readonly<Record<string, number>>) => ({ ...counts, '(none)': none })

describe.skipIf(isAbsent('github-status'))('github-status, real data', () => {
  let truths: Truths
  let source: Source
  beforeAll(async () => {
    truths = truthsOf<Truths>('github-status')
    source = await openFolder('github-status')
  })
  afterAll(() => source.close())

  it('tells incidents and maintenances apart', async () => {
    expect(await total(source, 'incidents', {})).toBe(truths.incidents)
    expect(await total(source, 'events', { planned: true })).toBe(truths.maintenances)
    expect(await total(source, 'timeline', {})).toBe(truths.timeline_events_incidents)
  })

  it('counts by impact, and all as resolved', async () => {
    expect(named(await countsBy(source, 'severity'))).toEqual(truths.by_impact)
    expect(await countsBy(source, 'state')).toEqual({ resolved: truths.incidents })
  })

  it('measures durations from the first to the last update, of all and by impact', async () => {
    const { all: whole, ...byImpact } = truths.duration_s
    const measured = await spreadsOf(source, 'resolve')
    expect(told(measured['']!)).toEqual(told(whole!))
    const by = named(await spreadsOf(source, 'resolve', ['severity']))
    for (const [impact, spread] of Object.entries(byImpact)) expect(told(by[impact]!)).toEqual(told(spread))
    const ended = await all(source, 'incidents', {})
    expect(ended.filter(({ clocks }) => clocks.resolved === clocks.detected)).toHaveLength(truths.defects.zero_length)
    expect(ended.filter(({ clocks }) => clocks.started !== undefined)).toHaveLength(truths.with_stated_impact_window)
  })

  it('counts beginnings per week, weeks without one too', async () => {
    const weeks = await countsPer(source, 'week')
    const counted = truths.started_per_week.map(({ monday }) => ({ monday, count: weeks[monday] ?? 0 }))
    expect(counted).toEqual(truths.started_per_week.map(({ monday, count }) => ({ monday, count })))
  })

  it('counts by component, with and without those that a model guessed', async () => {
    expect(withNone(await countsBy(source, 'workload'))).toEqual(truths.incidents_by_component)
    const incidents = await all(source, 'incidents', {})
    const published: Record<string, number> = {}
    for (const { workloads, inferred = [] } of incidents)
      for (const name of inferred.includes('workloads') || workloads.length === 0 ? ['(none)'] : workloads)
        published[name] = (published[name] ?? 0) + 1
    expect(published).toEqual(truths.incidents_by_component_published_only)
  })

  it('says how many components were guessed', async () => {
    const page = await source.readers.incidents?.list({}, { limit: 1 }, never)
    expect(page?.caveats).toContainEqual(expect.objectContaining({ kind: 'inferred' }))
    // One of the 86 guesses is about a maintenance, which is no incident.
    const guessed = (await all(source, 'incidents', {})).filter(({ inferred }) => inferred?.includes('workloads'))
    expect(guessed).toHaveLength(truths.components_inferred_by_a_model)
  })

  it('keeps every update in its order', async () => {
    for (const { id, updates } of truths.longest_timelines) {
      const entries = await all(source, 'timeline', { incidents: [id] })
      expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: updates }, (_, index) => index))
    }
    const { Update: updates = 0 } = truths.events_by_status
    expect(await total(source, 'timeline', { kinds: ['update'] })).toBe(updates)
  })

  it('knows what burned at a moment', async () => {
    for (const { at, ids } of truths.open_as_of) {
      const open = await all(source, 'incidents', { openAt: parseInstant(at)! })
      expect(open.map(({ id }) => id).toSorted()).toEqual(ids)
    }
  })

  it('offers no ownership, and only the problems that are made here: those screens stay empty, not zero', async () => {
    expect(Object.keys(source.readers).toSorted()).toEqual(['events', 'incidents', 'problems', 'timeline', 'workloads'])
    expect(await total(source, 'problems', {})).toBe(0)
  })
})
