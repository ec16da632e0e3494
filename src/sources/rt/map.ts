import type { Incident } from '../../domain/incident'
import type { Problem } from '../../domain/problem'
import { type Instant, openValue } from '../../domain/units'
import { Unreadable } from '../listing/unreadable'
import type { FieldName } from './fields'
import type { Rules } from './rules'
import { idIn, momentOf, type Ticket } from './wire'

/** The custom fields of a ticket by what they tell. */
function fieldsOf({ CustomFields: told }: Ticket, { fields }: Rules) {
  const known = new Map((told || []).map(({ name, values }) => [name.toLowerCase(), values]))
  const all = (name: FieldName): readonly string[] =>
    (known.get(fields[name]?.toLowerCase() ?? '') ?? []).flatMap((value) =>
      typeof value === 'string' && value.trim() !== '' ? value : [],
    )
  const one = (name: FieldName): string | undefined => all(name)[0]
  const moment = (name: FieldName): Instant | undefined => momentOf(one(name), fields[name] ?? name)
  return { all, one, moment }
}

/** Where people open the ticket: the address of its record is that of RT's own pages. */
const linksOf = ({ id, _url: url }: Ticket) =>
  url?.includes('/REST/2.0/') === true
    ? [{ title: `RT #${id}`, url: url.replace(/\/REST\/2\.0\/.*$/, `/Ticket/Display.html?id=${id}`) }]
    : []

const needed = (text: string, name: string): Instant => {
  const at = momentOf(text, name)
  if (at === undefined) throw new Unreadable(`${name} is not set`)
  return at
}

/**
 * A ticket as an incident. `Started` is when it first left its initial status: somebody took it on. `Resolved` is when it
 * became inactive, and stays when it is opened again; of one that was rejected it is no resolution.
 */
export function incidentOf(ticket: Ticket, rules: Rules): Incident {
  const { all, one, moment } = fieldsOf(ticket, rules)
  const detected = moment('detected') ?? needed(ticket.Created, 'Created')
  const state = rules.state(ticket.Status)
  const over = state === 'resolved' || state === 'closed' ? momentOf(ticket.Resolved, 'Resolved') : undefined
  const rejected = ticket.Status === 'rejected'
  const clocks = {
    started: moment('started'),
    detected,
    acknowledged: momentOf(ticket.Started, 'Started'),
    mitigated: moment('mitigated'),
    resolved: rejected ? undefined : over,
    closed: (state === 'closed' ? moment('closed') : undefined) ?? (rejected ? over : undefined),
  }
  const told = rules.fields.severity === undefined ? String(ticket.Priority ?? '') : (one('severity') ?? '')
  const rank = rules.severity(told)
  const [owner, team, impact, detection] = [idIn(ticket.Owner), one('team'), one('impact'), one('detection')]
  const problem = ticket._hyperlinks?.find(({ ref, id }) => ref === 'parent' && id !== undefined)?.id
  return {
    id: rules.idOf(ticket.id),
    title: ticket.Subject ?? '',
    state,
    opened: detected,
    clocks: Object.fromEntries(Object.entries(clocks).filter(([, at]) => at !== undefined)),
    workloads: all('workloads'),
    roles: [],
    factors: all('factors'),
    labels: all('labels'),
    links: linksOf(ticket),
    ...(rank !== undefined && { severity: rank }),
    // Nobody says 0: it is what a ticket begins with.
    ...(rank === undefined && told !== '' && told !== '0' && { severityText: told }),
    ...(team !== undefined && { team: `team:${team}` }),
    ...(owner !== undefined && { assignee: `person:${owner}` }),
    ...(impact !== undefined && { impact }),
    ...(detection !== undefined && { detection: openValue(['alarm', 'person', 'customer'], detection) }),
    ...(problem !== undefined && { problem: rules.idOf(problem) }),
    ...(ticket.LastUpdated != null && { version: ticket.LastUpdated }),
  }
}

/** A ticket as a problem: fixed when it was resolved. */
export function problemOf(ticket: Ticket, rules: Rules): Problem {
  const { all, one } = fieldsOf(ticket, rules)
  const state = rules.problemState(ticket.Status)
  const [owner, team] = [idIn(ticket.Owner), one('team')]
  const [cause, workaround] = [one('rootCause'), one('workaround')]
  const fixed = state === 'resolved' && ticket.Status !== 'rejected' ? momentOf(ticket.Resolved, 'Resolved') : undefined
  return {
    id: rules.idOf(ticket.id),
    title: ticket.Subject ?? '',
    state,
    opened: needed(ticket.Created, 'Created'),
    workloads: all('workloads'),
    factors: all('factors'),
    fixes: fixed === undefined ? [] : [{ at: fixed, what: one('fix') ?? 'Resolved in Request Tracker' }],
    actions: [],
    ...(owner !== undefined ? { owner: `person:${owner}` } : team !== undefined && { owner: `team:${team}` }),
    ...(cause !== undefined && { rootCause: { text: cause } }),
    ...(workaround !== undefined && { workaround }),
    ...(ticket.LastUpdated != null && { version: ticket.LastUpdated }),
  }
}
