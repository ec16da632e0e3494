import type { Holdings } from '../../src/domain/query/facets'
import { type Incident, incidentStates } from '../../src/domain/incident'
import { isTeamId, type Person } from '../../src/domain/ownership'
import type { Problem } from '../../src/domain/problem'
import { formatInstant, type Id, type Instant, instant, unknownText } from '../../src/domain/units'
import type { Event, Issue } from '../../src/sources/github/wire'

export const repository = 'larkmere/operations'

/** An issue and what happened to it. */
export interface Thread {
  readonly issue: Issue
  readonly events: readonly Event[]
}

const link = (number: number) => `https://github.example/${repository}/issues/${number}`
const at = (moment: Instant) => formatInstant(moment)
const key = (id: Id) => id.replace(/^(team|person):/, '')
const raw = (word: string) => unknownText(word) ?? word
const label = (name: string, value: string | number | undefined) =>
  value === undefined || value === '' ? [] : [{ name: `${name}:${value}` }]
const person = (id: Id | undefined) => (id === undefined || isTeamId(id) ? [] : [{ login: key(id) }])
const team = (id: Id | undefined) => label('team', id !== undefined && isTeamId(id) ? key(id) : undefined)

/** A plain label must not read as one that says something. */
const isPlain = (name: string) =>
  !/^(severity|state|team|workload|problem|factor|detection)\s*:/i.test(name) && !/^sev/i.test(name)

/** The events of a timeline that an issue has words for. */
function eventOf(entry: Holdings['timeline'][number], id: number): readonly Event[] {
  const { kind, to, text, actor } = entry
  const base = { id, created_at: at(entry.at), ...(actor !== undefined && { actor: { login: actor } }) }
  if (kind === 'note') return [{ ...base, event: 'commented', body: text ?? '' }]
  if (to === undefined || to === '') return []
  if (kind === 'state')
    return [
      to === 'closed'
        ? { ...base, event: 'closed' }
        : { ...base, event: 'labeled', label: { name: `state:${raw(to)}` } },
    ]
  if (kind === 'severity') return [{ ...base, event: 'labeled', label: { name: `severity:${to}` } }]
  if (kind !== 'assignment') return []
  return [
    isTeamId(to)
      ? { ...base, event: 'labeled', label: { name: `team:${key(to)}` } }
      : { ...base, event: 'assigned', assignee: { login: key(to) } },
  ]
}

function incidentIssue(incident: Incident, number: number, numbers: ReadonlyMap<Id, number>): Issue {
  const { clocks, opened, problem } = incident
  const closed = incident.state === 'closed' ? (clocks.closed ?? clocks.resolved ?? opened) : undefined
  const open = closed === undefined && incident.state !== 'triggered'
  const linked = problem === undefined ? undefined : numbers.has(problem) ? `#${numbers.get(problem)}` : problem
  return {
    number,
    title: incident.title,
    state: closed === undefined ? 'open' : 'closed',
    created_at: at(opened),
    updated_at: at(closed ?? opened),
    closed_at: closed === undefined ? null : at(closed),
    html_url: link(number),
    assignees: person(incident.assignee),
    labels: [
      { name: 'incident' },
      ...label('severity', incident.severity),
      ...label('state', open ? raw(incident.state) : undefined),
      ...team(incident.team),
      ...incident.workloads.flatMap((id) => label('workload', id)),
      ...label('problem', linked),
      ...incident.factors.flatMap((factor) => label('factor', factor)),
      ...label('detection', incident.detection && raw(incident.detection)),
      ...incident.labels.filter(isPlain).map((name) => ({ name })),
    ],
  }
}

function problemIssue(problem: Problem, number: number): Issue {
  const closed = problem.state === 'resolved' ? (problem.fixes.at(-1)?.at ?? problem.opened ?? instant(0)) : undefined
  const tasks = problem.actions.map(({ state, title }) => `- [${state === 'done' ? 'x' : ' '}] ${title}`)
  const section = (title: string, text: string | undefined) => (text === undefined ? [] : [`## ${title}`, text, ''])
  return {
    number,
    title: problem.title,
    body: [
      ...section('Root cause', problem.rootCause?.text),
      ...section('Workaround', problem.workaround),
      '## Actions',
      ...tasks,
    ].join('\n'),
    state: closed === undefined ? 'open' : 'closed',
    state_reason: closed === undefined ? null : 'completed',
    created_at: at(problem.opened ?? instant(0)),
    updated_at: at(closed ?? problem.opened ?? instant(0)),
    closed_at: closed === undefined ? null : at(closed),
    html_url: link(number),
    assignees: person(problem.owner),
    labels: [
      { name: 'problem' },
      ...label('state', closed === undefined ? raw(problem.state) : undefined),
      ...team(problem.owner),
      ...problem.workloads.flatMap((id) => label('workload', id)),
      ...problem.factors.flatMap((factor) => label('factor', factor)),
    ],
  }
}

