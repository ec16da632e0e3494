import { type ChangeRequest, changeKinds, changeStates, type RoleStep } from '../../../domain/change'
import { eventKinds, type OpsEvent } from '../../../domain/event'
import {
  type Clocks,
  type Incident,
  incidentRoles,
  incidentStates,
  type PlanStep,
  type PostIncidentReview,
  type ResponsePlan,
  severities,
} from '../../../domain/incident'
import { gapKinds } from '../../../domain/gaps'
import { roles } from '../../../domain/ownership'
import {
  type Action,
  actionKinds,
  type Fix,
  type Improvement,
  type Problem,
  type ProblemMoment,
  problemStates,
  workStates,
} from '../../../domain/problem'
import type { Facet, Records } from '../../../domain/query/facets'
import { entryKinds, type TimelineEntry } from '../../../domain/timeline'
import {
  anyText,
  boolean,
  id,
  isPlainObject,
  length,
  many,
  moment,
  number,
  object,
  oneOf,
  optional,
  type Shape,
  text,
  word,
} from './shape'
import { activity, assignment, party, workload } from './shapesOwnership'

const severity = oneOf(severities)
const done = word(workStates)

const clocks = object<Clocks>({
  started: optional(moment),
  detected: optional(moment),
  acknowledged: optional(moment),
  mitigated: optional(moment),
  resolved: optional(moment),
  closed: optional(moment),
})

const step = object<PlanStep>({
  id,
  text,
  owner: optional(text),
  dueAfter: optional(length),
  doneAt: optional(moment),
  skippedBecause: optional(text),
})

const plan = object<ResponsePlan>({ id, title: text, updateEvery: optional(length), steps: many(step) })

const review = object<PostIncidentReview>({
  summary: text,
  heldAt: optional(moment),
  factors: many(text),
  wentWell: many(text),
  lessons: many(text),
  sharedWith: many(text),
})

const fullIncident = object<Incident>({
  id,
  title: text,
  severity: optional(severity),
  severityText: optional(text),
  state: word(incidentStates),
  // Before `opened`, which is taken from it: a wrong moment is told under the name it stands under.
  clocks,
  opened: moment,
  workloads: many(id),
  team: optional(id),
  assignee: optional(id),
  roles: many(object({ role: word(incidentRoles), person: id })),
  activity: optional(id),
  plan: optional(plan),
  updateDue: optional(moment),
  impact: optional(text),
  problem: optional(id),
  factors: many(text),
  labels: many(text),
  detection: optional(word(['alarm', 'person', 'customer'] as const)),
  reassignments: optional(number),
  returns: optional(number),
  reopened: optional(number),
  slaMet: optional(boolean),
  links: many(object({ title: text, url: text })),
  review: optional(review),
  inferred: optional(many(text)),
  version: optional(text),
})

/** What a file may leave out: `clocks` without any moment, and `opened`, which is detected, else started. */
const incident: Shape<Incident> = {
  ...fullIncident,
  read: (value, how, path) => {
    if (!isPlainObject(value)) return fullIncident.read(value, how, path)
    const moments = isPlainObject(value['clocks']) ? value['clocks'] : {}
    return fullIncident.read(
      { clocks: moments, opened: moments['detected'] ?? moments['started'], ...value },
      how,
      path,
    )
  },
}

const entry = object<Omit<TimelineEntry, 'stands'>>({
  id,
  incident: id,
  at: moment,
  recordedAt: optional(moment),
  sequence: number,
  kind: word(entryKinds),
  actor: optional(text),
  text: optional(anyText),
  from: optional(anyText),
  to: optional(anyText),
  corrected: optional(anyText),
  undoes: optional(id),
})

const event = object<OpsEvent>({
  id,
  title: text,
  kind: word(eventKinds),
  rule: optional(text),
  at: moment,
  until: optional(moment),
  planned: boolean,
  origin: optional(word(['internal', 'external'] as const)),
  workloads: many(id),
  severity: optional(severity),
  pages: optional(boolean),
  incident: optional(id),
  escalatedBy: optional(text),
  outcome: optional(word(['escalated', 'grouped', 'ignored'] as const)),
  version: optional(text),
})

const action = object<Action>({
  id,
  title: text,
  kind: word(actionKinds),
  state: done,
  owner: optional(id),
  due: optional(moment),
  doneAt: optional(moment),
})

const problem = object<Problem>({
  id,
  title: text,
  state: word(problemStates),
  opened: optional(moment),
  owner: optional(id),
  workloads: many(id),
  rootCause: optional(object<NonNullable<Problem['rootCause']>>({ method: optional(text), text })),
  factors: many(text),
  workaround: optional(text),
  fixes: many(object<Fix>({ at: moment, what: text, by: optional(id) })),
  actions: many(action),
  history: optional(many(object<ProblemMoment>({ at: moment, what: text, by: optional(text) }))),
  version: optional(text),
})

const improvement = object<Improvement>({
  id,
  title: text,
  from: word(['feedback', 'review', 'incident'] as const),
  state: done,
  owner: optional(id),
  created: optional(moment),
  due: optional(moment),
  doneAt: optional(moment),
  activity: optional(id),
  incident: optional(id),
  version: optional(text),
})

const request = object<ChangeRequest>({
  id,
  activity: id,
  kind: word(changeKinds),
  steps: many(object<RoleStep>({ op: oneOf(['give', 'take'] as const), role: oneOf(roles), party: id })),
  gap: optional(word(gapKinds)),
  expires: optional(moment),
  reason: text,
  proposer: text,
  proposedAt: moment,
  approvers: many(id),
  state: word(changeStates),
  decidedBy: optional(text),
  decidedAt: optional(moment),
  note: optional(text),
  plan: optional(text),
  version: optional(text),
})

/** The fields of each facet, in the domain's own words: what a table's columns are mapped to. */
export const recordShapes: { readonly [F in Facet]: Shape<Records[F]> } = {
  workloads: workload,
  activities: activity,
  assignments: assignment,
  parties: party,
  events: event,
  incidents: incident,
  timeline: entry,
  problems: problem,
  improvements: improvement,
  requests: request,
}
