import { type Incident, incidentStates, severity, type Severity } from '../../domain/incident'
import type { Activity, Assignment, Person, Team, Workload } from '../../domain/ownership'
import type { EntryFields, TimelineEntry } from '../../domain/timeline'
import { type Id, type Instant, openValue, parseInstant } from '../../domain/units'
import { Unreadable } from '../listing/unreadable'
import type {
  Incident as WireIncident,
  LogEntry,
  OnCall,
  Policy,
  Reference,
  Service,
  Team as WireTeam,
  User,
} from './wire'

/** An ISO 8601 moment of the API. Throws Unreadable. */
export function moment(text: string, field: string): Instant {
  const at = parseInstant(text)
  if (at === undefined) throw new Unreadable(`${field} says “${text}”, which is no moment with an offset`)
  return at
}

const at = (text: string | null | undefined, field: string) => (text == null ? undefined : moment(text, field))

/** `P1` and `SEV-1` are 1; a priority without a digit from 1 to 5 is none of ours. */
export const severityOf = (name: string | null | undefined): Severity | undefined =>
  severity(Number(/[1-5]/.exec(name ?? '')?.[0]))

const teamId = ({ id }: { readonly id: string }): Id => `team:${id}`
const personId = ({ id }: { readonly id: string }): Id => `person:${id}`
const isTeam = ({ type }: Reference) => type?.startsWith('team') === true

/**
 * An incident. It was detected when it was triggered. Who acknowledged it is told only while it is acknowledged; once it is
 * resolved the list does not say it any more, and it is not made up.
 */
export function incidentOf(wire: WireIncident): Incident {
  const opened = moment(wire.created_at, 'created_at')
  const rank = severityOf(wire.priority?.summary)
  const acknowledged = wire.acknowledgements?.map((each) => moment(each.at, 'acknowledgements.at')).toSorted()[0]
  const over =
    wire.status === 'resolved' ? at(wire.resolved_at ?? wire.last_status_change_at, 'resolved_at') : undefined
  const assignee = wire.assignments?.[0]?.assignee
  const team = wire.teams?.[0]
  const touched = wire.updated_at ?? wire.last_status_change_at
  return {
    id: wire.id,
    title: wire.title,
    state: openValue(incidentStates, wire.status),
    opened,
    clocks: {
      detected: opened,
      ...(acknowledged !== undefined && { acknowledged }),
      ...(over !== undefined && { resolved: over }),
    },
    workloads: wire.service ? [wire.service.id] : [],
    roles: [],
    factors: [],
    labels: wire.urgency == null ? [] : [`urgency:${wire.urgency}`],
    links: wire.html_url == null ? [] : [{ title: `PagerDuty ${wire.incident_number ?? wire.id}`, url: wire.html_url }],
    ...(rank !== undefined && { severity: rank }),
    ...(wire.priority?.summary != null && { severityText: wire.priority.summary }),
    ...(team && { team: teamId(team) }),
    ...(assignee && { assignee: personId(assignee) }),
    ...(wire.service && { activity: `respond:${wire.service.id}` }),
    ...(touched != null && { version: touched }),
  }
}

/** What an entry of the log tells. */
function fieldsOf(entry: LogEntry): EntryFields {
  const kind = entry.type.replace(/_log_entry(_reference)?$/, '')
  const text = entry.channel?.content ?? entry.channel?.summary ?? entry.summary
  const said = text == null ? {} : { text }
  const to = entry.assignees?.[0]
  switch (kind) {
    case 'trigger':
      return { kind: 'event', ...said }
    case 'acknowledge':
      return { kind: 'state', to: 'acknowledged' }
    case 'unacknowledge':
      return { kind: 'state', from: 'acknowledged', to: 'triggered' }
    case 'resolve':
      return { kind: 'state', to: 'resolved' }
    case 'assign':
      return { kind: 'assignment', ...(to && { to: isTeam(to) ? teamId(to) : personId(to) }) }
    case 'escalate':
      return { kind: 'escalation', ...said, ...(to && { to: personId(to) }) }
    case 'annotate':
      return { kind: 'note', ...said }
    case 'status_update':
      return { kind: 'update', text: entry.message ?? text ?? '' }
    case 'priority_change':
      return { kind: 'severity', ...(text != null && { to: String(severityOf(text) ?? text) }) }
    default:
      return { kind: `unknown:${kind}`, ...said }
  }
}

