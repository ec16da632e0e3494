import type { Incident } from '../../src/domain/incident'
import type { Activity, Assignment, Party, Workload } from '../../src/domain/ownership'
import type { Holdings } from '../../src/domain/query/facets'
import { formatInstant, type Id, instant, openValue } from '../../src/domain/units'
import type {
  Incident as WireIncident,
  LogEntry,
  OnCall,
  Policy,
  Service,
  Team,
  User,
} from '../../src/sources/pagerduty/wire'
import { inOrder, isTeam, key, logged, personOf, raw, teamOf } from './log'

/** The world as an account of PagerDuty holds it. */
export interface Account {
  readonly incidents: readonly WireIncident[]
  readonly log: readonly LogEntry[]
  readonly services: readonly Service[]
  readonly policies: readonly Policy[]
  readonly onCalls: readonly OnCall[]
  readonly users: readonly User[]
  readonly teams: readonly Team[]
}

/** Since when those who are on call have been. */
const watchBegan = instant(Date.UTC(2026, 10, 16, 9))

const page = (id: Id) => `https://larkmere.pagerduty.example/${encodeURIComponent(id)}`
const statuses: Readonly<Record<string, string>> = { mitigating: 'acknowledged', closed: 'resolved' }
const statusOf = ({ state }: Incident) => statuses[state] ?? raw(state)
const endOf = ({ clocks }: Incident) => clocks.resolved ?? clocks.closed
const ackOf = (incident: Incident) => (statusOf(incident) === 'acknowledged' ? incident.clocks.acknowledged : undefined)

const incidentWire = (incident: Incident): WireIncident => {
  const status = statusOf(incident)
  const [end, ack, workload] = [
    status === 'resolved' ? endOf(incident) : undefined,
    ackOf(incident),
    incident.workloads[0],
  ]
  return {
    id: incident.id,
    title: incident.title,
    status,
    urgency: incident.severity !== undefined && incident.severity < 3 ? 'high' : 'low',
    created_at: formatInstant(incident.opened),
    updated_at: formatInstant(end ?? incident.opened),
    resolved_at: end === undefined ? null : formatInstant(end),
    priority:
      incident.severity === undefined ? null : { id: `PR${incident.severity}`, summary: `P${incident.severity}` },
    service: workload === undefined ? null : { id: workload, type: 'service_reference' },
    teams: teamOf(incident.team),
    assignments: personOf(incident.assignee).map((assignee) => ({ at: formatInstant(incident.opened), assignee })),
    acknowledgements:
      ack === undefined ? [] : [{ at: formatInstant(ack), acknowledger: { id: 'U1', type: 'user_reference' } }],
    html_url: page(incident.id),
  }
}

const incidentTold = (incident: Incident): Incident => {
  const wire = incidentWire(incident)
  const [end, ack, workload] = [
    wire.status === 'resolved' ? endOf(incident) : undefined,
    ackOf(incident),
    incident.workloads[0],
  ]
  return {
    id: incident.id,
    title: incident.title,
    state: openValue(['triggered', 'acknowledged', 'resolved'], wire.status),
    opened: incident.opened,
    clocks: {
      detected: incident.opened,
      ...(ack !== undefined && { acknowledged: ack }),
      ...(end !== undefined && { resolved: end }),
    },
    workloads: workload === undefined ? [] : [workload],
    roles: [],
    factors: [],
    labels: [`urgency:${wire.urgency}`],
    links: [{ title: `PagerDuty ${incident.id}`, url: page(incident.id) }],
    version: wire.updated_at ?? '',
    ...(incident.severity !== undefined && { severity: incident.severity, severityText: `P${incident.severity}` }),
    ...(incident.team !== undefined && { team: incident.team }),
    ...(incident.assignee !== undefined && !isTeam(incident.assignee) && { assignee: incident.assignee }),
    ...(workload !== undefined && { activity: `respond:${workload}` }),
  }
}

const serviceWire = (workload: Workload): Service => ({
  id: workload.id,
  name: workload.name,
  description: workload.description ?? '',
  teams: teamOf(workload.team),
  escalation_policy: { id: `EP ${workload.id}` },
  html_url: page(workload.id),
})
const workloadTold = ({ id, name, description, team }: Workload): Workload => ({
  id,
  name,
  tags: [],
  url: page(id),
  ...(description !== undefined && description !== '' && { description }),
  ...(team !== undefined && { team }),
})
const activityTold = ({ id, name }: Workload): Activity => ({
  id: `respond:${id}`,
  name: `Respond to incidents of ${name}`,
  workload: id,
  kind: 'response',
  events: [],
  pages: true,
  tags: [],
})

