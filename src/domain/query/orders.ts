import type { ChangeRequest } from '../change'
import type { OpsEvent } from '../event'
import type { Incident } from '../incident'
import type { Activity, Assignment } from '../ownership'
import type { Improvement } from '../problem'
import type { TimelineEntry } from '../timeline'
import type { Id } from '../units'
import type { Queries, Records } from './facets'
import type { IncidentOrder } from './incident'
import { byText, type FacetOrder, inOrder } from './rules'

const byId = (left: { readonly id: Id }, right: { readonly id: Id }): number => byText(left.id, right.id)
const byName = inOrder<{ readonly name: string; readonly id: Id }>((left, right) => byText(left.name, right.name), byId)

const newest = (left: Incident, right: Incident): number => right.opened - left.opened
const worst = (left: Incident, right: Incident): number => (left.severity ?? 9) - (right.severity ?? 9)
const incidentOrders: Record<IncidentOrder, (left: Incident, right: Incident) => number> = {
  newest: inOrder<Incident>(newest, byId),
  oldest: inOrder<Incident>((left, right) => newest(right, left), byId),
  severity: inOrder<Incident>(worst, newest, byId),
}

const id = (record: { readonly id: Id }): Id => record.id
const always = <R>(compare: (left: R, right: R) => number) => ({ id, comparer: () => compare })

/**
 * By what a record of each facet is known, and in which order records come. Apart from what queries mean, which the
 * first page does not need: sources answer queries.
 */
export const facetOrders: { readonly [F in keyof Records]: FacetOrder<Records[F], Queries[F]> } = {
  workloads: always(byName),
  activities: always(inOrder<Activity>((left, right) => byText(left.workload, right.workload), byName)),
  assignments: always(inOrder<Assignment>((left, right) => byText(left.activity, right.activity), byId)),
  parties: always(byName),
  events: always(inOrder<OpsEvent>((left, right) => left.at - right.at, byId)),
  incidents: { id, comparer: (query) => incidentOrders[query.order ?? 'newest'] },
  timeline: always(
    inOrder<TimelineEntry>(
      (left, right) => left.at - right.at,
      (left, right) => byText(left.incident, right.incident),
      (left, right) => left.sequence - right.sequence,
      byId,
    ),
  ),
  problems: always(byId),
  improvements: always(
    inOrder<Improvement>((left, right) => (left.due ?? Infinity) - (right.due ?? Infinity) || 0, byId),
  ),
  requests: always(inOrder<ChangeRequest>((left, right) => right.proposedAt - left.proposedAt, byId)),
}
