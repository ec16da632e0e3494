import { useSummary, useWhole } from '../../data'
import { collapse } from '../../domain/summarise'
import type { Dimension } from '../../domain/summary'
import type { Id } from '../../domain/units'
import { type Filters, queryFor, severityKeys } from './address'
import type { Span } from './model/range'

export interface Option<T extends string> {
  readonly value: T
  readonly label: string
  /** Incidents it would leave. */
  readonly count: number
}

const teams = { types: ['team' as const] }
const anyWorkload = {}

/** What each filter offers: the values that occur in the span under the other filters, with how often. */
export function useOptions(span: Span, filters: Filters, enabled: boolean) {
  const ask = (dimension: Dimension, others: Partial<Filters>) => ({
    query: queryFor({ ...filters, ...others }, span),
    zone: span.zone,
    now: span.now,
    by: [dimension],
  })
  const bySeverity = useSummary(ask('severity', { severity: [] }), enabled)
  const byTeam = useSummary(ask('team', { team: undefined }), enabled)
  const byWorkload = useSummary(ask('workload', { workload: undefined }), enabled)
  const parties = useWhole('parties', teams, enabled)
  const workloads = useWhole('workloads', anyWorkload, enabled)

  const counts = ({ summary }: { readonly summary: typeof byTeam.summary }) =>
    new Map(collapse(summary, [0], true).cells.map(({ key, count: n }) => [key[0] ?? '', n]))
  const named = (view: typeof byTeam, chosen: Id | undefined, name: (id: Id) => string): readonly Option<Id>[] => {
    const found = counts(view)
    // The chosen one stays on offer, so that it can be seen and taken back when it leaves nothing.
    if (chosen !== undefined && !found.has(chosen)) found.set(chosen, 0)
    return [...found]
      .filter(([id]) => id !== '')
      .map(([id, n]) => ({ value: id, label: name(id), count: n }))
      .toSorted((left, right) => right.count - left.count || (left.label < right.label ? -1 : 1))
  }
  const partyNames = new Map(parties.items.map(({ id, name }) => [id, name]))
  const workloadNames = new Map(workloads.items.map(({ id, name }) => [id, name]))
  const severities = counts(bySeverity)
  return {
    severity: severityKeys
      .map((value) => ({
        value,
        label: value === '0' ? 'Not known' : `SEV${value}`,
        count: severities.get(value === '0' ? '' : value) ?? 0,
      }))
      .filter(({ value, count: n }) => n > 0 || filters.severity.includes(value)),
    team: named(byTeam, filters.team, (id) => partyNames.get(id) ?? id.replace(/^team:/, '')),
    workload: named(byWorkload, filters.workload, (id) => workloadNames.get(id) ?? id),
  }
}
