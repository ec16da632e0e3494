// Made from public/openapi.json by `npm run wire`. Do not edit.
/**
 * A team or a person.
 */
export type Party = (Team | Person)
/**
 * What is to be changed.
 */
export type Command = (SetState | SetSeverity | Assign | TakeRole | AddEntry | LinkProblem | SetStep | LinkEvent | CorrectEntry | WriteReview | MarkReviewed | RequestChange | DecideChange | GiveFeedback | RecordImprovement | SetImprovement | RecordProblem | SetProblem | DeclareFix | AddAction | SetAction | Undo)

/**
 * Every schema of the document, by name.
 */
export interface Wire {
Workload: Workload
Document: Document
Automation: Automation
ReviewPolicy: ReviewPolicy
Exception: Exception
OwnershipMoment: OwnershipMoment
Activity: Activity
Contact: Contact
Team: Team
Person: Person
Party: Party
Assignment: Assignment
Event: Event
Clocks: Clocks
RoleHolder: RoleHolder
PlanStep: PlanStep
ResponsePlan: ResponsePlan
Link: Link
Review: Review
Incident: Incident
TimelineEntry: TimelineEntry
Fix: Fix
Action: Action
RootCause: RootCause
ProblemMoment: ProblemMoment
Problem: Problem
Improvement: Improvement
RoleStep: RoleStep
ChangeRequest: ChangeRequest
Caveat: Caveat
WorkloadPage: WorkloadPage
ActivityPage: ActivityPage
AssignmentPage: AssignmentPage
PartyPage: PartyPage
EventPage: EventPage
IncidentPage: IncidentPage
TimelineEntryPage: TimelineEntryPage
ProblemPage: ProblemPage
ImprovementPage: ImprovementPage
ChangeRequestPage: ChangeRequestPage
Page: Page
Distribution: Distribution
SummaryCell: SummaryCell
SummaryAnswer: SummaryAnswer
Offer: Offer
SetState: SetState
SetSeverity: SetSeverity
Assign: Assign
TakeRole: TakeRole
AddEntry: AddEntry
LinkProblem: LinkProblem
SetStep: SetStep
LinkEvent: LinkEvent
CorrectEntry: CorrectEntry
WriteReview: WriteReview
MarkReviewed: MarkReviewed
RequestChange: RequestChange
DecideChange: DecideChange
GiveFeedback: GiveFeedback
RecordImprovement: RecordImprovement
SetImprovement: SetImprovement
RecordProblem: RecordProblem
SetProblem: SetProblem
DeclareFix: DeclareFix
AddAction: AddAction
SetAction: SetAction
Undo: Undo
Command: Command
CommandRequest: CommandRequest
Receipt: Receipt
ProblemDetails: ProblemDetails
}
/**
 * What is operated: an application, a service, a platform.
 */
export interface Workload {
/**
 * Key of the workload.
 */
id: string
/**
 * What people call it.
 */
name: string
/**
 * Other names it is known by.
 * 
 * Items: One of them.
 */
aliases?: string[]
/**
 * What it is for.
 */
description?: string
/**
 * How critical it is; 1 is the most critical.
 */
tier?: number
/**
 * The group of workloads it belongs to.
 */
group?: string
/**
 * Id of the team that owns the resource itself.
 */
team?: string
/**
 * Free tags.
 * 
 * Items: One of them.
 */
tags: string[]
/**
 * Where to read more.
 */
url?: string
}
/**
 * A runbook or playbook. Where a placeholder stands there is no address.
 */
export interface Document {
/**
 * Its name.
 */
title?: string
/**
 * Where it is.
 */
url?: string
/**
 * The text that stands where a link should.
 */
placeholder?: string
/**
 * Under version control. Absent: not known.
 */
versioned?: boolean
/**
 * The address answered when last tried. Absent: not known.
 */
reachable?: boolean
}
/**
 * How far an activity is automated, and how well that works.
 */
export interface Automation {
/**
 * The level. Known words: none, manual, runbook, scripted, event-driven. Others are shown as they are.
 */
level: string
/**
 * How often the automation was started.
 */
started?: number
/**
 * How often it ended without error.
 */
worked?: number
/**
 * How often it reached what it was started for.
 */
reachedOutcome?: number
}
/**
 * How often an activity is reviewed and by whom.
 */
export interface ReviewPolicy {
/**
 * Interval between reviews in seconds.
 */
every?: number
/**
 * The last review. ISO 8601 with offset.
 */
last?: string
/**
 * People who review.
 * 
 * Items: An id.
 */
reviewers: string[]
/**
 * People who approve.
 * 
 * Items: An id.
 */
approvers: string[]
}
/**
 * A gap that is borne with for some time, because somebody said why.
 */