/** Somebody of the team, where there is one: performs it, and is on call. */
const responder = ({ parties }: Holdings, { team }: Workload): Id | undefined =>
  parties.find((party) => party.type === 'person' && team !== undefined && party.teams.includes(team))?.id

function assignmentsTold(workload: Workload, holdings: Holdings): readonly Assignment[] {
  const activity = `respond:${workload.id}`
  const person = responder(holdings, workload)
  const declared = (role: 'A' | 'R', party: Id): Assignment => ({
    id: `${activity}/${role}/${party}`,
    activity,
    role,
    party,
    claim: 'declared',
  })
  return [
    ...(workload.team === undefined ? [] : [declared('A', workload.team)]),
    ...(person === undefined
      ? []
      : [
          declared('R', person),
          {
            id: `${activity}/on-call/${key(person)}`,
            activity,
            role: 'R' as const,
            party: person,
            claim: 'observed' as const,
            evidence: 'on call',
            at: watchBegan,
          },
        ]),
  ]
}

const mailOf = (id: Id) => `${key(id)}@larkmere.example`
const partyTold = (party: Party): Party =>
  party.type === 'team'
    ? {
        type: 'team',
        id: party.id,
        name: party.name,
        contacts: [{ kind: 'pager', text: 'PagerDuty', url: page(party.id) }],
        tags: [],
        ...(party.parent !== undefined && { parent: party.parent }),
        ...(party.mandate !== undefined && party.mandate !== '' && { mandate: party.mandate }),
      }
    : {
        type: 'person',
        id: party.id,
        name: party.name,
        teams: party.teams,
        contacts: [
          { kind: 'mail', text: mailOf(party.id), url: `mailto:${mailOf(party.id)}` },
          { kind: 'pager', text: 'PagerDuty', url: page(party.id) },
        ],
        tags: [],
      }

/** The account that holds a world. */
export function accountOf(holdings: Holdings): Account {
  const { incidents, workloads, parties, timeline } = holdings
  return {
    incidents: incidents.map(incidentWire),
    log: incidents.flatMap(({ id }) => inOrder(timeline, id).map((entry) => logged(entry)[0])),
    services: workloads.map(serviceWire),
    policies: workloads.map((workload) => ({
      id: `EP ${workload.id}`,
      name: workload.name,
      escalation_rules: [{ targets: personOf(responder(holdings, workload)) }],
    })),
    onCalls: workloads.flatMap((workload) =>
      personOf(responder(holdings, workload)).map((user) => ({
        escalation_policy: { id: `EP ${workload.id}` },
        escalation_level: 1,
        user,
        start: formatInstant(watchBegan),
      })),
    ),
    users: parties.flatMap((party) =>
      party.type === 'person'
        ? [
            {
              id: key(party.id),
              name: party.name,
              email: mailOf(party.id),
              html_url: page(party.id),
              teams: party.teams.map((id) => ({ id: key(id) })),
            },
          ]
        : [],
    ),
    teams: parties.flatMap((party) =>
      party.type === 'team'
        ? [
            {
              id: key(party.id),
              name: party.name,
              description: party.mandate ?? '',
              html_url: page(party.id),
              parent: teamOf(party.parent)[0] ?? null,
            },
          ]
        : [],
    ),
  }
}

/** The world as far as PagerDuty can tell it. */
export const tellable = (holdings: Holdings): Holdings => ({
  events: [],
  problems: [],
  improvements: [],
  requests: [],
  workloads: holdings.workloads.map(workloadTold),
  activities: holdings.workloads.map(activityTold),
  assignments: holdings.workloads.flatMap((workload) => assignmentsTold(workload, holdings)),
  parties: holdings.parties.map(partyTold),
  incidents: holdings.incidents.map(incidentTold),
  timeline: holdings.incidents.flatMap(({ id }) =>
    inOrder(holdings.timeline, id).map((entry, sequence) => ({
      id: entry.id,
      incident: id,
      at: entry.at,
      sequence,
      ...(entry.actor !== undefined && { actor: entry.actor }),
      ...logged(entry)[1],
    })),
  ),
})
