import { type Within, withinAll } from '../dimension'
import { endOf, type Incident, type IncidentState, isOpenAt, type Severity } from '../incident'
import type { Id, Instant, Open } from '../units'
import { facetOrders } from './orders'
import { anyOf, type FacetRules, overlaps } from './rules'
import { textMatcher, words } from './text'

/** `newest` when absent. `severity`: the worst first, unknown ones last, the newest first among equals. */
export type IncidentOrder = 'newest' | 'oldest' | 'severity'

/** All parts must hold; an absent or empty part does not limit. */
export interface IncidentQuery {
  readonly text?: string
  readonly ids?: readonly Id[]
  /** `0` stands for incidents whose severity is not known. */
  readonly severities?: readonly (Severity | 0)[]
  readonly states?: readonly Open<IncidentState>[]
  readonly workloads?: readonly Id[]
  readonly teams?: readonly Id[]
  readonly people?: readonly Id[]
  readonly problems?: readonly Id[]
  readonly labels?: readonly string[]
  /** Opened in [from, to). */
  readonly openedFrom?: Instant
  readonly openedTo?: Instant
  /** Burning at some moment of [from, to): opened before `to` and not ended before `from`. */
  readonly burningFrom?: Instant
  readonly burningTo?: Instant
  /** Open at that instant, by what the record says of its clocks. */
  readonly openAt?: Instant
  /** Has one of the values in each of these dimensions: the records behind a count. */
  readonly within?: readonly Within[]
  readonly order?: IncidentOrder
}

/** The words a text filter finds an incident by. */
export const incidentWords = (incident: Incident): string =>
  words(incident.id, incident.title, incident.impact, incident.labels, incident.problem)

function matcher(query: IncidentQuery): (incident: Incident) => boolean {
  const text = textMatcher(query.text)
  const id = anyOf(query.ids)
  const severity = anyOf<Severity | 0>(query.severities)
  const state = anyOf(query.states)
  const workload = overlaps(query.workloads)
  const team = anyOf(query.teams)
  const person = overlaps(query.people)
  const problem = anyOf(query.problems)
  const label = overlaps(query.labels)
  const within = withinAll(query.within)
  const { openedFrom, openedTo, burningFrom, burningTo, openAt } = query
  return (incident) =>
    id(incident.id) &&
    severity(incident.severity ?? 0) &&
    state(incident.state) &&
    team(incident.team) &&
    problem(incident.problem) &&
    workload(incident.workloads) &&
    label(incident.labels) &&
    person([...(incident.assignee ? [incident.assignee] : []), ...incident.roles.map((held) => held.person)]) &&
    (openedFrom === undefined || incident.opened >= openedFrom) &&
    (openedTo === undefined || incident.opened < openedTo) &&
    (burningTo === undefined || incident.opened < burningTo) &&
    (burningFrom === undefined || (endOf(incident) ?? Number.POSITIVE_INFINITY) >= burningFrom) &&
    (openAt === undefined || isOpenAt(incident, openAt)) &&
    within(incident) &&
    text(incidentWords(incident))
}

/** Filters by `IncidentQuery`; in the order asked for. */
export const incidentRules: FacetRules<Incident, IncidentQuery> = {
  ...facetOrders.incidents,
  matcher,
}
