import type { OpsEvent } from '../../../../domain/event'
import { endOf, type Incident } from '../../../../domain/incident'
import { after, duration, hour, type Id, type Instant, instant, minute } from '../../../../domain/units'
import type { Band, Marker, PointShape } from '../../../../ui/swimlane'

/** How far before the incident one can look. */
export const befores = { '30m': duration(30 * minute), '2h': duration(2 * hour), '24h': duration(24 * hour) } as const
export type Before = keyof typeof befores
export const beforeNames = ['30m', '2h', '24h'] as const satisfies readonly Before[]

export const laneNames = ['workload', 'kind'] as const
export type LaneName = (typeof laneNames)[number]

export interface Stretch {
  readonly from: Instant
  readonly to: Instant
}

/** From so long before it began to its end, or to the present, with a little air. */
export function stretchOf(incident: Incident, now: Instant, before: Before): Stretch {
  const began = Math.min(incident.opened, incident.clocks.started ?? incident.opened)
  const end = Math.max(endOf(incident) ?? now, incident.opened)
  return {
    from: instant(began - befores[before]),
    to: after(instant(end), duration(Math.max((end - began) * 0.08, 5 * minute))),
  }
}

const isDelivery = ({ kind }: OpsEvent): boolean => kind === 'deploy' || kind === 'change'
const isAlarm = ({ kind, pages, severity }: OpsEvent): boolean =>
  kind === 'alarm' || pages === true || severity !== undefined
/** A stretch that was planned, such as a freeze or a game day. A deploy is a moment, however long it took. */
export const isPlannedStretch = (event: OpsEvent): boolean =>
  event.planned && event.until !== undefined && event.kind !== 'deploy'

/** Deliveries and plans are diamonds, what called somebody is a dot, all else is background. */
export const shapeOf = (event: OpsEvent): PointShape =>
  isDelivery(event) || event.planned
    ? 'diamond'
    : event.severity !== undefined || event.pages === true || event.incident !== undefined
      ? 'dot'
      : 'tick'

const kindLanes = ['Alarms', 'Deploys, changes', 'Planned', 'Other events', 'Other incidents'] as const
const kindLane = (event: OpsEvent): (typeof kindLanes)[number] =>
  isDelivery(event) ? 'Deploys, changes' : event.planned ? 'Planned' : isAlarm(event) ? 'Alarms' : 'Other events'

/** Lanes, and in which of them a thing stands. */
export interface Lanes {
  readonly labels: readonly string[]
  readonly ofEvent: (event: OpsEvent) => readonly number[]
  readonly ofIncident: (incident: Incident) => readonly number[]
}

/** One lane for each kind of thing. */
export const lanesByKind: Lanes = {
  labels: kindLanes,
  ofEvent: (event) => [kindLanes.indexOf(kindLane(event))],
  ofIncident: () => [kindLanes.indexOf('Other incidents')],
}

/** One lane for each workload of the incident, and one for events on none of them where there are such. */
export function lanesByWorkload(
  workloads: readonly Id[],
  events: readonly OpsEvent[],
  nameOf: (id: Id) => string,
): Lanes {
  const on = (ids: readonly Id[]) => ids.flatMap((id) => (workloads.includes(id) ? [workloads.indexOf(id)] : []))
  const elsewhere = events.some((event) => on(event.workloads).length === 0)
  const orElse = (lanes: readonly number[]) => (lanes.length > 0 ? lanes : [workloads.length])
  return {
    labels: [...workloads.map(nameOf), ...(elsewhere || workloads.length === 0 ? ['Elsewhere'] : [])],
    ofEvent: (event) => orElse(on(event.workloads)),
    ofIncident: (incident) => on(incident.workloads),
  }
}

/** Every event once, in the order they began. */
export const together = (...lists: readonly (readonly OpsEvent[])[]): readonly OpsEvent[] =>
  [...new Map(lists.flat().map((event) => [event.id, event])).values()].toSorted((left, right) => left.at - right.at)

/** What was planned for all: on no workload in particular. */
export const forAll = (events: readonly OpsEvent[]): readonly OpsEvent[] =>
  events.filter(({ workloads }) => workloads.length === 0)

/** The incident itself, and what was planned, as stretches behind the marks. */
export function bandsOf(incident: Incident, events: readonly OpsEvent[], lanes: Lanes, now: Instant): readonly Band[] {
  return [
    ...events.filter(isPlannedStretch).map((event): Band => ({
      from: event.at,
      to: event.until ?? event.at,
      label: event.title,
      tone: 'planned',
      ...(event.workloads.length > 0 && { lanes: lanes.ofEvent(event) }),
    })),
    {
      from: incident.clocks.started ?? incident.opened,
      to: endOf(incident) ?? now,
      label: incident.title,
      tone: 'burning',
      ...(incident.severity !== undefined && { level: incident.severity }),
    },
  ]
}

/** Deploys and the opening across all lanes; the present while it burns. */
export const markersOf = (
  incident: Incident,
  events: readonly OpsEvent[],
  now: Instant | undefined,
): readonly Marker[] => [
  ...events.flatMap((event): readonly Marker[] =>
    event.kind === 'deploy' ? [{ at: event.at, label: event.title, tone: 'mark' }] : [],
  ),
  { at: incident.opened, label: 'opened', tone: 'worst' },
  ...(now === undefined ? [] : [{ at: now, label: '', tone: 'now' as const }]),
]
