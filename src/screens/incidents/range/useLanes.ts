import { useMemo, useState } from 'react'
import type { OpsEvent } from '../../../domain/event'
import { endOf, type Incident, isOpenAt } from '../../../domain/incident'
import type { Instant } from '../../../domain/units'
import { type Band, type Lane, type PointShape, toBars, toPoints } from '../../../ui/swimlane'
import type { LaneChoice } from '../useFilters'
import type { Names } from '../useNames'
import { counted } from '../words'
import { inOrder, type LaneKey, lanesOf, type Look, touches } from './look'

const severityLanes: readonly LaneKey[] = ['1', '2', '3', '4', '5']

function labelOf(key: LaneKey, by: LaneChoice, names: Names): string {
  if (by === 'severity') return key === '' ? 'Unknown' : `SEV${key}`
  if (key === '') return by === 'team' ? 'No team' : 'No workload'
  return by === 'team' ? names.party(key) : names.workload(key)
}

const shapeOf = (event: OpsEvent): PointShape =>
  event.kind === 'deploy' || event.kind === 'promotion' || event.kind === 'change'
    ? 'diamond'
    : event.severity === undefined
      ? 'tick'
      : 'dot'

/** Lanes of an event, as those of an incident on the same workloads. */
function lanesOfEvent(event: OpsEvent, by: LaneChoice, teamOf: ReadonlyMap<string, string | undefined>) {
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
  names: Names,
) {
  const teamOf = useMemo(() => new Map(names.workloads.map(({ id, team }) => [id, team])), [names.workloads])
  const { counts, all } = useMemo(() => {
    const counts = new Map<LaneKey, number>()
    for (const incident of incidents)
      for (const key of lanesOf(incident, by))
        counts.set(key, (counts.get(key) ?? 0) + (touches(incident, look) ? 1 : 0))
    const all = new Map(counts)
    for (const event of events) for (const key of lanesOfEvent(event, by, teamOf)) all.set(key, all.get(key) ?? 0)
    return { counts, all }
  }, [incidents, events, by, look, teamOf])

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
        lanes: placed(lanesOfEvent(event, by, teamOf)),
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
                lanes: placed(lanesOfEvent(event, by, teamOf)),
              },
            ]
          : [],
      ),
    }
  }, [keys, incidents, events, by, now, teamOf])
  return { lanes, ...columns }
}
