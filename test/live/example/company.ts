import { entitiesOf } from '../../../mocks/backstage/tell'
import { key, ticketsOf } from '../../../mocks/rt/tell'
import { problemQueue, type Told } from '../../../mocks/rt/told'
import { world } from '../../../mocks/world'
import type { Severity } from '../../../src/domain/incident'
import type { Holdings } from '../../../src/domain/query/facets'
import { formatInstant, type Instant } from '../../../src/domain/units'

/** What one backend calls things and what they are called here, as the configuration has it. */
export interface Renaming {
  readonly teams?: Readonly<Record<string, string>>
  readonly workloads?: Readonly<Record<string, string>>
}

/** Milliseconds that only a moment has: every length of time here is shorter than 30 years. */
const ofMoments = 1e12

/** A record with all its moments moved. */
function moved<T>(value: T, by: number): T {
  const each = (part: unknown): unknown => {
    if (typeof part === 'number') return part > ofMoments ? part + by : part
    if (Array.isArray(part)) return part.map(each)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, each(inner)]))
  }
  // Nothing but numbers changes, and those stay numbers.
  return each(value) as T
}

const isOver = (state: string) => state === 'resolved' || state === 'closed'

/** The invented company as it would be now: what burns, the last 80 incidents, every problem. */
export function companyAt(now: number): Holdings {
  const { holdings, now: then } = world()
  const { incidents, timeline, ...rest } = moved(holdings, Math.floor((now - then) / 1000) * 1000)
  const latest = incidents.toSorted((left, right) => right.opened - left.opened).slice(0, 80)
  const kept = [...new Set([...latest, ...incidents.filter(({ state }) => !isOver(state))])]
  const ids = new Set(kept.map(({ id }) => id))
  return { ...rest, incidents: kept, timeline: timeline.filter(({ incident }) => ids.has(incident)) }
}

/** What of ours is called there. */
function theirs(rules: Readonly<Record<string, string>> = {}): (ours: string) => string {
  const names = new Map(Object.entries(rules).map(([name, ours]) => [ours, name]))
  return (ours) => names.get(ours) ?? ours
}

/** The entities of the catalogue, in its own names already. */
export const catalogueOf = (holdings: Holdings) => [...entitiesOf(holdings).values()]

/** The tickets, in the names that people there use. */
export function deskOf(holdings: Holdings, { teams, workloads }: Renaming): readonly Told[] {
  const [team, workload] = [theirs(teams), theirs(workloads)]
  return ticketsOf(holdings).map((ticket) => ({
    ...ticket,
    queue: ticket.queue === problemQueue ? 'Problems' : ticket.queue,
    fields: {
      ...ticket.fields,
      ...(ticket.fields['Team'] && { Team: ticket.fields['Team'].map(team) }),
      ...(ticket.fields['Workload'] && { Workload: ticket.fields['Workload'].map(workload) }),
    },
    history: ticket.history.map((moment) =>
      moment.field === 'Team' ? { ...moment, from: team(moment.from ?? ''), to: team(moment.to ?? '') } : moment,
    ),
  }))
}

/** Everybody who can be given a ticket. */
export const peopleOf = ({ parties }: Holdings): readonly string[] =>
  parties.flatMap(({ id, type }) => (type === 'person' ? [key(id)] : []))

const words: Readonly<Record<Severity, string>> = { 1: 'critical', 2: 'error', 3: 'warning', 4: 'sev4', 5: 'info' }

/** The alerts that fire: those of what burns, in the names of the rules that raise them. */
export function alertsOf({ incidents, events }: Holdings, now: Instant, { workloads }: Renaming) {
  const workload = theirs(workloads)
  const burning = new Set(incidents.filter(({ state }) => !isOver(state)).map(({ id }) => id))
  return events
    .filter(({ kind, incident, at }) => kind === 'alarm' && burning.has(incident ?? '') && at <= now)
    .map(({ id, rule, title, at, severity, workloads: on }) => ({
      labels: {
        alertname: rule ?? 'Symptom',
        service: workload(on[0] ?? 'unknown'),
        instance: id.toLowerCase(),
        ...(severity !== undefined && { severity: words[severity] }),
      },
      annotations: { summary: title },
      startsAt: formatInstant(at),
    }))
}
