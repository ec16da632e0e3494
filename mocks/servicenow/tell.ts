import type { Incident } from '../../src/domain/incident'
import { isTeamId, type Party, type Workload } from '../../src/domain/ownership'
import type { Problem } from '../../src/domain/problem'
import type { Holdings } from '../../src/domain/query/facets'
import type { TimelineEntry } from '../../src/domain/timeline'
import { type Id, type Instant, instant } from '../../src/domain/units'

/** A field with what people see of it, as `sysparm_display_value=all` tells it. */
export interface Told {
  readonly value: string
  readonly display_value: string
}
export type Row = Readonly<Record<string, Told>>

/** The tables of an instance. */
export type Instance = Readonly<Record<string, readonly Row[]>>

const field = (value: string | number | boolean | undefined, shown = value): Told => ({
  value: String(value ?? ''),
  display_value: String(shown ?? ''),
})
/** `2016-01-19 04:52:04`, in UTC: the API knows no fractions. */
export const time = (at: Instant | undefined) =>
  field(at === undefined ? '' : new Date(at).toISOString().slice(0, 19).replace('T', ' '))
const whole = (at: Instant) => instant(Math.floor(at / 1000) * 1000)
const key = (id: Id | undefined) => (id ?? '').replace(/^(team|person):/, '')
const team = (id: Id | undefined) => field(id !== undefined && isTeamId(id) ? key(id) : '')
const person = (id: Id | undefined) => field(id !== undefined && !isTeamId(id) ? key(id) : '')
const sysId = (id: Id) => `sys ${id}`

const codes: Readonly<Record<string, string>> = {
  triggered: '1',
  acknowledged: '2',
  mitigating: '2',
  resolved: '6',
  closed: '7',
}
const stateTold: Readonly<Record<string, Incident['state']>> = {
  '1': 'triggered',
  '2': 'acknowledged',
  '3': 'unknown:on hold',
  '6': 'resolved',
  '7': 'closed',
}
const codeOf = (state: string) => codes[state] ?? '3'

const incidentRow = (incident: Incident): Row => ({
  number: field(incident.id),
  sys_id: field(sysId(incident.id)),
  short_description: field(incident.title),
  state: field(codeOf(incident.state)),
  opened_at: time(incident.opened),
  resolved_at: time(incident.clocks.resolved),
  closed_at: time(incident.clocks.closed),
  priority: field(incident.severity),
  assignment_group: team(incident.team),
  assigned_to: person(incident.assignee),
  cmdb_ci: field(incident.workloads[0]),
  business_service: field(incident.workloads[1]),
  problem_id: field(incident.problem === undefined ? '' : sysId(incident.problem), incident.problem ?? ''),
  category: field(incident.labels[0]),
  subcategory: field(incident.labels[1]),
  made_sla: field(incident.slaMet),
  reassignment_count: field(incident.reassignments),
  reopen_count: field(incident.reopened),
  sys_mod_count: field(1),
  sys_updated_on: time(incident.opened),
})

function incidentTold(incident: Incident): Incident {
  const { opened, clocks, severity, team: of, assignee, problem, slaMet, reassignments, reopened } = incident
  return {
    id: incident.id,
    title: incident.title,
    state: stateTold[codeOf(incident.state)] ?? 'triggered',
    opened: whole(opened),
    clocks: {
      detected: whole(opened),
      ...(clocks.resolved !== undefined && { resolved: whole(clocks.resolved) }),
      ...(clocks.closed !== undefined && { closed: whole(clocks.closed) }),
    },
    workloads: incident.workloads.slice(0, 2),
    roles: [],
    factors: [],
    labels: incident.labels.slice(0, 2),
    links: [],
    version: '1',
    ...(severity !== undefined && { severity }),
    ...(of !== undefined && { team: of }),
    ...(assignee !== undefined && { assignee }),
    ...(problem !== undefined && { problem }),
    ...(slaMet !== undefined && { slaMet }),
    ...(reassignments !== undefined && { reassignments }),
    ...(reopened !== undefined && { reopened }),
  }
}

const problemCodes: Readonly<Record<string, string>> = {
  identified: '101',
  analysing: '102',
  'known-error': '102',
  'fix-in-progress': '104',
  resolved: '106',
}
const lastFix = ({ fixes }: Problem) => fixes.at(-1)

const problemRow = (problem: Problem): Row => ({
  number: field(problem.id),
  sys_id: field(sysId(problem.id)),
  short_description: field(problem.title),
  state: field(problemCodes[problem.state] ?? '9'),
  known_error: field(problem.state === 'known-error'),
  opened_at: time(problem.opened),
  resolved_at: time(lastFix(problem)?.at),
  fix_notes: field(lastFix(problem)?.what),
  assignment_group: team(problem.owner),
  assigned_to: person(problem.owner),
  cmdb_ci: field(problem.workloads[0]),
  cause_notes: field(problem.rootCause?.text),
  workaround: field(problem.workaround),
  sys_mod_count: field(1),
  sys_updated_on: time(problem.opened),
})

function problemTold(problem: Problem): Problem {
  const [fix, { opened, owner, rootCause, workaround, workloads }] = [lastFix(problem), problem]
  return {
    id: problem.id,
    title: problem.title,
    state: problemCodes[problem.state] === undefined ? 'unknown:9' : problem.state,
    workloads: workloads.slice(0, 1),
    factors: [],
    fixes: fix ? [{ at: whole(fix.at), what: fix.what }] : [],
    actions: [],
    version: '1',
    ...(opened !== undefined && { opened: whole(opened) }),
    ...(owner !== undefined && { owner }),
    ...(rootCause && { rootCause: { text: rootCause.text } }),
    ...(workaround !== undefined && { workaround }),
  }
}