/** The world as a repository of issues: problems first, so that incidents can point to them. */
export function threadsOf({ incidents, problems, timeline }: Holdings): readonly Thread[] {
  const numbers = new Map([...problems, ...incidents].map(({ id }, index) => [id, index + 1]))
  const number = (id: Id) => numbers.get(id) ?? 0
  return [
    ...problems.map((problem) => ({ issue: problemIssue(problem, number(problem.id)), events: [] })),
    ...incidents.map((incident) => ({
      issue: incidentIssue(incident, number(incident.id), numbers),
      events: timeline
        .filter((entry) => entry.incident === incident.id)
        .toSorted((left, right) => left.at - right.at || left.sequence - right.sequence)
        .flatMap((entry, index) => eventOf(entry, number(incident.id) * 1_000 + index)),
    })),
  ]
}

/** People who can be assigned. */
export const loginsOf = ({ parties }: Holdings): readonly string[] =>
  parties.flatMap((party) => (party.type === 'person' ? [key(party.id)] : []))

const states: ReadonlySet<string> = new Set(incidentStates)

function incidentTold(incident: Incident, number: number, numbers: ReadonlyMap<Id, number>): Incident {
  const issue = incidentIssue(incident, number, numbers)
  const { severity, team: of, assignee, problem, detection, opened } = incident
  const word = raw(incident.state)
  const known = problem === undefined ? undefined : numbers.get(problem)
  return {
    id: `${repository}#${number}`,
    title: incident.title,
    state:
      issue.state === 'closed' || word === ''
        ? word === ''
          ? 'triggered'
          : 'closed'
        : states.has(word)
          ? incident.state
          : `unknown:${word}`,
    opened,
    clocks: { detected: opened, ...(issue.closed_at != null && { closed: instant(Date.parse(issue.closed_at)) }) },
    workloads: incident.workloads,
    roles: [],
    factors: incident.factors,
    labels: ['incident', ...incident.labels.filter(isPlain)],
    links: [{ title: `${repository}#${number}`, url: link(number) }],
    version: issue.updated_at,
    ...(severity !== undefined && { severity }),
    ...(of !== undefined && isTeamId(of) && { team: of }),
    ...(assignee !== undefined && !isTeamId(assignee) && { assignee }),
    ...(problem !== undefined && { problem: known === undefined ? problem : `${repository}#${known}` }),
    ...(detection !== undefined && { detection }),
  }
}

function problemTold(problem: Problem, number: number): Problem {
  const issue = problemIssue(problem, number)
  const id = `${repository}#${number}`
  const word = raw(problem.state)
  return {
    id,
    title: problem.title,
    state: word === '' ? 'identified' : problem.state,
    opened: problem.opened ?? instant(0),
    workloads: problem.workloads,
    factors: problem.factors,
    fixes: issue.closed_at == null ? [] : [{ at: instant(Date.parse(issue.closed_at)), what: 'Closed as completed' }],
    actions: problem.actions.map(({ title, state }, index) => ({
      id: `${id}/task-${index + 1}`,
      title,
      kind: 'unknown:task',
      state: state === 'done' ? 'done' : 'open',
    })),
    version: issue.updated_at,
    ...(problem.owner !== undefined && { owner: problem.owner }),
    ...(problem.rootCause && { rootCause: { text: problem.rootCause.text } }),
    ...(problem.workaround !== undefined && { workaround: problem.workaround }),
  }
}

const personTold = (login: string): Person => ({
  type: 'person',
  id: `person:${login}`,
  name: login,
  teams: [],
  contacts: [{ kind: 'web', text: login, url: `https://github.example/${login}` }],
  tags: [],
})

/** The world as far as issues can tell it: no workloads, activities or events, one moment at each end of an incident. */
export function tellable(holdings: Holdings): Holdings {
  const { incidents, problems, timeline } = holdings
  const numbers = new Map([...problems, ...incidents].map(({ id }, index) => [id, index + 1]))
  const number = (id: Id) => numbers.get(id) ?? 0
  return {
    workloads: [],
    activities: [],
    assignments: [],
    events: [],
    improvements: [],
    requests: [],
    parties: loginsOf(holdings).map(personTold),
    incidents: incidents.map((incident) => incidentTold(incident, number(incident.id), numbers)),
    problems: problems.map((problem) => problemTold(problem, number(problem.id))),
    timeline: incidents.flatMap(({ id }) =>
      timeline
        .filter((entry) => entry.incident === id)
        .toSorted((left, right) => left.at - right.at || left.sequence - right.sequence)
        .flatMap((entry, index) => eventOf(entry, number(id) * 1_000 + index).map((event) => ({ entry, event })))
        .map(({ entry, event }) => ({
          id: `${repository}#${number(id)}/${event.id}`,
          incident: `${repository}#${number(id)}`,
          at: entry.at,
          sequence: event.id ?? 0,
          kind: entry.kind,
          ...(entry.kind === 'note' ? { text: entry.text ?? '' } : { to: entry.to ?? '' }),
          ...(entry.actor !== undefined && { actor: entry.actor }),
        })),
    ),
  }
}
