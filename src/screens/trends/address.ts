import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { pathTo } from '../../app/paths'
import { type Severity, severity as severityOf } from '../../domain/incident'
import type { IncidentQuery } from '../../domain/query/incident'
import { formatInstant, type Id, type Instant } from '../../domain/units'
import { steps } from './model/periods'
import { type RangeChoice, ranges } from './model/range'

/** Severities as the address writes them; `0` is "not known". */
export const severityKeys = ['1', '2', '3', '4', '5', '0'] as const
export type SeverityKey = (typeof severityKeys)[number]

const parsers = {
  range: parseAsStringLiteral(ranges).withDefault('52w'),
  from: parseAsString,
  to: parseAsString,
  per: parseAsStringLiteral(steps),
  severity: parseAsArrayOf(parseAsStringLiteral(severityKeys)).withDefault([]),
  team: parseAsString,
  workload: parseAsString,
}

/** What narrows the incidents that are looked at. */
export interface Filters {
  readonly severity: readonly SeverityKey[]
  readonly team: Id | undefined
  readonly workload: Id | undefined
}

/** What the address says, and the way to change it. */
export function useAddress() {
  const [values, set] = useQueryStates(parsers)
  const choice: RangeChoice = {
    range: values.range,
    ...(values.from !== null && { first: values.from }),
    ...(values.to !== null && { last: values.to }),
    ...(values.per !== null && { step: values.per }),
  }
  const filters: Filters = {
    severity: values.severity,
    team: values.team ?? undefined,
    workload: values.workload ?? undefined,
  }
  return { choice, filters, set }
}

export type Address = ReturnType<typeof useAddress>

const severities = (keys: readonly SeverityKey[]): readonly (Severity | 0)[] =>
  keys.map((key) => severityOf(Number(key)) ?? 0)

interface Stretch {
  readonly from: Instant
  readonly to: Instant
}

/** The question for the incidents of a stretch of time under the filters. */
export const queryFor = ({ severity, team, workload }: Filters, { from, to }: Stretch): IncidentQuery => ({
  openedFrom: from,
  openedTo: to,
  ...(severity.length > 0 && { severities: severities(severity) }),
  ...(team !== undefined && { teams: [team] }),
  ...(workload !== undefined && { workloads: [workload] }),
})

/** Where exactly the incidents of that question are listed. */
export const listOf = (
  { severity, team, workload }: Filters,
  { from, to }: Stretch,
  more: { readonly problem?: Id; readonly status?: 'open' } = {},
): string =>
  pathTo('incidents', {
    view: 'table',
    status: 'all',
    from: formatInstant(from),
    to: formatInstant(to),
    ...(severity.length > 0 && { severity: severities(severity) }),
    ...(team !== undefined && { team }),
    ...(workload !== undefined && { workload }),
    ...more,
  })