/** A change of state or hands is in the audit, words are in the journal; other entries have no place. */
const changed: Readonly<Record<string, string>> = { state: 'state', severity: 'priority', assignment: 'assigned_to' }
const isWritten = ({ kind, text }: TimelineEntry) => (kind === 'note' || kind === 'update') && text !== undefined
const isChanged = ({ kind, to }: TimelineEntry) => changed[kind] !== undefined && to !== undefined && to !== ''
const auditField = ({ kind, to }: TimelineEntry) =>
  kind === 'assignment' && isTeamId(to ?? '') ? 'assignment_group' : (changed[kind] ?? '')
const auditValue = ({ kind, to }: TimelineEntry) => (kind === 'state' ? codeOf(to ?? '') : key(to))

const journalRow = (entry: TimelineEntry): Row => ({
  sys_id: field(entry.id),
  element_id: field(sysId(entry.incident)),
  element: field(entry.kind === 'update' ? 'comments' : 'work_notes'),
  value: field(entry.text),
  sys_created_on: time(entry.at),
  sys_created_by: field(entry.actor),
})
const auditRow = (entry: TimelineEntry): Row => ({
  sys_id: field(entry.id),
  documentkey: field(sysId(entry.incident)),
  fieldname: field(auditField(entry)),
  oldvalue: field(''),
  newvalue: field(auditValue(entry)),
  sys_created_on: time(entry.at),
  user: field(entry.actor),
})

const entriesTold = (timeline: readonly TimelineEntry[], incident: Id): readonly TimelineEntry[] => {
  const own = timeline.filter((entry) => entry.incident === incident)
  return [...own.filter(isWritten), ...own.filter(isChanged)]
    .toSorted((left, right) => whole(left.at) - whole(right.at))
    .map((entry, sequence) => ({
      id: entry.id,
      incident,
      at: whole(entry.at),
      sequence,
      kind: entry.kind,
      ...(isWritten(entry)
        ? { text: entry.text ?? '' }
        : { to: entry.kind === 'state' ? (stateTold[auditValue(entry)] ?? '') : (entry.to ?? '') }),
      ...(entry.actor !== undefined && entry.actor !== '' && { actor: entry.actor }),
    }))
}

const mail = (id: Id) => `${key(id)}@larkmere.example`
const contacts = (id: Id) => [{ kind: 'mail' as const, text: mail(id), url: `mailto:${mail(id)}` }]

const partyTold = (party: Party): Party =>
  party.type === 'team'
    ? {
        type: 'team',
        id: party.id,
        name: party.name,
        contacts: contacts(party.id),
        tags: [],
        ...(party.parent !== undefined && { parent: party.parent }),
        ...(party.mandate !== undefined && { mandate: party.mandate }),
      }
    : {
        type: 'person',
        id: party.id,
        name: party.name,
        teams: party.teams,
        contacts: contacts(party.id),
        tags: [],
        ...(party.active !== undefined && { active: party.active }),
      }

const workloadTold = ({ id, name, description, team: of, tier }: Workload): Workload => ({
  id,
  name,
  tags: [],
  ...(description !== undefined && { description }),
  ...(of !== undefined && { team: of }),
  ...(tier !== undefined && { tier }),
})

const people = ({ parties }: Holdings) => parties.flatMap((party) => (party.type === 'person' ? [party] : []))

/** The instance that holds a world. */
export const instanceOf = (holdings: Holdings): Instance => ({
  incident: holdings.incidents.map(incidentRow),
  problem: holdings.problems.map(problemRow),
  sys_journal_field: holdings.timeline.filter(isWritten).map(journalRow),
  sys_audit: holdings.timeline.filter(isChanged).map(auditRow),
  sys_user_group: holdings.parties.flatMap((party) =>
    party.type === 'team'
      ? [
          {
            sys_id: field(key(party.id)),
            name: field(party.name),
            description: field(party.mandate),
            parent: team(party.parent),
            email: field(mail(party.id)),
          },
        ]
      : [],
  ),
  sys_user: people(holdings).map(({ id, name, active }) => ({
    sys_id: field(key(id)),
    name: field(name),
    email: field(mail(id)),
    active: field(active),
  })),
  sys_user_grmember: people(holdings).flatMap(({ id, teams }) =>
    teams.map((each) => ({ sys_id: field(`${id} ${each}`), user: field(key(id)), group: field(key(each)) })),
  ),
  cmdb_ci: holdings.workloads.map(({ id, name, description, team: of, tier }) => ({
    sys_id: field(id),
    name: field(name),
    short_description: field(description),
    support_group: team(of),
    business_criticality: field(tier === undefined ? '' : `${tier} - critical`),
  })),
})

/** The world as far as the Table API can tell it: whole seconds, two workloads and labels of an incident, one fix of a problem. */
export const tellable = (holdings: Holdings): Holdings => ({
  activities: [],
  assignments: [],
  events: [],
  improvements: [],
  requests: [],
  workloads: holdings.workloads.map(workloadTold),
  parties: holdings.parties.map(partyTold),
  incidents: holdings.incidents.map(incidentTold),
  problems: holdings.problems.map(problemTold),
  timeline: holdings.incidents.flatMap(({ id }) => entriesTold(holdings.timeline, id)),
})
