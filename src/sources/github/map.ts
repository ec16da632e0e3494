import { type Incident, incidentStates, severity } from '../../domain/incident'
import type { Person } from '../../domain/ownership'
import { type Action, type Problem, problemStates } from '../../domain/problem'
import { type Id, type Instant, openValue, parseInstant } from '../../domain/units'
import { Unreadable } from '../listing/unreadable'
import { labelsOf } from './labels'
import type { Assignee, Issue } from './wire'

/** What the ids of a repository's issues look like here: `acme/ops#12`. */
export const idOf = (repository: string, number: number | string): Id => `${repository}#${number}`

/** The number of an issue of this repository; undefined for an id that is none. */
export function numberOf(repository: string, id: Id): number | undefined {
  const [own, number] = [id.slice(0, repository.length + 1), id.slice(repository.length + 1)]
  return own === `${repository}#` && /^\d+$/.test(number) ? Number(number) : undefined
}

/** An ISO 8601 moment of the API. Throws Unreadable. */
export function moment(text: string, field: string): Instant {
  const at = parseInstant(text)
  if (at === undefined) throw new Unreadable(`${field} says “${text}”, which is no moment with an offset`)
  return at
}

/** `problem:#34` and `problem:acme/ops#34` name an issue; other words are ids of elsewhere. */
export const problemOf = (repository: string, told: string): Id => (told.startsWith('#') ? repository + told : told)

/** An issue as an incident. GitHub knows when it was opened and closed, and no other moment. */
export function incidentOf(issue: Issue, repository: string): Incident {
  const { all, one, plain } = labelsOf(issue)
  const opened = moment(issue.created_at, 'created_at')
  const rank = severity(Number(one('severity')))
  const [team, problem, detection] = [one('team'), one('problem'), one('detection')]
  const assignee = issue.assignees?.[0]?.login
  return {
    id: idOf(repository, issue.number),
    title: issue.title,
    state: issue.state === 'closed' ? 'closed' : openValue(incidentStates, one('state') ?? 'triggered'),
    opened,
    clocks: {
      detected: opened,
      ...(issue.closed_at != null && { closed: moment(issue.closed_at, 'closed_at') }),
    },
    workloads: all('workload'),
    roles: [],
    factors: all('factor'),
    labels: plain,
    links: [{ title: `${repository}#${issue.number}`, url: issue.html_url }],
    version: issue.updated_at,
    ...(rank !== undefined && { severity: rank }),
    ...(rank === undefined && one('severity') !== undefined && { severityText: one('severity') ?? '' }),
    ...(team !== undefined && { team: `team:${team}` }),
    ...(assignee !== undefined && { assignee: `person:${assignee}` }),
    ...(problem !== undefined && { problem: problemOf(repository, problem) }),
    ...(detection !== undefined && { detection: openValue(['alarm', 'person', 'customer'], detection) }),
  }
}

/** What stands below a heading of the body, up to the next one. */
function section(body: string | null | undefined, title: string): string | undefined {
  const found = new RegExp(
    `^#{1,6}[ \\t]*${title}[ \\t]*\\r?\\n([\\s\\S]*?)(?=^#{1,6}[ \\t]|$(?![\\s\\S]))`,
    'im',
  ).exec(body ?? '')
  const text = found?.[1]?.trim()
  return text === undefined || text === '' ? undefined : text
}

/** The task list of the body. GitHub says what is done, not by whom nor when. */
function actionsOf(body: string | null | undefined, problem: Id): readonly Action[] {
  const tasks = [...(body ?? '').matchAll(/^[ \t]*[-*+][ \t]+\[([ xX])\][ \t]+(.+?)[ \t]*\r?$/gm)]
  return tasks.map(([, mark, title = ''], index) => ({
    id: `${problem}/task-${index + 1}`,
    title,
    kind: 'unknown:task',
    state: mark === ' ' ? 'open' : 'done',
  }))
}

/** An issue as a problem: its cause and workaround stand under headings of that name, its actions are its task list. */
export function problemFrom(issue: Issue, repository: string): Problem {
  const { all, one } = labelsOf(issue)
  const id = idOf(repository, issue.number)
  const [cause, workaround] = [section(issue.body, 'Root cause'), section(issue.body, 'Workaround')]
  const owner = issue.assignees?.[0]?.login
  const team = one('team')
  const mended = issue.state === 'closed' && issue.state_reason !== 'not_planned' ? issue.closed_at : undefined
  return {
    id,
    title: issue.title,
    state: issue.state === 'closed' ? 'resolved' : openValue(problemStates, one('state') ?? 'identified'),
    opened: moment(issue.created_at, 'created_at'),
    workloads: all('workload'),
    factors: all('factor'),
    fixes: mended == null ? [] : [{ at: moment(mended, 'closed_at'), what: 'Closed as completed' }],
    actions: actionsOf(issue.body, id),
    version: issue.updated_at,
    ...(owner !== undefined ? { owner: `person:${owner}` } : team !== undefined && { owner: `team:${team}` }),
    ...(cause !== undefined && { rootCause: { text: cause } }),
    ...(workaround !== undefined && { workaround }),
  }
}

/** Somebody who can be assigned, as a person. */
export const personOf = ({ login, html_url }: Assignee): Person => ({
  type: 'person',
  id: `person:${login}`,
  name: login,
  teams: [],
  contacts: html_url == null ? [] : [{ kind: 'web', text: login, url: html_url }],
  tags: [],
})
