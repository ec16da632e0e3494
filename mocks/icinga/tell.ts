import type { Incident, Severity } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import type { TimelineEntry } from '../../src/domain/timeline'
import { formatInstant, type Id, instant } from '../../src/domain/units'
import type { Checkable, Comment } from '../../src/sources/icinga/wire'

/** The world as Icinga holds it: every incident is a problem of now. Each by the id of the record that it tells. */
export interface IcingaWorld {
  readonly problems: ReadonlyMap<Id, Checkable>
  readonly comments: ReadonlyMap<Id, Comment>
}

const words = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const
/** The states of a service that stand for each severity; 1 is a host that is down. */
const stateOf: Readonly<Record<Severity, number>> = { 1: 1, 2: 2, 3: 1, 4: 1, 5: 1 }
const shown: Readonly<Record<Severity, Severity>> = { 1: 1, 2: 2, 3: 3, 4: 3, 5: 3 }

const isHost = ({ severity }: Incident) => severity === 1
const hostOf = ({ workloads }: Incident) => workloads[0] ?? 'nowhere'
const nameOf = (incident: Incident) => (isHost(incident) ? incident.id : `${hostOf(incident)}!${incident.id}`)
const isAcknowledged = ({ state }: Incident) => state !== 'triggered' && !state.startsWith('unknown:')
/** Icinga looks every minute: the last look before found it well. */
const wellAt = ({ opened }: Incident) => Math.floor(opened / 1000) - 60
const outputOf = ({ title }: Incident) => title.split('\n')[0]?.trim() ?? ''
const acknowledgedAt = ({ clocks, opened }: Incident) => clocks.acknowledged ?? opened

const problemOf = (incident: Incident): Checkable => {
  const { id, opened, workloads, team, labels, severity } = incident
  const vars = { workload: workloads, ...(team !== undefined && { team: team.replace(/^team:/, '') }) }
  const service = !isHost(incident)
  return {
    attrs: {
      __name: nameOf(incident),
      display_name: id,
      groups: [...labels],
      vars: service ? { workload: workloads } : vars,
      state: service ? (severity === undefined ? 3 : stateOf[severity]) : 1,
      last_hard_state_change: opened / 1000,
      acknowledgement: isAcknowledged(incident) ? 1 : 0,
      acknowledgement_last_change: isAcknowledged(incident) ? acknowledgedAt(incident) / 1000 : 0,
      downtime_depth: 0,
      flapping: false,
      last_check_result: { output: incident.title },
      ...(service
        ? { host_name: hostOf(incident), last_state_ok: wellAt(incident) }
        : { last_state_up: wellAt(incident) }),
    },
    // A service that names no team has that of its host.
    joins: service ? { host: { display_name: hostOf(incident), vars } } : {},
  }
}

const idOf = (incident: Incident): Id => `${nameOf(incident)}@${formatInstant(instant(wellAt(incident) * 1000))}`

const incidentTold = (incident: Incident): Incident => {
  const { id, severity, opened, labels, team, workloads } = incident
  const name = isHost(incident) ? id : `${id} on ${hostOf(incident)}`
  return {
    id: idOf(incident),
    title: `${name}: ${outputOf(incident) || words[severity === undefined ? 3 : stateOf[severity]]}`,
    state: isAcknowledged(incident) ? 'acknowledged' : 'triggered',
    opened,
    clocks: { detected: opened, ...(isAcknowledged(incident) && { acknowledged: acknowledgedAt(incident) }) },
    workloads: [...new Set(workloads)],
    roles: [],
    factors: [],
    labels: [...labels],
    links: [],
    detection: 'alarm',
    ...(severity === undefined ? { severityText: 'UNKNOWN' } : { severity: shown[severity] }),
    ...(team !== undefined && { team: `team:${team.replace(/^team:/, '')}` }),
  }
}

/** Entries that a comment can be: notes, and that it was acknowledged. */
const isComment = ({ kind, to }: TimelineEntry) => kind === 'note' || (kind === 'state' && to === 'acknowledged')

const commentsOf = (incident: Incident, { timeline }: Holdings) =>
  timeline
    .filter((entry) => entry.incident === incident.id && isComment(entry) && entry.at / 1000 >= wellAt(incident))
    .map((entry, index) => ({ entry, name: `${nameOf(incident)}!${entry.id}`, number: index + 1 }))

/** Moments that differ, though the world says the same one. */
const microseconds = ({ at }: TimelineEntry, number: number) => at * 1000 + number
type Told = ReturnType<typeof commentsOf>[number]

const commentOf = (incident: Incident, { entry, name, number }: Told): Comment => ({
  attrs: {
    __name: name,
    host_name: isHost(incident) ? incident.id : hostOf(incident),
    service_name: isHost(incident) ? '' : incident.id,
    author: entry.actor ?? '',
    text: entry.text ?? '',
    entry_type: entry.kind === 'note' ? 1 : 4,
    entry_time: microseconds(entry, number) / 1e6,
  },
})

const entryTold = (incident: Incident, { entry, name, number }: Told): TimelineEntry => ({
  id: name,
  incident: idOf(incident),
  at: entry.at,
  sequence: microseconds(entry, number),
  ...(entry.kind === 'note' ? { kind: 'note' } : { kind: 'state', from: 'triggered', to: 'acknowledged' }),
  ...(entry.text && { text: entry.text }),
  ...(entry.actor && { actor: entry.actor }),
})

export const icingaWorld = (holdings: Holdings): IcingaWorld => ({
  problems: new Map(holdings.incidents.map((incident) => [idOf(incident), problemOf(incident)])),
  comments: new Map(
    holdings.incidents.flatMap((incident) =>
      commentsOf(incident, holdings).map((told) => [told.name, commentOf(incident, told)] as const),
    ),
  ),
})

/** The world as far as Icinga can tell it: problems of now, their severities by state, comments and acknowledgements. */
export const tellable = (holdings: Holdings): Holdings => ({
  workloads: [],
  activities: [],
  assignments: [],
  parties: [],
  events: [],
  problems: [],
  improvements: [],
  requests: [],
  incidents: holdings.incidents.map(incidentTold),
  timeline: holdings.incidents.flatMap((incident) =>
    commentsOf(incident, holdings).map((told) => entryTold(incident, told)),
  ),
})