export interface Exception {
/**
 * The gap. Known words: no-accountable, many-accountable, accountable-left, no-responsible, responsible-inactive, unowned-page, review-overdue, no-runbook, runbook-unversioned, declared-observed. Others are shown as they are.
 */
gap: string
/**
 * From when on it excuses nothing any more. ISO 8601 with offset.
 */
until: string
/**
 * Why it is borne with.
 */
reason: string
/**
 * Who approved it.
 */
by?: string
}
/**
 * One moment in the ownership of an activity: a review, a change, an exception.
 */
export interface OwnershipMoment {
/**
 * When it was. ISO 8601 with offset.
 */
at: string
/**
 * What happened, in one sentence.
 */
what: string
/**
 * Who did it.
 */
by?: string
/**
 * What it rests on: a ticket, the minutes of a meeting.
 */
evidence?: string
}
/**
 * Something that must be performed on a workload. An absent field is not recorded; it never means no.
 */
export interface Activity {
/**
 * Key of the activity.
 */
id: string
/**
 * What is done.
 */
name: string
/**
 * Id of the workload.
 */
workload: string
/**
 * What kind of activity it is. Known words: process, procedure, response, review. Others are shown as they are.
 */
kind: string
/**
 * More about it.
 */
description?: string
/**
 * Why the ownership is as it is.
 */
why?: string
/**
 * What it is worth.
 */
value?: string
/**
 * Names of the event rules it answers.
 * 
 * Items: One of them.
 */
events: string[]
/**
 * The events it answers can page a person.
 */
pages?: boolean
runbook?: Document
playbook?: Document
automation?: Automation
/**
 * Risk class. Known words: low, medium, high. Others are shown as they are.
 */
risk?: string
/**
 * May be done without asking the change board.
 */
preApproved?: boolean
review?: ReviewPolicy
/**
 * Set when nobody is meant to own it: the reason.
 */
noOwnerBecause?: string
/**
 * Gaps that are borne with for some time. One that has expired excuses nothing.
 */
exceptions?: Exception[]
/**
 * What became of its ownership, the newest first.
 */
history?: OwnershipMoment[]
/**
 * Free tags.
 * 
 * Items: One of them.
 */
tags: string[]
/**
 * Changes with every change of the record; the ETag without quotes.
 */
version?: string
}
/**
 * A way to reach a party.
 */
export interface Contact {
/**
 * The channel. Known words: chat, mail, pager, phone, web. Others are shown as they are.
 */
kind: string
/**
 * What to show.
 */
text: string
/**
 * What to open.
 */
url?: string
}
/**
 * A team.
 */
export interface Team {
/**
 * Tells a team from a person.
 */
type: "team"
/**
 * `team:` and a key.
 */
id: string
/**
 * What people call it.
 */
name: string
/**
 * Other names.
 * 
 * Items: One of them.
 */
aliases?: string[]
/**
 * Id of the team it is part of.
 */
parent?: string
/**
 * What it is there for.
 */
mandate?: string
/**
 * How to reach it.
 */
contacts: Contact[]
/**
 * Free tags.
 * 
 * Items: One of them.
 */
tags: string[]
/**
 * Its page.
 */
url?: string
}
/**
 * A person.
 */
export interface Person {
/**
 * Tells a person from a team.
 */
type: "person"
/**
 * `person:` and a key.
 */
id: string
/**
 * The name to show.
 */
name: string
/**
 * Other names.
 * 
 * Items: One of them.
 */
aliases?: string[]
/**
 * Teams the person is in.
 * 
 * Items: An id.
 */
teams: string[]
/**
 * False once the person has left. Absent: not known.
 */
active?: boolean
/**
 * How to reach the person.
 */
contacts: Contact[]
/**
 * Free tags.
 * 
 * Items: One of them.
 */
tags: string[]
}
/**
 * One role of one party in one activity, as one source claims it.
 */
export interface Assignment {
/**
 * Key of the claim.
 */
id: string
/**
 * Id of the activity.
 */
activity: string
/**
 * What the party is to the activity.
 */
role: ("accountable" | "responsible" | "validator" | "consulted" | "informed")
/**
 * Id of the party. Absent where only a placeholder stands.
 */
party?: string
/**
 * The text that stands where an owner should.
 */
placeholder?: string
/**
 * Said by a document, or seen in what happens.
 */
claim: ("declared" | "observed")
/**
 * What it was seen in.
 */
evidence?: string
/**
 * When it was said or seen. ISO 8601 with offset.
 */
at?: string
/**
 * Id of the workload or group it was inherited from.
 */
inheritedFrom?: string
}
/**
 * An observation of an action, an occurrence or a change of state.
 */
