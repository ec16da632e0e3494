import { type Finding, findings, type StandingQuery } from '../../../domain/query/standing'
import type { Id } from '../../../domain/units'

/** What stands in the address, before it is known whether it means anything here. */
export interface RawQuery {
  readonly q: string
  readonly workload: readonly string[]
  readonly team: readonly string[]
  readonly kind: readonly string[]
  readonly risk: readonly string[]
  readonly automation: readonly string[]
  readonly gap: string | null
  readonly gaps: boolean
  readonly activity: Id | null
}

export type FilterKey = 'workload' | 'team' | 'kind' | 'risk' | 'automation'

/** The values that mean something in each filter, whether or not they leave anything. */
export type Choices = Readonly<Record<FilterKey, { has(value: string): boolean }>>

/** A value of the address that means nothing here. */
export interface Ignored {
  readonly filter: string
  readonly value: string
}

const isFinding = (text: string): text is Finding => findings.some((each) => each === text)

/** The query that the address asks for. What it cannot mean is left out, and told. */
export function understood(raw: RawQuery, choices: Choices): { query: StandingQuery; ignored: readonly Ignored[] } {
  const ignored: Ignored[] = []
  const kept = <T extends string>(filter: FilterKey, values: readonly string[]): readonly T[] => {
    for (const value of values) if (!choices[filter].has(value)) ignored.push({ filter, value })
    // The choices of a filter are values of its field, so what is among them is of its type.
    return values.filter((value): value is T => choices[filter].has(value))
  }
  const finding = raw.gap !== null && isFinding(raw.gap) ? raw.gap : undefined
  if (raw.gap !== null && finding === undefined) ignored.push({ filter: 'gap', value: raw.gap })
  const query: StandingQuery = {
    text: raw.q,
    workloads: kept('workload', raw.workload),
    teams: kept('team', raw.team),
    kinds: kept('kind', raw.kind),
    risks: kept('risk', raw.risk),
    automation: kept('automation', raw.automation),
    gapsOnly: raw.gaps,
    ...(finding && { finding }),
  }
  return { query, ignored }
}

/** Whether anything is left out of the list. */
export const isNarrowed = (raw: RawQuery): boolean =>
  raw.q.trim() !== '' ||
  raw.gap !== null ||
  raw.gaps ||
  [raw.workload, raw.team, raw.kind, raw.risk, raw.automation].some((each) => each.length > 0)
