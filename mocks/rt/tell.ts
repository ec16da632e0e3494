import type { Incident, Severity } from '../../src/domain/incident'
import { isTeamId } from '../../src/domain/ownership'
import type { Problem } from '../../src/domain/problem'
import type { Holdings } from '../../src/domain/query/facets'
import type { TimelineEntry } from '../../src/domain/timeline'
import { formatInstant, type Id, type Instant, parseInstant, instant } from '../../src/domain/units'
import { incidentQueue, type Moment, problemQueue, type Told, whole } from './told'

const statuses: Readonly<Record<string, string>> = {
  triggered: 'new',
  acknowledged: 'open',
  mitigating: 'mitigating',
  resolved: 'resolved',
  closed: 'closed',
  identified: 'new',
  analysing: 'open',
  'known-error': 'known error',
  'fix-in-progress': 'fix in progress',
}
/** Words that the company has no status for stand still. */
export const statusOf = (state: string): string => statuses[state] ?? 'stalled'
export const stateOf = <S extends string>(state: S): S | 'unknown:stalled' =>
  statuses[state] === undefined ? 'unknown:stalled' : state

const priorities: Readonly<Record<Severity, string>> = { 1: '100', 2: '80', 3: '60', 4: '40', 5: '20' }
const priorityOf = (rank: Severity | undefined) => (rank === undefined ? '0' : priorities[rank])
const rankOf = (text: string | undefined) => Object.entries(priorities).find(([rank]) => rank === text)?.[1] ?? '0'

export const key = (id: Id): string => id.replace(/^(team|person):/, '')
const person = (id: Id | undefined) => (id === undefined || isTeamId(id) ? 'Nobody' : key(id))
const team = (id: Id | undefined) => (id !== undefined && isTeamId(id) ? [key(id)] : [])
const date = (at: Instant | undefined) => (at === undefined ? [] : [formatInstant(whole(at))])
/** A subject is one line. */
export const subject = (title: string): string => title.replaceAll('\n', ' ')
/** When a problem began that does not say so: a ticket always does. */
const begin = parseInstant('2026-01-01T00:00:00Z') ?? instant(1)
export const openedOf = ({ opened = begin }: Problem): Instant => whole(opened)
export const lastFix = ({ fixes }: Problem) => fixes.at(-1)

/** Problems first, so that incidents can be members of them. */
export const numbersOf = ({ problems, incidents }: Pick<Holdings, 'problems' | 'incidents'>): ReadonlyMap<Id, number> =>
  new Map([...problems, ...incidents].map(({ id }, index) => [id, index + 1]))

const filled = (fields: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, values]) => values.length > 0))

/** What of an entry RT keeps: what was said, and changes of state, priority and hands. */
export function momentOf({ kind, from, to, text }: TimelineEntry): Omit<Moment, 'id' | 'at' | 'actor'> | undefined {
  if (kind === 'note') return { type: 'Comment', text: text?.trim() ?? '' }
  if (kind === 'update') return { type: 'Correspond', text: text?.trim() ?? '' }
  if (to === undefined || to === '') return undefined
  if (kind === 'state') return { type: 'Status', field: 'Status', from: statusOf(from ?? ''), to: statusOf(to) }
  if (kind === 'severity') return { type: 'Set', field: 'Priority', from: rankOf(from), to: rankOf(to) }
  if (kind !== 'assignment') return undefined
  return isTeamId(to)
    ? { type: 'CustomField', field: 'Team', from: team(from)[0] ?? '', to: key(to) }
    : { type: 'Set', field: 'Owner', from: person(from || undefined), to: key(to) }
}

const first = 10_000
/** So many transactions a ticket may have. */
const room = 1_000

/** The entries of an incident that RT keeps, each with its transaction. */
export const keptOf = (timeline: readonly TimelineEntry[], incident: Id, number: number) =>
  timeline
    .filter((entry) => entry.incident === incident)
    .toSorted((left, right) => left.at - right.at || left.sequence - right.sequence)
    .flatMap((entry, index): readonly { readonly entry: TimelineEntry; readonly moment: Moment }[] => {
      const told = momentOf(entry)
      const actor = entry.actor === undefined || entry.actor === '' ? 'RT_System' : entry.actor
      return told ? [{ entry, moment: { id: first + number * room + index, at: whole(entry.at), actor, ...told } }] : []
    })

function incidentTicket(
  incident: Incident,
  timeline: readonly TimelineEntry[],
  numbers: ReadonlyMap<Id, number>,
): Told {
  const { id, clocks, opened, severity, assignee, impact, detection, problem } = incident
  const number = numbers.get(id) ?? 0
  const parent = problem === undefined ? undefined : numbers.get(problem)
  const over = incident.state === 'resolved' || incident.state === 'closed'
  return {
    number,
    queue: incidentQueue,
    subject: subject(incident.title),
    status: statusOf(incident.state),
    priority: priorityOf(severity),
    owner: person(assignee),
    created: whole(clocks.detected ?? opened),
    updated: whole(clocks.closed ?? clocks.resolved ?? opened),
    ...(clocks.acknowledged !== undefined && { started: whole(clocks.acknowledged) }),
    ...(over && clocks.resolved !== undefined && { resolved: whole(clocks.resolved) }),
    fields: filled({
      Workload: incident.workloads,
      Team: team(incident.team),
      Impact: impact === undefined ? [] : [impact],
      Factor: incident.factors,
      Label: incident.labels,
      'Detected by': detection === undefined ? [] : [detection.replace(/^unknown:/, '')],
      Began: date(clocks.started),
      Mitigated: date(clocks.mitigated),
      Closed: date(clocks.closed),
    }),
    ...(parent !== undefined && { parent }),
    history: keptOf(timeline, id, number).map(({ moment }) => moment),
  }
}

function problemTicket(problem: Problem, numbers: ReadonlyMap<Id, number>): Told {
  const [opened, fix] = [openedOf(problem), lastFix(problem)]
  return {
    number: numbers.get(problem.id) ?? 0,
    queue: problemQueue,
    subject: subject(problem.title),
    status: statusOf(problem.state),
    priority: '0',
    owner: person(problem.owner),
    created: opened,
    updated: opened,
    ...(problem.state === 'resolved' && { resolved: whole(fix?.at ?? opened) }),
    fields: filled({
      Workload: problem.workloads,
      Team: team(problem.owner),
      Factor: problem.factors,
      'Root cause': problem.rootCause ? [problem.rootCause.text] : [],
      Workaround: problem.workaround === undefined ? [] : [problem.workaround],
      Fix: fix ? [fix.what] : [],
    }),
    history: [],
  }
}

/** The world as tickets, by number. */
export function ticketsOf(holdings: Holdings): readonly Told[] {
  const numbers = numbersOf(holdings)
  return [
    ...holdings.problems.map((problem) => problemTicket(problem, numbers)),
    ...holdings.incidents.map((incident) => incidentTicket(incident, holdings.timeline, numbers)),
  ]
}