export interface Event {
/**
 * Key of the event.
 */
id: string
/**
 * What was observed.
 */
title: string
/**
 * What kind of event. Known words: alarm, deploy, promotion, test, freeze, change, health. Others are shown as they are.
 */
kind: string
/**
 * The rule or threshold that told it from normal.
 */
rule?: string
/**
 * When it happened or began. ISO 8601 with offset.
 */
at: string
/**
 * When it ended. Absent: a point in time, or not ended. ISO 8601 with offset.
 */
until?: string
/**
 * Planned beforehand.
 */
planned: boolean
/**
 * Where it comes from. Known words: internal, external. Others are shown as they are.
 */
origin?: string
/**
 * Workloads it concerns.
 * 
 * Items: An id.
 */
workloads: string[]
/**
 * 1 (worst) to 5.
 */
severity?: number
/**
 * It can page a person.
 */
pages?: boolean
/**
 * Id of the incident it became part of.
 */
incident?: string
/**
 * The rule that turned it into an incident.
 */
escalatedBy?: string
/**
 * What became of it. Known words: escalated, grouped, ignored. Others are shown as they are.
 */
outcome?: string
/**
 * Changes with every change of the record; sent back in If-Match.
 */
version?: string
}
/**
 * The moments of an incident. Any may be missing; none is invented.
 */
export interface Clocks {
/**
 * Impact began. ISO 8601 with offset.
 */
started?: string
/**
 * Somebody or something noticed. ISO 8601 with offset.
 */
detected?: string
/**
 * A person took it. ISO 8601 with offset.
 */
acknowledged?: string
/**
 * The impact ended. ISO 8601 with offset.
 */
mitigated?: string
/**
 * The cause was dealt with. ISO 8601 with offset.
 */
resolved?: string
/**
 * The record was closed. ISO 8601 with offset.
 */
closed?: string
}
/**
 * Who has which role in an incident.
 */
export interface RoleHolder {
/**
 * The role. Known words: commander, communications, scribe, responder. Others are shown as they are.
 */
role: string
/**
 * Id of the person.
 */
person: string
}
/**
 * One step of a response plan.
 */
export interface PlanStep {
/**
 * Key within the plan.
 */
id: string
/**
 * What to do.
 */
text: string
/**
 * Who does it: a role or a name.
 */
owner?: string
/**
 * Due this many seconds after detection.
 */
dueAfter?: number
/**
 * When it was done. ISO 8601 with offset.
 */
doneAt?: string
/**
 * Why it was left out.
 */
skippedBecause?: string
}
/**
 * What is done in an incident of this severity.
 */
export interface ResponsePlan {
/**
 * Key of the plan.
 */
id: string
/**
 * Its name.
 */
title: string
/**
 * A status update is due every so many seconds.
 */
updateEvery?: number
/**
 * In order.
 */
steps: PlanStep[]
}
/**
 * A link.
 */
export interface Link {
/**
 * What to show.
 */
title: string
/**
 * What to open.
 */
url: string
}
/**
 * A post-incident review.
 */
export interface Review {
/**
 * What happened, in short.
 */
summary: string
/**
 * When it was held. Absent: not yet. ISO 8601 with offset.
 */
heldAt?: string
/**
 * What contributed.
 * 
 * Items: One of them.
 */
factors: string[]
/**
 * What went well.
 * 
 * Items: One of them.
 */
wentWell: string[]
/**
 * What was learned.
 * 
 * Items: One of them.
 */
lessons: string[]
/**
 * Whom it was shared with.
 * 
 * Items: One of them.
 */
sharedWith: string[]
}
/**
 * An event that needs a response. An absent field is not recorded.
 */
export interface Incident {
/**
 * Key of the incident.
 */
id: string
/**
 * What is wrong.
 */
title: string
/**
 * 1 (worst) to 5. Absent where the word maps to none.
 */
severity?: number
/**
 * The backend's own word for the severity.
 */
severityText?: string
/**
 * Where it stands. Known words: triggered, acknowledged, mitigating, resolved, closed. Others are shown as they are.
 */
state: string
/**
 * Detected, else started: what lists and buckets go by. ISO 8601 with offset.
 */
opened: string
clocks: Clocks
/**
 * Workloads it hit.
 * 
 * Items: An id.
 */
workloads: string[]
/**
 * Id of the team it is assigned to.
 */
team?: string
/**
 * Id of the person it is assigned to.
 */
assignee?: string
/**
 * Who has which role.
 */
roles: RoleHolder[]
/**
 * Id of the activity it was matched to.
 */
activity?: string
plan?: ResponsePlan
/**
 * When the next status update is due. ISO 8601 with offset.
 */
updateDue?: string
/**
 * What users notice.
 */
impact?: string
/**
 * Id of the problem behind it.
 */
problem?: string
/**
 * What contributed.
 * 
 * Items: One of them.
 */
factors: string[]
/**
 * Free labels.
 * 
 * Items: One of them.
 */
labels: string[]
/**
 * Who noticed. Known words: alarm, person, customer. Others are shown as they are.
 */
detection?: string
/**
 * How often it changed teams.
 */
reassignments?: number
/**
 * How often it came back to a team that had passed it on.
 */
returns?: number
/**
 * How often it came back.
 */
reopened?: number
/**
 * Resolved within what was promised.
 */
slaMet?: boolean
/**
 * Where to read more.
 */
links: Link[]
review?: Review
/**
 * Names of fields that a model guessed.
 * 
 * Items: One of them.
 */
inferred?: string[]
/**
 * Changes with every change of the record; the ETag without quotes.
 */
version?: string
}
/**
 * One moment of an incident. It may arrive late and be corrected.
 */
