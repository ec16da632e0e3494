import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { type Severity, severity as severityOf } from '../../domain/incident'
import type { IncidentQuery } from '../../domain/query/incident'
import { type Id, type Instant, instant } from '../../domain/units'
import { steps } from './model/periods'
import { comparisons, type RangeChoice, ranges } from './model/range'

/** Severities as the address writes them; `0` is "not known". */
export const severityKeys = ['1', '2', '3', '4', '5', '0'] as const
export type SeverityKey = (typeof severityKeys)[number]

const several = parseAsArrayOf(parseAsString).withDefault([])

const parsers = {
  range: parseAsStringLiteral(ranges).withDefault('52w'),
  from: parseAsString,
  to: parseAsString,
  per: parseAsStringLiteral(steps),
  severity: parseAsArrayOf(parseAsStringLiteral(severityKeys)).withDefault([]),
  against: parseAsStringLiteral(comparisons).withDefault('before'),
  team: several,
  workload: several,
  problem: several,
  factor: several,
  label: several,
}

/** What narrows the incidents that are looked at. */
export interface Filters {
  readonly severity: readonly SeverityKey[]
  readonly team: readonly Id[]
  readonly workload: readonly Id[]
  readonly problem: readonly Id[]
  readonly factor: readonly string[]
  readonly label: readonly string[]
}

/** Nothing is narrowed. */
export const noFilters: Filters = { severity: [], team: [], workload: [], problem: [], factor: [], label: [] }

/** What the address says, and the way to change it. */
export function useAddress() {
  const [values, set] = useQueryStates(parsers)
  const choice: RangeChoice = {
    range: values.range,
    ...(values.from !== null && { first: values.from }),
    ...(values.to !== null && { last: values.to }),
    ...(values.per !== null && { step: values.per }),
  }
  const { against, severity, team, workload, problem, factor, label } = values
  const filters: Filters = { severity, team, workload, problem, factor, label }
  return { choice, against, filters, set }
}

export type Address = ReturnType<typeof useAddress>

const severities = (keys: readonly SeverityKey[]): readonly (Severity | 0)[] =>
  keys.map((key) => severityOf(Number(key)) ?? 0)

interface Stretch {
  readonly from: Instant
  readonly to: Instant
}

/** The question for the incidents of a stretch of time under the filters. Of several of one kind, one is enough. */
export const queryFor = (filters: Filters, { from, to }: Stretch): IncidentQuery => ({
  openedFrom: from,
  openedTo: to,
  ...(filters.severity.length > 0 && { severities: severities(filters.severity) }),
  ...(filters.team.length > 0 && { teams: filters.team }),
  ...(filters.workload.length > 0 && { workloads: filters.workload }),
  ...(filters.problem.length > 0 && { problems: filters.problem }),
  ...(filters.label.length > 0 && { labels: filters.label }),
  // No field of the query is about factors. Neither zone nor moment matter to them.
  ...(filters.factor.length > 0 && {
    within: [{ by: 'factor', values: filters.factor, zone: 'UTC', now: instant(0) }],
  }),
})
