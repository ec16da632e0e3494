import { useMemo, useState } from 'react'
import type { OpsEvent } from '../../../domain/event'
import { endOf, type Incident, isOpenAt } from '../../../domain/incident'
import type { Id, Instant } from '../../../domain/units'
import { type Band, type Lane, type PointShape, toBars, toPoints } from '../../../ui/swimlane'
import type { LaneChoice } from '../useFilters'
import type { Names } from '../useNames'
import { counted } from '../words'
import { inOrder, type LaneKey, lanesOf, type Look, touches } from './look'

const severityLanes: readonly LaneKey[] = ['1', '2', '3', '4', '5']

const noneWords: Readonly<Record<LaneChoice, string>> = {
  severity: 'Unknown',
  team: 'No team',
  workload: 'No workload',
  problem: 'No problem',
}

/** What lanes are called by. */
export interface LaneNames extends Names {
  readonly problem: (id: Id) => string
}

function labelOf(key: LaneKey, by: LaneChoice, names: LaneNames): string {
  if (key === '') return noneWords[by]
  switch (by) {
    case 'severity':
      return `SEV${key}`
    case 'team':
      return names.party(key)
    case 'workload':
      return names.workload(key)
    case 'problem':
      return names.problem(key)
  }
}

const shapeOf = (event: OpsEvent): PointShape =>
  event.kind === 'deploy' || event.kind === 'promotion' || event.kind === 'change'
    ? 'diamond'
    : event.severity === undefined
      ? 'tick'
      : 'dot'

interface Links {
  readonly teamOf: ReadonlyMap<Id, Id | undefined>
  readonly problemOf: ReadonlyMap<Id, Id | undefined>
}

/** Lanes of an event: those of an incident on the same workloads; by problem, that of the incident it is counted in. */
function lanesOfEvent(event: OpsEvent, by: LaneChoice, { teamOf, problemOf }: Links): readonly LaneKey[] {
  if (by === 'problem') return [(event.incident === undefined ? undefined : problemOf.get(event.incident)) ?? '']
  if (by === 'severity') return [event.severity === undefined ? '' : String(event.severity)]
  if (event.workloads.length === 0) return ['']
  return by === 'workload' ? event.workloads : [...new Set(event.workloads.map((id) => teamOf.get(id) ?? ''))]
}

/** Incidents as bars and events as points, in lanes that keep their place while one pans. */
export function useLanes(
  incidents: readonly Incident[],
  events: readonly OpsEvent[],
  by: LaneChoice,
  look: Look,
  now: Instant,
  names: LaneNames,
) {
  const links = useMemo(
    (): Links => ({
      teamOf: new Map(names.workloads.map(({ id, team }) => [id, team])),
      problemOf: new Map(incidents.map(({ id, problem }) => [id, problem])),
    }),
    [names.workloads, incidents],
  )
  const { counts, all } = useMemo(() => {
    const counts = new Map<LaneKey, number>()
    for (const incident of incidents)
      for (const key of lanesOf(incident, by))
        counts.set(key, (counts.get(key) ?? 0) + (touches(incident, look) ? 1 : 0))
    const all = new Map(counts)
    for (const event of events) for (const key of lanesOfEvent(event, by, links)) all.set(key, all.get(key) ?? 0)
    return { counts, all }
  }, [incidents, events, by, look, links])

  const [order, setOrder] = useState<{ readonly by: LaneChoice; readonly keys: readonly LaneKey[] }>({ by, keys: [] })
  const known = order.by === by ? order.keys : []
  const keys = inOrder(by === 'severity' && known.length === 0 ? severityLanes : known, all)
  if (order.by !== by || keys !== order.keys) setOrder({ by, keys })

  const lanes = useMemo(
    (): readonly Lane[] =>
      keys.map((key) => ({ label: labelOf(key, by, names), hint: counted(counts.get(key) ?? 0, 'incident') })),
    [keys, by, names, counts],
  )
  const columns = useMemo(() => {
    const place = new Map(keys.map((key, index) => [key, index]))
    const placed = (wanted: readonly LaneKey[]) => wanted.flatMap((key) => place.get(key) ?? [])
    return {
      bars: toBars(incidents, (incident) => {
        const end = endOf(incident)
        // Ended, and nobody wrote down when: a bar of no length at its opening, not one that seems to go on.
        const shown = end ?? (isOpenAt(incident, now) ? undefined : incident.opened)
        return {
          start: incident.opened,
          lanes: placed(lanesOf(incident, by)),
          level: incident.severity ?? 0,
          ...(shown !== undefined && { end: Math.max(shown, incident.opened) }),
        }
      }),
      points: toPoints(events, (event) => ({
        at: event.at,
        lanes: placed(lanesOfEvent(event, by, links)),
        level: event.severity ?? 0,
        shape: shapeOf(event),
      })),
      bands: events.flatMap((event): readonly Band[] =>
        event.planned && event.until !== undefined
          ? [
              {
                from: event.at,
                to: event.until,
                label: event.title,
                tone: 'planned',
                lanes: placed(lanesOfEvent(event, by, links)),
              },
            ]
          : [],
      ),
    }
  }, [keys, incidents, events, by, now, links])
  return { lanes, keys, ...columns }
}
