import type { ChangeRequest } from '../change'
import type { OpsEvent } from '../event'
import type { Incident } from '../incident'
import type { Activity, Assignment, Party, Workload } from '../ownership'
import type { Improvement, Problem } from '../problem'
import type { TimelineEntry } from '../timeline'
import { type ChangeQuery, changeRules } from './change'
import { type IncidentQuery, incidentRules } from './incident'
import {
  type ActivityQuery,
  activityRules,
  type AssignmentQuery,
  assignmentRules,
  type PartyQuery,
  partyRules,
  type WorkloadQuery,
  workloadRules,
} from './ownership'
import { type ImprovementQuery, improvementRules, type ProblemQuery, problemRules } from './problem'
import type { FacetRules } from './rules'
import { type EventQuery, eventRules, type TimelineQuery, timelineRules } from './timeline'

/** The record of each facet. */
export interface Records {
  readonly workloads: Workload
  readonly activities: Activity
  readonly assignments: Assignment
  readonly parties: Party
  readonly events: OpsEvent
  readonly incidents: Incident
  readonly timeline: TimelineEntry
  readonly problems: Problem
  readonly improvements: Improvement
  readonly requests: ChangeRequest
}

/** The query of each facet. */
export interface Queries {
  readonly workloads: WorkloadQuery
  readonly activities: ActivityQuery
  readonly assignments: AssignmentQuery
  readonly parties: PartyQuery
  readonly events: EventQuery
  readonly incidents: IncidentQuery
  readonly timeline: TimelineQuery
  readonly problems: ProblemQuery
  readonly improvements: ImprovementQuery
  readonly requests: ChangeQuery
}

/** A kind of record that a source may offer. */
export type Facet = keyof Records

/** In the order in which ownership comes before what happens to it. */
export const facetNames = [
  'workloads',
  'activities',
  'assignments',
  'parties',
  'events',
  'incidents',
  'timeline',
  'problems',
  'improvements',
  'requests',
] as const satisfies readonly Facet[]

/** The facets that together tell ownership. */
export const ownershipFacets = ['workloads', 'activities', 'assignments', 'parties'] as const satisfies readonly Facet[]

/** What a query of each facet means, and in which order its records come. */
export const facetRules: { readonly [F in Facet]: FacetRules<Records[F], Queries[F]> } = {
  workloads: workloadRules,
  activities: activityRules,
  assignments: assignmentRules,
  parties: partyRules,
  events: eventRules,
  incidents: incidentRules,
  timeline: timelineRules,
  problems: problemRules,
  improvements: improvementRules,
  requests: changeRules,
}

/** Every record of every facet: what a mock world, a workspace or a merge holds. */
export type Holdings = { readonly [F in Facet]: readonly Records[F][] }