export interface TimelineEntry {
/**
 * Key of the entry.
 */
id: string
/**
 * Id of the incident.
 */
incident: string
/**
 * When it happened. ISO 8601 with offset.
 */
at: string
/**
 * When it was written down. ISO 8601 with offset.
 */
recordedAt?: string
/**
 * The backend's order for entries of one instant; unique within an incident.
 */
sequence: number
/**
 * What kind of moment. Known words: state, severity, assignment, escalation, event, note, update, plan, deploy, link, resume. Others are shown as they are.
 */
kind: string
/**
 * Who or what did it.
 */
actor?: string
/**
 * In words.
 */
text?: string
/**
 * What it was before. Of kind plan: the step that was skipped or taken up again. Of kind event: the event that is no longer counted in.
 */
from?: string
/**
 * What it is after. Of kind plan: the step that was done, or with `from` the word skipped or open. Of kind event: the event that was counted in.
 */
to?: string
/**
 * The text as it was first written, where it was corrected since.
 */
corrected?: string
/**
 * Id of the entry of what this one took back.
 */
undoes?: string
}
/**
 * A fix of a problem.
 */
export interface Fix {
/**
 * When it was put in place. ISO 8601 with offset.
 */
at: string
/**
 * What was done.
 */
what: string
/**
 * Id of who did it.
 */
by?: string
}
/**
 * A corrective or preventive action.
 */
export interface Action {
/**
 * Key of the action.
 */
id: string
/**
 * What is to be done.
 */
title: string
/**
 * What it is for. Known words: prevent, detect, mitigate, learn. Others are shown as they are.
 */
kind: string
/**
 * How far it is. Known words: open, in-progress, done, dropped. Others are shown as they are.
 */
state: string
/**
 * Id of who does it.
 */
owner?: string
/**
 * When it is due. ISO 8601 with offset.
 */
due?: string
/**
 * When it was done. ISO 8601 with offset.
 */
doneAt?: string
}
/**
 * What the analysis found.
 */
export interface RootCause {
/**
 * How it was found.
 */
method?: string
/**
 * The cause.
 */
text: string
}
/**
 * What became of a problem.
 */
export interface ProblemMoment {
/**
 * When. ISO 8601 with offset.
 */
at: string
/**
 * What happened, in one sentence.
 */
what: string
/**
 * Who did it.
 */
by?: string
}
/**
 * The underlying cause of one or more incidents.
 */
export interface Problem {
/**
 * Key of the problem.
 */
id: string
/**
 * What is wrong.
 */
title: string
/**
 * How far it is understood. Known words: identified, analysing, known-error, fix-in-progress, resolved. Others are shown as they are.
 */
state: string
/**
 * When it was written down. ISO 8601 with offset.
 */
opened?: string
/**
 * Id of who answers for it.
 */
owner?: string
/**
 * Workloads it concerns.
 * 
 * Items: An id.
 */
workloads: string[]
rootCause?: RootCause
/**
 * What contributed.
 * 
 * Items: One of them.
 */
factors: string[]
/**
 * What helps until it is fixed.
 */
workaround?: string
/**
 * Fixes, oldest first.
 */
fixes: Fix[]
/**
 * What is being done.
 */
actions: Action[]
/**
 * What became of it, the newest first.
 */
history?: ProblemMoment[]
/**
 * Changes with every change of the record.
 */
version?: string
}
/**
 * An opportunity found, tracked to completion.
 */
