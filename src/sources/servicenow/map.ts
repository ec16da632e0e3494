import { type Incident, type IncidentState, severity } from '../../domain/incident'
import type { Person, Team, Workload } from '../../domain/ownership'
import type { Problem, ProblemState } from '../../domain/problem'
import type { EntryFields, TimelineEntry } from '../../domain/timeline'
import { type Id, instant, type Open } from '../../domain/units'
import { Unreadable } from '../listing/unreadable'
import { momentOf, type Row, shownOf, valueOf } from './wire'

/** The states of the incident table. On hold and cancelled have no word here and stay visible. */
export const incidentCodes: Readonly<Record<string, Open<IncidentState>>> = {
  '1': 'triggered',
  '2': 'acknowledged',
  '3': 'unknown:on hold',
  '6': 'resolved',
  '7': 'closed',
  '8': 'unknown:cancelled',
}

/** The states of the problem table, those of today and those of instances before Madrid. */
const problemCodes: Readonly<Record<string, ProblemState>> = {
  '1': 'identified',
  '2': 'known-error',
  '3': 'fix-in-progress',
  '4': 'resolved',
  '101': 'identified',
  '102': 'analysing',
  '103': 'analysing',
  '104': 'fix-in-progress',
  '106': 'resolved',
  '107': 'resolved',
}

const needed = (row: Row, name: string): string => {
  const text = valueOf(row, name)
  if (text === undefined) throw new Unreadable(`${name} is empty`)
  return text
}
const team = (row: Row, name: string): Id | undefined => prefixed('team:', valueOf(row, name))
const person = (row: Row, name: string): Id | undefined => prefixed('person:', valueOf(row, name))
const prefixed = (prefix: string, key: string | undefined) => (key === undefined ? undefined : prefix + key)
const count = (row: Row, name: string): number | undefined => {
  const text = valueOf(row, name)
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}

/** An incident. Its priority is its severity: what the product calls severity is not filled in by most. */
export function incidentOf(row: Row): Incident {
  const opened = momentOf(row, 'opened_at')
  if (opened === undefined) throw new Unreadable('opened_at is empty')
  const [resolved, closed] = [momentOf(row, 'resolved_at'), momentOf(row, 'closed_at')]
  const code = needed(row, 'state')
  const rank = severity(Number(valueOf(row, 'priority')))
  const [group, assignee, problem] = [
    team(row, 'assignment_group'),
    person(row, 'assigned_to'),
    shownOf(row, 'problem_id'),
  ]
  const [moved, reopened] = [count(row, 'reassignment_count'), count(row, 'reopen_count')]
  const sla = valueOf(row, 'made_sla')
  const version = valueOf(row, 'sys_mod_count')
  return {
    id: needed(row, 'number'),
    title: valueOf(row, 'short_description') ?? '',
    state: incidentCodes[code] ?? `unknown:${code}`,
    opened,
    clocks: { detected: opened, ...(resolved !== undefined && { resolved }), ...(closed !== undefined && { closed }) },
    workloads: [
      ...new Set([valueOf(row, 'cmdb_ci'), valueOf(row, 'business_service')].filter((id) => id !== undefined)),
    ],
    roles: [],
    factors: [],
    labels: [valueOf(row, 'category'), valueOf(row, 'subcategory')].filter((each) => each !== undefined),
    links: [],
    ...(rank !== undefined && { severity: rank }),
    ...(group !== undefined && { team: group }),
    ...(assignee !== undefined && { assignee }),
    ...(problem !== undefined && { problem }),
    ...(moved !== undefined && { reassignments: moved }),
    ...(reopened !== undefined && { reopened }),
    ...(sla !== undefined && { slaMet: sla === 'true' }),
    ...(version !== undefined && { version }),
  }
}

