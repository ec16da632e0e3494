import type { Activity, ActivityKind, Assignment, AutomationLevel, Party, Risk, Role, Workload } from '../ownership'
import type { Id, Open } from '../units'
import { facetOrders } from './orders'
import { anyOf, type FacetRules, overlaps } from './rules'
import { textMatcher, words } from './text'

/** All parts must hold; an absent or empty part does not limit. */
export interface WorkloadQuery {
  readonly text?: string
  readonly ids?: readonly Id[]
  readonly tiers?: readonly number[]
  readonly teams?: readonly Id[]
  readonly tags?: readonly string[]
}

/** By name. Text is looked for in id, name, aliases, description, group and tags. */
export const workloadRules: FacetRules<Workload, WorkloadQuery> = {
  ...facetOrders.workloads,
  matcher: (query) => {
    const text = textMatcher(query.text)
    const id = anyOf(query.ids)
    const tier = anyOf(query.tiers)
    const team = anyOf(query.teams)
    const tag = overlaps(query.tags)
    return (workload) =>
      id(workload.id) &&
      tier(workload.tier) &&
      team(workload.team) &&
      tag(workload.tags) &&
      text(words(workload.id, workload.name, workload.aliases, workload.description, workload.group, workload.tags))
  },
}

/** All parts must hold; an absent or empty part does not limit. An activity that does not record `pages` has neither value. */
export interface ActivityQuery {
  readonly text?: string
  readonly ids?: readonly Id[]
  readonly workloads?: readonly Id[]
  readonly kinds?: readonly Open<ActivityKind>[]
  readonly automation?: readonly Open<AutomationLevel>[]
  readonly risks?: readonly Open<Risk>[]
  readonly tags?: readonly string[]
  readonly events?: readonly string[]
  readonly pages?: boolean
}

/** By workload, then name. Text is looked for in id, name, description, events and tags. */
export const activityRules: FacetRules<Activity, ActivityQuery> = {
  ...facetOrders.activities,
  matcher: (query) => {
    const text = textMatcher(query.text)
    const id = anyOf(query.ids)
    const workload = anyOf(query.workloads)
    const kind = anyOf(query.kinds)
    const level = anyOf(query.automation)
    const risk = anyOf(query.risks)
    const tag = overlaps(query.tags)
    const event = overlaps(query.events)
    return (activity) =>
      id(activity.id) &&
      workload(activity.workload) &&
      kind(activity.kind) &&
      level(activity.automation?.level) &&
      risk(activity.risk) &&
      tag(activity.tags) &&
      event(activity.events) &&
      (query.pages === undefined || activity.pages === query.pages) &&
      text(words(activity.id, activity.name, activity.description, activity.events, activity.tags))
  },
}

/** All parts must hold; an absent or empty part does not limit. Placeholders have no party and match no choice of parties. */
export interface AssignmentQuery {
  readonly ids?: readonly Id[]
  readonly activities?: readonly Id[]
  readonly parties?: readonly Id[]
  readonly roles?: readonly Role[]
  readonly claims?: readonly Assignment['claim'][]
}

/** By activity, then id. */
export const assignmentRules: FacetRules<Assignment, AssignmentQuery> = {
  ...facetOrders.assignments,
  matcher: (query) => {
    const id = anyOf(query.ids)
    const activity = anyOf(query.activities)
    const party = anyOf(query.parties)
    const role = anyOf(query.roles)
    const claim = anyOf(query.claims)
    return (assignment) =>
      id(assignment.id) &&
      activity(assignment.activity) &&
      party(assignment.party) &&
      role(assignment.role) &&
      claim(assignment.claim)
  },
}

/** All parts must hold; an absent or empty part does not limit. `active` and `memberOf` leave people only. */
export interface PartyQuery {
  readonly text?: string
  readonly ids?: readonly Id[]
  readonly types?: readonly Party['type'][]
  /** Members of these teams. */
  readonly memberOf?: readonly Id[]
  readonly active?: boolean
}

/** By name. Text is looked for in id, name, aliases and tags. */
export const partyRules: FacetRules<Party, PartyQuery> = {
  ...facetOrders.parties,
  matcher: (query) => {
    const text = textMatcher(query.text)
    const id = anyOf(query.ids)
    const type = anyOf(query.types)
    const member = overlaps(query.memberOf)
    return (party) =>
      id(party.id) &&
      type(party.type) &&
      member(party.type === 'person' ? party.teams : []) &&
      (query.active === undefined || (party.type === 'person' && party.active === query.active)) &&
      text(words(party.id, party.name, party.aliases, party.tags))
  },
}
