import type { Incident } from '../../src/domain/incident'
import { isTeamId } from '../../src/domain/ownership'
import type { Problem } from '../../src/domain/problem'
import type { Holdings } from '../../src/domain/query/facets'
import type { TimelineEntry } from '../../src/domain/timeline'
import { formatInstant, type Id } from '../../src/domain/units'
import { keptOf, lastFix, numbersOf, openedOf, stateOf, subject } from './tell'
import { web, whole } from './told'

const idOf = (number: number | undefined): Id => `RT#${number ?? 0}`
const linkTo = (number: number) => ({ title: `RT #${number}`, url: `${web}/Ticket/Display.html?id=${number}` })

function incidentTold(incident: Incident, numbers: ReadonlyMap<Id, number>): Incident {
  const { clocks, opened, severity, team, assignee, impact, problem, detection } = incident
  const number = numbers.get(incident.id) ?? 0
  const detected = whole(clocks.detected ?? opened)
  const over = incident.state === 'resolved' || incident.state === 'closed'
  const moments = {
    started: clocks.started,
    detected,
    acknowledged: clocks.acknowledged,
    mitigated: clocks.mitigated,
    resolved: over ? clocks.resolved : undefined,
    closed: incident.state === 'closed' ? clocks.closed : undefined,
  }
  return {
    id: idOf(number),
    title: subject(incident.title),
    state: stateOf(incident.state),
    opened: detected,
    clocks: Object.fromEntries(
      Object.entries(moments).flatMap(([name, at]) => (at === undefined ? [] : [[name, whole(at)]])),
    ),
    workloads: incident.workloads,
    roles: [],
    factors: incident.factors,
    labels: incident.labels,
    links: [linkTo(number)],
    version: formatInstant(whole(clocks.closed ?? clocks.resolved ?? opened)),
    ...(severity !== undefined && { severity }),
    ...(team !== undefined && { team }),
    ...(assignee !== undefined && !isTeamId(assignee) && { assignee }),
    ...(impact !== undefined && impact !== '' && { impact }),
    ...(detection !== undefined && { detection }),
    ...(problem !== undefined && numbers.has(problem) && { problem: idOf(numbers.get(problem)) }),
  }
}

function problemTold(problem: Problem, numbers: ReadonlyMap<Id, number>): Problem {
  const { owner, rootCause, workaround, factors, workloads } = problem
  const [opened, fix, state] = [openedOf(problem), lastFix(problem), stateOf(problem.state)]
  return {
    id: idOf(numbers.get(problem.id)),
    title: subject(problem.title),
    state,
    opened,
    workloads,
    factors,
    fixes:
      state === 'resolved' ? [{ at: whole(fix?.at ?? opened), what: fix?.what ?? 'Resolved in Request Tracker' }] : [],
    actions: [],
    version: formatInstant(opened),
    ...(owner !== undefined && { owner }),
    ...(rootCause && { rootCause: { text: rootCause.text } }),
    ...(workaround !== undefined && { workaround }),
  }
}

/** An entry as the transaction that keeps it tells it. */
function entryTold({ kind, from, to, text, actor }: TimelineEntry): Partial<TimelineEntry> {
  const by = { actor: actor === undefined || actor === '' ? 'RT_System' : actor }
  if (kind === 'note' || kind === 'update') return { kind, text: text?.trim() ?? '', ...by }
  if (kind === 'state') return { kind, from: stateOf(from ?? ''), to: stateOf(to ?? ''), ...by }
  const alike = from !== undefined && from !== '' && (kind !== 'assignment' || isTeamId(from) === isTeamId(to ?? ''))
  const known = kind !== 'severity' || /^[1-5]$/.test(from ?? '')
  return { kind, ...(alike && known && { from }), ...(to !== undefined && { to }), ...by }
}

/** The world as far as tickets can tell it: whole seconds, detected when they were made, no roles, plans and events. */
export function tellable(holdings: Holdings): Holdings {
  const numbers = numbersOf(holdings)
  return {
    workloads: [],
    activities: [],
    assignments: [],
    parties: [],
    events: [],
    improvements: [],
    requests: [],
    incidents: holdings.incidents.map((incident) => incidentTold(incident, numbers)),
    problems: holdings.problems.map((problem) => problemTold(problem, numbers)),
    timeline: holdings.incidents.flatMap(({ id }) =>
      keptOf(holdings.timeline, id, numbers.get(id) ?? 0).map(({ entry, moment }) => ({
        id: `${idOf(numbers.get(id))}/${moment.id}`,
        incident: idOf(numbers.get(id)),
        at: moment.at,
        sequence: moment.id,
        kind: entry.kind,
        ...entryTold(entry),
      })),
    ),
  }
}