/** A problem. It is fixed when it was resolved, where that is recorded. */
export function problemOf(row: Row): Problem {
  const code = needed(row, 'state')
  const known = valueOf(row, 'known_error') === 'true'
  const state = problemCodes[code] ?? (`unknown:${code}` as const)
  const [opened, resolved] = [momentOf(row, 'opened_at'), momentOf(row, 'resolved_at')]
  const owner = person(row, 'assigned_to') ?? team(row, 'assignment_group')
  const [cause, workaround, version] = [
    valueOf(row, 'cause_notes'),
    valueOf(row, 'workaround'),
    valueOf(row, 'sys_mod_count'),
  ]
  const workload = valueOf(row, 'cmdb_ci')
  return {
    id: needed(row, 'number'),
    title: valueOf(row, 'short_description') ?? '',
    state: known && state !== 'resolved' ? 'known-error' : state,
    workloads: workload === undefined ? [] : [workload],
    factors: [],
    fixes: resolved === undefined ? [] : [{ at: resolved, what: valueOf(row, 'fix_notes') ?? 'Resolved' }],
    actions: [],
    ...(opened !== undefined && { opened }),
    ...(owner !== undefined && { owner }),
    ...(cause !== undefined && { rootCause: { text: cause } }),
    ...(workaround !== undefined && { workaround }),
    ...(version !== undefined && { version }),
  }
}

const contacts = (row: Row) => {
  const mail = valueOf(row, 'email')
  return mail === undefined ? [] : [{ kind: 'mail' as const, text: mail, url: `mailto:${mail}` }]
}

export function teamOf(row: Row): Team {
  const [parent, mandate] = [team(row, 'parent'), valueOf(row, 'description')]
  return {
    type: 'team',
    id: `team:${needed(row, 'sys_id')}`,
    name: needed(row, 'name'),
    contacts: contacts(row),
    tags: [],
    ...(parent !== undefined && { parent }),
    ...(mandate !== undefined && { mandate }),
  }
}

/** `groups`: the sys_ids of the groups that somebody is a member of. */
export function personOf(row: Row, groups: readonly string[]): Person {
  const active = valueOf(row, 'active')
  return {
    type: 'person',
    id: `person:${needed(row, 'sys_id')}`,
    name: needed(row, 'name'),
    teams: groups.map((each) => `team:${each}`),
    contacts: contacts(row),
    tags: [],
    ...(active !== undefined && { active: active === 'true' }),
  }
}

export function workloadOf(row: Row): Workload {
  const [description, owner] = [valueOf(row, 'short_description'), team(row, 'support_group')]
  const tier = /^\d/.exec(valueOf(row, 'business_criticality') ?? '')?.[0]
  return {
    id: needed(row, 'sys_id'),
    name: needed(row, 'name'),
    tags: [],
    ...(description !== undefined && { description }),
    ...(owner !== undefined && { team: owner }),
    ...(tier !== undefined && { tier: Number(tier) }),
  }
}

const change = (from: string | undefined, to: string | undefined) => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
})
const stateWord = (code: string | undefined) =>
  code === undefined ? undefined : (incidentCodes[code] ?? `unknown:${code}`)

/** What a change of a field tells. */
function audited(row: Row): EntryFields {
  const [field, from, to] = [needed(row, 'fieldname'), valueOf(row, 'oldvalue'), valueOf(row, 'newvalue')]
  if (field === 'state') return { kind: 'state', ...change(stateWord(from), stateWord(to)) }
  if (field === 'priority') return { kind: 'severity', ...change(from, to) }
  if (field === 'assignment_group')
    return { kind: 'assignment', ...change(prefixed('team:', from), prefixed('team:', to)) }
  if (field === 'assigned_to')
    return { kind: 'assignment', ...change(prefixed('person:', from), prefixed('person:', to)) }
  return { kind: `unknown:${field}`, ...change(from, to) }
}

/** Comments are told to the caller, work notes are not. */
const written = (row: Row): EntryFields => ({
  kind: valueOf(row, 'element') === 'comments' ? 'update' : 'note',
  text: valueOf(row, 'value') ?? '',
})

/** Journal and audit of an incident, in the order they were written. */
export function entriesOf(journal: readonly Row[], audits: readonly Row[], incident: Id): readonly TimelineEntry[] {
  const entry = (row: Row, by: string, fields: EntryFields) => {
    const actor = valueOf(row, by)
    return {
      id: needed(row, 'sys_id'),
      incident,
      at: momentOf(row, 'sys_created_on') ?? instant(0),
      ...fields,
      ...(actor !== undefined && { actor }),
    }
  }
  return [
    ...journal.map((row) => entry(row, 'sys_created_by', written(row))),
    ...audits.map((row) => entry(row, 'user', audited(row))),
  ]
    .toSorted((left, right) => left.at - right.at)
    .map((each, sequence) => ({ ...each, sequence }))
}
