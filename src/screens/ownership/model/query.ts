import { type Order, orders } from '../../../domain/order'
import { type Finding, findings, type StandingQuery } from '../../../domain/query/standing'
import type { Id } from '../../../domain/units'

/** Which of the three readings is shown: activity × team, activity × workload, team × workload. */
export const readings = ['teams', 'workloads', 'load'] as const
export type Reading = (typeof readings)[number]

/** Ways to order teams by their load: by name, the most to do first, the most alone first. */
export const loadOrders = ['name', 'load', 'sole'] as const
export type LoadOrder = (typeof loadOrders)[number]

/** The filters that are a choice of many. */
export const filterKeys = ['workload', 'team', 'person', 'role', 'kind', 'risk', 'automation', 'tag', 'tier'] as const
export type FilterKey = (typeof filterKeys)[number]

/** What stands in the address, before it is known whether it means anything here. */
export interface RawQuery extends Readonly<Record<FilterKey, readonly string[]>> {
  readonly q: string
  readonly gap: string | null
  readonly gaps: boolean
  readonly activity: Id | null
  readonly view: string | null
  readonly sort: string | null
  /** The table of coverage and gaps is open. */
  readonly coverage: boolean
  /** Groups of which only the header is shown: see `fold`. */
  readonly folded: readonly string[]
}

/** The values that mean something in each filter, whether or not they leave anything. */
export type Choices = Readonly<Record<FilterKey, { has(value: string): boolean }>>

/** A value of the address that means nothing here. */
export interface Ignored {
  readonly filter: string
  readonly value: string
}

/** What the address asks for. */
export interface Understood {
  readonly query: StandingQuery
  readonly reading: Reading
  readonly order: Order
  readonly loadOrder: LoadOrder
  readonly ignored: readonly Ignored[]
}

const among = <T extends string>(known: readonly T[], text: string | null): T | undefined =>
  known.find((each) => each === text)

/** The query that the address asks for. What it cannot mean is left out, and told. */
export function understood(raw: RawQuery, choices: Choices): Understood {
  const ignored: Ignored[] = []
  const kept = <T extends string>(filter: FilterKey): readonly T[] => {
    for (const value of raw[filter]) if (!choices[filter].has(value)) ignored.push({ filter, value })
    // The choices of a filter are values of its field, so what is among them is of its type.
    return raw[filter].filter((value): value is T => choices[filter].has(value))
  }
  const one = <T extends string>(filter: 'gap' | 'view' | 'sort', known: readonly T[]): T | undefined => {
    const value = raw[filter]
    const meant = among(known, value)
    if (value !== null && meant === undefined) ignored.push({ filter, value })
    return meant
  }
  const finding: Finding | undefined = one('gap', findings)
  const query: StandingQuery = {
    text: raw.q,
    workloads: kept('workload'),
    teams: kept('team'),
    persons: kept('person'),
    roles: kept('role'),
    kinds: kept('kind'),
    risks: kept('risk'),
    automation: kept('automation'),
    tags: kept('tag'),
    tiers: kept('tier'),
    gapsOnly: raw.gaps,
    ...(finding && { finding }),
  }
  const reading = one('view', readings) ?? 'teams'
  const order = reading === 'load' ? undefined : one('sort', orders)
  const loadOrder = reading === 'load' ? one('sort', loadOrders) : undefined
  return { query, reading, order: order ?? 'tier', loadOrder: loadOrder ?? 'name', ignored }
}

/** Whether anything is left out of the list. */
export const isNarrowed = (raw: RawQuery): boolean =>
  raw.q.trim() !== '' || raw.gap !== null || raw.gaps || filterKeys.some((key) => raw[key].length > 0)
