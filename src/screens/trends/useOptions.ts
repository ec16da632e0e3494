import { useSummary, useWhole } from '../../data'
import { collapse } from '../../domain/summarise'
import type { Dimension } from '../../domain/summary'
import { type Filters, queryFor, severityKeys } from './address'
import type { Span } from './model/range'

export interface Option<T extends string> {
  readonly value: T
  readonly label: string
  /** Incidents it would leave. */
  readonly count: number
}

const teams = { types: ['team' as const] }
const everything = {}

/** What each filter offers: the values that occur in the span under the other filters, with how often. */
export function useOptions(span: Span, filters: Filters, enabled: boolean) {
  const ask = (dimension: Dimension, others: Partial<Filters>) => ({
    query: queryFor({ ...filters, ...others }, span),
    zone: span.zone,
    now: span.now,
    by: [dimension],
  })
  const bySeverity = useSummary(ask('severity', { severity: [] }), enabled)
  const byTeam = useSummary(ask('team', { team: [] }), enabled)
  const byWorkload = useSummary(ask('workload', { workload: [] }), enabled)
  const byProblem = useSummary(ask('problem', { problem: [] }), enabled)
  const byFactor = useSummary(ask('factor', { factor: [] }), enabled)
  const byLabel = useSummary(ask('label', { label: [] }), enabled)
  const parties = useWhole('parties', teams, enabled)
  const workloads = useWhole('workloads', everything, enabled)
  const problems = useWhole('problems', everything, enabled)

  const counts = ({ summary }: { readonly summary: typeof byTeam.summary }) =>
    new Map(collapse(summary, [0], true).cells.map(({ key, count: n }) => [key[0] ?? '', n]))
  const named = (view: typeof byTeam, chosen: readonly string[], name: (id: string) => string) => {
    const found = counts(view)
    // The chosen ones stay on offer, so that they can be seen and taken back when they leave nothing.
    for (const id of chosen) found.set(id, found.get(id) ?? 0)
    return [...found]
      .filter(([id]) => id !== '')
      .map(([id, n]): Option<string> => ({ value: id, label: name(id), count: n }))
      .toSorted((left, right) => right.count - left.count || (left.label < right.label ? -1 : 1))
  }
  const names = new Map([...parties.items, ...workloads.items].map(({ id, name }) => [id, name]))
  const titles = new Map(problems.items.map(({ id, title }) => [id, `${id} ${title}`]))
  const severities = counts(bySeverity)
  return {
    severity: severityKeys
      .map((value) => ({
        value,
        label: value === '0' ? 'Not known' : `SEV${value}`,
        count: severities.get(value === '0' ? '' : value) ?? 0,
      }))
      .filter(({ value, count: n }) => n > 0 || filters.severity.includes(value)),
    team: named(byTeam, filters.team, (id) => names.get(id) ?? id.replace(/^team:/, '')),
    workload: named(byWorkload, filters.workload, (id) => names.get(id) ?? id),
    problem: named(byProblem, filters.problem, (id) => titles.get(id) ?? id),
    factor: named(byFactor, filters.factor, (text) => text),
    label: named(byLabel, filters.label, (text) => text),
  }
}