export interface Improvement {
/**
 * Key of the improvement.
 */
id: string
/**
 * What would be better.
 */
title: string
/**
 * Where it was found. Known words: feedback, review, incident. Others are shown as they are.
 */
from: string
/**
 * How far it is. Known words: open, in-progress, done, dropped. Others are shown as they are.
 */
state: string
/**
 * Id of who does it.
 */
owner?: string
/**
 * When it was found. ISO 8601 with offset.
 */
created?: string
/**
 * When it is due. ISO 8601 with offset.
 */
due?: string
/**
 * When it was done. ISO 8601 with offset.
 */
doneAt?: string
/**
 * Id of the activity it is about.
 */
activity?: string
/**
 * Id of the incident it came from.
 */
incident?: string
/**
 * Changes with every change of the record; the ETag without quotes.
 */
version?: string
}
/**
 * One role of one party in the activity, given or taken away.
 */
export interface RoleStep {
/**
 * Whether the party gets the role or loses it.
 */
op: ("give" | "take")
/**
 * The role.
 */
role: ("accountable" | "responsible" | "validator" | "consulted" | "informed")
/**
 * Id of the party.
 */
party: string
}
/**
 * A wish to change the ownership of one activity. Nothing changes before it is approved; then it is carried out at once.
 */
export interface ChangeRequest {
/**
 * Key of the request.
 */
id: string
/**
 * Id of the activity.
 */
activity: string
/**
 * What it asks for. Known words: add, change, transfer, exception. Others are shown as they are.
 */
kind: string
/**
 * What changes, in order. Empty for an exception.
 */
steps: RoleStep[]
/**
 * Of an exception: the gap. Known words are those of Exception. Others are shown as they are.
 */
gap?: string
/**
 * Of an exception: until when. ISO 8601 with offset.
 */
expires?: string
/**
 * Why.
 */
reason: string
/**
 * Who asks.
 */
proposer: string
/**
 * When it was asked for. ISO 8601 with offset.
 */
proposedAt: string
/**
 * Who may decide, by the review policy of the activity at the time. Empty: anybody.
 * 
 * Items: An id.
 */
approvers: string[]
/**
 * What became of it. Known words: proposed, approved, rejected, withdrawn. Others are shown as they are.
 */
state: string
/**
 * Who decided.
 */
decidedBy?: string
/**
 * When it was decided. ISO 8601 with offset.
 */
decidedAt?: string
/**
 * What the decider said.
 */
note?: string
/**
 * Name of the planned transfer it is a part of.
 */
plan?: string
/**
 * Changes with every change of the record; the ETag without quotes.
 */
version?: string
}
/**
 * Something a reader must know to read an answer right.
 */
export interface Caveat {
/**
 * What kind of caveat.
 */
kind: ("partial" | "truncated" | "inferred" | "zone-assumed" | "stale")
/**
 * In words.
 */
text: string
/**
 * How many records it concerns.
 */
count?: number
}
/**
 * One page of workloads.
 */
