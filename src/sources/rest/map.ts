import { eventKinds, type OpsEvent } from '../../domain/event'
import {
  type Clocks,
  type Incident,
  incidentRoles,
  incidentStates,
  type Link,
  type PlanStep,
  type PostIncidentReview,
  type ResponsePlan,
  type RoleHolder,
  type Severity,
  severity,
} from '../../domain/incident'
import {
  type Action,
  actionKinds,
  type Fix,
  type Improvement,
  type Problem,
  type ProblemMoment,
  problemStates,
  workStates,
} from '../../domain/problem'
import type { Facet, Records } from '../../domain/query/facets'
import { entryKinds, type TimelineEntry } from '../../domain/timeline'
import { changeRequest } from './mapChange'
import { activity, assignment, party, workload } from './mapOwnership'
import { each, same, seconds, shape, time, Unreadable, word } from './shape'
import type { Wire } from './wire.generated'

/** The name of the schema, and so of the wire's type, of each facet's records. */
export const wireNames = {
  workloads: 'Workload',
  activities: 'Activity',
  assignments: 'Assignment',
  parties: 'Party',
  events: 'Event',
  incidents: 'Incident',
  timeline: 'TimelineEntry',
  problems: 'Problem',
  improvements: 'Improvement',
  requests: 'ChangeRequest',
} as const satisfies Record<Facet, keyof Wire>

export type WireRecords = { readonly [F in Facet]: Wire[(typeof wireNames)[F]] }

function rank(value: number): Severity {
  const found = severity(value)
  if (found === undefined) throw new Unreadable(`${value} is no severity`)
  return found
}

const event = shape<Wire['Event'], OpsEvent>({
  id: same,
  title: same,
  kind: word(eventKinds),
  rule: same,
  at: time,
  until: time,
  planned: same,
  origin: word(['internal', 'external']),
  workloads: same,
  severity: rank,
  pages: same,
  incident: same,
  escalatedBy: same,
  outcome: word(['escalated', 'grouped', 'ignored']),
  version: same,
})

const clocks = shape<Wire['Clocks'], Clocks>({
  started: time,
  detected: time,
  acknowledged: time,
  mitigated: time,
  resolved: time,
  closed: time,
})

const step = shape<Wire['PlanStep'], PlanStep>({
  id: same,
  text: same,
  owner: same,
  dueAfter: seconds,
  doneAt: time,
  skippedBecause: same,
})

const plan = shape<Wire['ResponsePlan'], ResponsePlan>({
  id: same,
  title: same,
  updateEvery: seconds,
  steps: each(step),
})
const holder = shape<Wire['RoleHolder'], RoleHolder>({ role: word(incidentRoles), person: same })
const link = shape<Wire['Link'], Link>({ title: same, url: same })

const review = shape<Wire['Review'], PostIncidentReview>({
  summary: same,
  heldAt: time,
  factors: same,
  wentWell: same,
  lessons: same,
  sharedWith: same,
})

const incident = shape<Wire['Incident'], Incident>({
  id: same,
  title: same,
  severity: rank,
  severityText: same,
  state: word(incidentStates),
  opened: time,
  clocks,
  workloads: same,
  team: same,
  assignee: same,
  roles: each(holder),
  activity: same,
  plan,
  updateDue: time,
  impact: same,
  problem: same,
  factors: same,
  labels: same,
  detection: word(['alarm', 'person', 'customer']),
  reassignments: same,
  returns: same,
  reopened: same,
  slaMet: same,
  links: each(link),
  review,
  inferred: same,
  version: same,
})

const entry = shape<Wire['TimelineEntry'], Omit<TimelineEntry, 'stands'>>({
  id: same,
  incident: same,
  at: time,
  recordedAt: time,
  sequence: same,
  kind: word(entryKinds),
  actor: same,
  text: same,
  from: same,
  to: same,
  corrected: same,
  undoes: same,
})

const action = shape<Wire['Action'], Action>({
  id: same,
  title: same,
  kind: word(actionKinds),
  state: word(workStates),
  owner: same,
  due: time,
  doneAt: time,
})

const problem = shape<Wire['Problem'], Problem>({
  id: same,
  title: same,
  state: word(problemStates),
  opened: time,
  owner: same,
  workloads: same,
  rootCause: same,
  factors: same,
  workaround: same,
  fixes: each(shape<Wire['Fix'], Fix>({ at: time, what: same, by: same })),
  actions: each(action),
  history: each(shape<Wire['ProblemMoment'], ProblemMoment>({ at: time, what: same, by: same })),
  version: same,
})

const improvement = shape<Wire['Improvement'], Improvement>({
  id: same,
  title: same,
  from: word(['feedback', 'review', 'incident']),
  state: word(workStates),
  owner: same,
  created: time,
  due: time,
  doneAt: time,
  activity: same,
  incident: same,
  version: same,
})

/** Wire to domain, for a record that fits its schema. Throws Unreadable. */
export const mappers: { readonly [F in Facet]: (wire: WireRecords[F]) => Records[F] } = {
  workloads: workload,
  activities: activity,
  assignments: assignment,
  parties: party,
  events: event,
  incidents: incident,
  timeline: entry,
  problems: problem,
  improvements: improvement,
  requests: changeRequest,
}