/** The log of an incident, which comes newest first. */
export const entriesOf = (log: readonly LogEntry[], incident: Id): readonly TimelineEntry[] =>
  log.toReversed().map((entry, sequence) => ({
    id: entry.id,
    incident,
    at: moment(entry.created_at, 'created_at'),
    sequence,
    ...fieldsOf(entry),
    ...(entry.agent?.summary != null && { actor: entry.agent.summary }),
  }))

export const personOf = ({ id, name, email, html_url, teams }: User): Person => ({
  type: 'person',
  id: `person:${id}`,
  name,
  teams: (teams ?? []).map(teamId),
  contacts: [
    ...(email == null ? [] : [{ kind: 'mail' as const, text: email, url: `mailto:${email}` }]),
    ...(html_url == null ? [] : [{ kind: 'pager' as const, text: 'PagerDuty', url: html_url }]),
  ],
  tags: [],
})

export const teamOf = ({ id, name, description, parent, html_url }: WireTeam): Team => ({
  type: 'team',
  id: `team:${id}`,
  name,
  contacts: html_url == null ? [] : [{ kind: 'pager', text: 'PagerDuty', url: html_url }],
  tags: [],
  ...(parent && { parent: teamId(parent) }),
  ...(description != null && description !== '' && { mandate: description }),
})

export const workloadOf = ({ id, name, description, teams, html_url }: Service): Workload => ({
  id,
  name,
  tags: [],
  ...(description != null && description !== '' && { description }),
  ...(teams?.[0] && { team: teamId(teams[0]) }),
  ...(html_url != null && { url: html_url }),
})

/** PagerDuty knows one activity of each service: responding to its incidents. */
export const activityOf = ({ id, name }: Service): Activity => ({
  id: `respond:${id}`,
  name: `Respond to incidents of ${name}`,
  workload: id,
  kind: 'response',
  events: [],
  pages: true,
  tags: [],
})

/** Who responds to the incidents of a service: its team answers for it, the first level of its policy performs it. */
export function assignmentsOf(service: Service, policies: ReadonlyMap<string, Policy>): readonly Assignment[] {
  const activity = `respond:${service.id}`
  const rule = policies.get(service.escalation_policy?.id ?? '')?.escalation_rules?.[0]
  const claim = (role: 'A' | 'R', party: Id): Assignment => ({
    id: `${activity}/${role}/${party}`,
    activity,
    role,
    party,
    claim: 'declared',
  })
  const [team] = service.teams ?? []
  // A schedule is neither a team nor a person: who is on call in it is told as observed.
  const targets = (rule?.targets ?? []).filter(({ type }) => type?.startsWith('user'))
  return [...(team ? [claim('A', teamId(team))] : []), ...targets.map((target) => claim('R', personId(target)))]
}

/** Who is on call for a service at its first level now: seen, not declared. */
export const onCallOf = (services: readonly Service[], calls: readonly OnCall[]): readonly Assignment[] =>
  services.flatMap((service) =>
    calls
      .filter(
        ({ escalation_policy, escalation_level }) =>
          escalation_level === 1 && escalation_policy.id === service.escalation_policy?.id,
      )
      .map(({ user, start }) => ({
        id: `respond:${service.id}/on-call/${user.id}`,
        activity: `respond:${service.id}`,
        role: 'R' as const,
        party: personId(user),
        claim: 'observed' as const,
        evidence: 'on call',
        ...(start != null && { at: moment(start, 'start') }),
      })),
  )