export interface WorkloadPage {
/**
 * The records, in the order of the query.
 */
items: Workload[]
/**
 * Where the next page begins: opaque, valid for the same query. Absent on the last page.
 */
cursor?: string
/**
 * How many match in all. Absent where not known exactly.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * One page of activities.
 */
export interface ActivityPage {
/**
 * The records, in the order of the query.
 */
items: Activity[]
/**
 * Where the next page begins: opaque, valid for the same query. Absent on the last page.
 */
cursor?: string
/**
 * How many match in all. Absent where not known exactly.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * One page of assignments.
 */
export interface AssignmentPage {
/**
 * The records, in the order of the query.
 */
items: Assignment[]
/**
 * Where the next page begins: opaque, valid for the same query. Absent on the last page.
 */
cursor?: string
/**
 * How many match in all. Absent where not known exactly.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * One page of parties.
 */
export interface PartyPage {
/**
 * The records, in the order of the query.
 */
items: Party[]
/**
 * Where the next page begins: opaque, valid for the same query. Absent on the last page.
 */
cursor?: string
/**
 * How many match in all. Absent where not known exactly.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * One page of events.
 */
export interface EventPage {
/**
 * The records, in the order of the query.
 */
items: Event[]
/**
 * Where the next page begins: opaque, valid for the same query. Absent on the last page.
 */
cursor?: string
/**
 * How many match in all. Absent where not known exactly.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * One page of incidents.
 */
export interface IncidentPage {
/**
 * The records, in the order of the query.
 */
items: Incident[]
/**
 * Where the next page begins: opaque, valid for the same query. Absent on the last page.
 */
cursor?: string
/**
 * How many match in all. Absent where not known exactly.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * One page of timeline.
 */
export interface TimelineEntryPage {
/**
 * The records, in the order of the query.
 */
items: TimelineEntry[]
/**
 * Where the next page begins: opaque, valid for the same query. Absent on the last page.
 */
cursor?: string
/**
 * How many match in all. Absent where not known exactly.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * One page of problems.
 */
export interface ProblemPage {
/**
 * The records, in the order of the query.
 */
items: Problem[]
/**
 * Where the next page begins: opaque, valid for the same query. Absent on the last page.
 */
cursor?: string
/**
 * How many match in all. Absent where not known exactly.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * One page of improvements.
 */
export interface ImprovementPage {
/**
 * The records, in the order of the query.
 */
items: Improvement[]
/**
 * Where the next page begins: opaque, valid for the same query. Absent on the last page.
 */
cursor?: string
/**
 * How many match in all. Absent where not known exactly.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * One page of change requests.
 */
export interface ChangeRequestPage {
/**
 * The records, in the order of the query.
 */
items: ChangeRequest[]
/**
 * Where the next page begins: opaque, valid for the same query. Absent on the last page.
 */
cursor?: string
/**
 * How many match in all. Absent where not known exactly.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * What every page has in common; the records are checked one by one.
 */
export interface Page {
/**
 * The records.
 */
items: unknown[]
/**
 * Where the next page begins.
 */
cursor?: string
/**
 * How many match in all.
 */
total?: number
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * A bag of lengths of time. Either all of them, sorted, or counts in logarithmic bins with at most 1 % relative error.
 */
export interface Distribution {
/**
 * Which of the two.
 */
kind: ("exact" | "binned")
/**
 * Exact: the lengths in seconds, sorted.
 * 
 * Items: Seconds.
 */
values?: number[]
/**
 * Binned: lengths of zero.
 */
zeros?: number
/**
 * Binned: pairs of bin and count. Bin i holds lengths in (g^(i-1), g^i] milliseconds with g = 1.01/0.99.
 */
bins?: [number, number][]
}
/**
 * The records of one bucket and one key.
 */
export interface SummaryCell {
/**
 * First day of the bucket in the zone asked for, or the instant, such as 2026-11-16T08:30:00.000Z; empty without buckets, and where there is no such moment.
 */
bucket: string
/**
 * A value for each dimension asked for; empty where the record has none.
 * 
 * Items: One of them.
 */
key: string[]
/**
 * How many.
 */
count: number
closed: Distribution
open: Distribution
/**
 * Left out: a moment is missing.
 */
missing: number
/**
 * Left out: the end lies before the start.
 */
faults: number
}
/**
 * Counts and distributions of incidents, or counts of events, ready to be added up.
 */
export interface SummaryAnswer {
/**
 * One for each bucket and key that has records.
 */
cells: SummaryCell[]
/**
 * When this was true. ISO 8601 with offset.
 */
asOf: string
/**
 * What to know.
 */
caveats?: Caveat[]
}
/**
 * What this backend offers.
 */
export interface Offer {
/**
 * Version of this contract.
 */
version: string
/**
 * What people call the backend.
 */
title: string
/**
 * The backend's clock. ISO 8601 with offset.
 */
time: string
/**
 * The facets that can be read.
 * 
 * Items: A facet.
 */
facets: string[]
/**
 * The commands that are taken.
 * 
 * Items: A command.
 */
commands: string[]
/**
 * Whether records can be summarised here: incidents, and events where eventDimensions is there.
 */
summaries: boolean
/**
 * Whether there is a stream of changes.
 */
changes: boolean
/**
 * What incidents can be counted by, and limited to with `within`. Absent: counted by severity, state, team, workload, problem, label and hourOfWeek, without `within`, `locked` and `fixes`. Known words: severity, state, team, workload, problem, label, hourOfWeek (0, Monday at midnight, to 167), activity, factor (of the incident and of its review), detection, plan (its id), reassignments, returns and reopened (in digits), sla (yes, no), review (held, held-late, planned, undated, due, overdue, burning, no-end, free: severities 1 and 2 are to be reviewed within seven days of their end), fixed (yes, no: whether its problem was said to be mended when it began), reading (closed, open, fault, missing: what the clock reads). Others are not asked for.
 * 
 * Items: A dimension.
 */
dimensions?: string[]
/**
 * What events can be counted by, and limited to with `within`. Absent: events can be neither. Known words: rule, kind, outcome, workload, severity, pages (yes, no), planned (yes, no). Others are not asked for.
 * 
 * Items: A dimension.
 */
eventDimensions?: string[]
}
/**
 * Moves an incident to a state.
 */
export interface SetState {
/**
 * The command.
 */
kind: "set-state"
/**
 * Id of the incident.
 */
incident: string
/**
 * The state to reach.
 */
to: string
/**
 * Why.
 */
note?: string
}
/**
 * Gives an incident another severity.
 */
export interface SetSeverity {
/**
 * The command.
 */
kind: "set-severity"
/**
 * Id of the incident.
 */
incident: string
/**
 * 1 to 5.
 */
to: number
/**
 * Why.
 */
reason: string
}
/**
 * Gives an incident to a team, a person, or both.
 */
export interface Assign {
/**
 * The command.
 */
kind: "assign"
/**
 * Id of the incident.
 */
incident: string
/**
 * Id of the team.
 */
team?: string
/**
 * Id of the person.
 */
person?: string
}
/**
 * Puts a person into a role.
 */
export interface TakeRole {
/**
 * The command.
 */
kind: "take-role"
/**
 * Id of the incident.
 */
incident: string
/**
 * The role.
 */
role: string
/**
 * Id of the person.
 */
person: string
}
/**
 * Writes a note or a status update.
 */
export interface AddEntry {
/**
 * The command.
 */
kind: "add-entry"
/**
 * Id of the incident.
 */
incident: string
/**
 * Which of the two.
 */
entry: ("note" | "update")
/**
 * The words.
 */
text: string
/**
 * When it happened. Absent: when it is written down. ISO 8601 with offset.
 */
at?: string
}
/**
 * Links an incident to a problem, or unlinks it.
 */
export interface LinkProblem {
/**
 * The command.
 */
kind: "link-problem"
/**
 * Id of the incident.
 */
incident: string
/**
 * Id of the problem. Absent: unlink.
 */
problem?: string
}
/**
 * Says what was made of a step of the response plan. Not on a closed incident.
 */
export interface SetStep {
/**
 * The command.
 */
kind: "set-step"
/**
 * Id of the incident.
 */
incident: string
/**
 * Id of the step.
 */
step: string
/**
 * What it is now: done at the moment the command was given, skipped, or to do again.
 */
to: ("done" | "skipped" | "open")
/**
 * Why. Needed to skip a step.
 */
because?: string
}
/**
 * Counts an event in an incident, or in none. If-Match names the version of the event. Told in the timelines of both incidents it concerns.
 */
export interface LinkEvent {
/**
 * The command.
 */
kind: "link-event"
/**
 * Id of the event.
 */
event: string
/**
 * Id of the incident. Absent: the event belongs to none.
 */
incident?: string
}
/**
 * Corrects what somebody wrote in the timeline of an incident. The text as it was first written stays in `corrected`, however often it is corrected.
 */
export interface CorrectEntry {
/**
 * The command.
 */
kind: "correct-entry"
/**
 * Id of the incident.
 */
incident: string
/**
 * Id of the entry, which stands in the timeline of that incident.
 */
entry: string
/**
 * What it should say.
 */
text: string
}
/**
 * Writes the post-incident review, in place of one that is there. Only once the incident is resolved or closed.
 */
export interface WriteReview {
/**
 * The command.
 */
kind: "write-review"
/**
 * Id of the incident.
 */
incident: string
review: Review
}
/**
 * Notes that an activity was reviewed.
 */
export interface MarkReviewed {
/**
 * The command.
 */
kind: "mark-reviewed"
/**
 * Id of the activity.
 */
activity: string
/**
 * What shows it.
 */
evidence?: string
}
/**
 * Asks for a change of the ownership of an activity. The approvers come from its review policy.
 */
export interface RequestChange {
/**
 * The command.
 */
kind: "request-change"
/**
 * Id of the activity.
 */
activity: string
/**
 * What is asked for.
 */
change: ("add" | "change" | "transfer" | "exception")
/**
 * What is to change, in order. A role that is taken must be declared, one that is given must not be. Empty for an exception.
 */
steps: RoleStep[]
/**
 * Of an exception: the gap. Known words are those of Exception. Others are shown as they are.
 */
gap?: string
/**
 * Of an exception: until when. ISO 8601 with offset.
 */
expires?: string
/**
 * Why.
 */
reason: string
/**
 * Name of the planned transfer it is a part of.
 */
plan?: string
}
/**
 * Decides a change request. An approved one is carried out at once and told in the history of the activity; only the proposer takes one back.
 */
export interface DecideChange {
/**
 * The command.
 */
kind: "decide-change"
/**
 * Id of the request.
 */
request: string
/**
 * What becomes of it.
 */
decision: ("approved" | "rejected" | "withdrawn")
/**
 * Why.
 */
note?: string
}
/**
 * Says something about an activity. It becomes an improvement from feedback that nobody has taken on yet.
 */
export interface GiveFeedback {
/**
 * The command.
 */
kind: "give-feedback"
/**
 * Id of the activity.
 */
activity: string
/**
 * What is said.
 */
text: string
}
/**
 * Records an opportunity that was found.
 */
export interface RecordImprovement {
/**
 * The command.
 */
kind: "record-improvement"
/**
 * What would be better.
 */
title: string
/**
 * Where it was found.
 */
from: ("review" | "incident" | "feedback")
/**
 * Id of the activity it is about.
 */
activity?: string
/**
 * Id of the incident it came from.
 */
incident?: string
/**
 * Id of who does it.
 */
owner?: string
/**
 * When it is due. ISO 8601 with offset.
 */
due?: string
}
/**
 * Takes an improvement on, or says how far it is. Absent parts stay as they are.
 */
export interface SetImprovement {
/**
 * The command.
 */
kind: "set-improvement"
/**
 * Id of the improvement.
 */
improvement: string
/**
 * How far it is.
 */
state?: ("open" | "in-progress" | "done" | "dropped")
/**
 * Id of who does it.
 */
owner?: string
/**
 * When it is due. ISO 8601 with offset.
 */
due?: string
}
/**
 * Makes a problem of incidents that seem to share a cause. All of them point to it from then on, or none: what belongs to another problem is refused with 409.
 */
export interface RecordProblem {
/**
 * The command.
 */
kind: "record-problem"
/**
 * What is wrong.
 */
title: string
/**
 * Workloads it concerns.
 * 
 * Items: An id.
 */
workloads: string[]
/**
 * Id of who answers for it.
 */
owner?: string
/**
 * Incidents that it caused.
 * 
 * Items: An id.
 */
incidents: string[]
}
/**
 * Says how far a problem is understood, who answers for it, its cause or what helps meanwhile. Absent parts stay as they are; an empty text is taken out. A known error needs a workaround; to be resolved it needs a fix or because.
 */
export interface SetProblem {
/**
 * The command.
 */
kind: "set-problem"
/**
 * Id of the problem.
 */
problem: string
/**
 * How far it is understood.
 */
state?: ("identified" | "analysing" | "known-error" | "fix-in-progress" | "resolved")
/**
 * Id of who answers for it.
 */
owner?: string
/**
 * What the analysis found.
 */
rootCause?: string
/**
 * What helps until it is fixed.
 */
workaround?: string
/**
 * Why it is over without a fix.
 */
because?: string
}
/**
 * Declares that a change was put in place that is to end the problem.
 */
export interface DeclareFix {
/**
 * The command.
 */
kind: "declare-fix"
/**
 * Id of the problem.
 */
problem: string
/**
 * What was done.
 */
what: string
/**
 * When it was put in place, where not at the moment of the command. ISO 8601 with offset.
 */
at?: string
}
/**
 * Adds a corrective or preventive action to a problem.
 */
export interface AddAction {
/**
 * The command.
 */
kind: "add-action"
/**
 * Id of the problem.
 */
problem: string
/**
 * What is to be done.
 */
title: string
/**
 * What it is for.
 */
action: ("prevent" | "detect" | "mitigate" | "learn")
/**
 * Id of who does it.
 */
owner?: string
/**
 * When it is due. ISO 8601 with offset.
 */
due?: string
}
/**
 * Takes an action of a problem on, or says how far it is. Absent parts stay as they are.
 */
export interface SetAction {
/**
 * The command.
 */
kind: "set-action"
/**
 * Id of the problem.
 */
problem: string
/**
 * Id of the action.
 */
action: string
/**
 * How far it is.
 */
state?: ("open" | "in-progress" | "done" | "dropped")
/**
 * Id of who does it.
 */
owner?: string
/**
 * When it is due. ISO 8601 with offset.
 */
due?: string
}
/**
 * Takes back what the same actor sent under that key within the last ten seconds. Records are as they were before, under a new version; what was made is dropped or withdrawn, and a problem resolved; the timeline keeps its entries and gets their opposites. Refused with 409 when it is too late, with 412 when what was changed has changed since, with 404 when nothing is known of the key.
 */
export interface Undo {
/**
 * The command.
 */
kind: "undo"
/**
 * The Idempotency-Key of the command to take back.
 */
of: string
}
/**
 * A command with who gives it.
 */
export interface CommandRequest {
/**
 * Who gives it: the name to show in the timeline and in the history of ownership.
 */
actor: string
/**
 * When it was given. ISO 8601 with offset.
 */
at: string
command: Command
}
/**
 * What a command changed.
 */
export interface Receipt {
/**
 * Ids of the records that are different now, or gone, by facet.
 */
changed: {
/**
 * Ids.
 * 
 * Items: An id.
 */
[k: string]: string[]
}
}
/**
 * An error (RFC 9457).
 */
export interface ProblemDetails {
/**
 * What kind of error, as a URI reference.
 */
type: string
/**
 * The kind in words.
 */
title: string
/**
 * The HTTP status.
 */
status: number
/**
 * What happened here.
 */
detail?: string
/**
 * Where it happened.
 */
instance?: string
}
