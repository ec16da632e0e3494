import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { useNavigate } from 'react-router-dom'
import { endOf, type Incident, isOpenAt } from '../../../domain/incident'
import { minute } from '../../../domain/units'
import { Segmented } from '../../../ui'
import { Swimlane, toBars, type Told, toPoints } from '../../../ui/swimlane'
import { useAnchor } from '../anchor'
import { eventDetail } from '../eventWords'
import { useMoments } from '../useMoments'
import type { Names } from '../useNames'
import styles from './around/around.module.css'
import { EventCard } from './around/EventCard'
import { LinkedEvents } from './around/LinkedEvents'
import {
  bandsOf,
  beforeNames,
  isPlannedStretch,
  laneNames,
  lanesByKind,
  lanesByWorkload,
  markersOf,
  shapeOf,
  stretchOf,
} from './around/model'
import { useAround } from './around/useAround'
import { drawnText, incidentDetail } from './around/words'
import panel from './detail.module.css'
import { useIncidentPath } from './useIncidentPath'

const parsers = {
  before: parseAsStringLiteral(beforeNames).withDefault('30m'),
  lanes: parseAsStringLiteral(laneNames).withDefault('workload'),
  /** `INC-1~EVT-2`: an event belongs to what is around one incident, not to the next one that is opened. */
  event: parseAsString.withDefault(''),
}
const beforeLabels = { '30m': '30 min', '2h': '2 h', '24h': '24 h' } as const
const laneHeight = [28, 28] as const

/** What happened on the same workloads around the incident: alarms, deploys, changes, plans, other incidents. */
export function Around({ incident, names }: { readonly incident: Incident; readonly names: Names }) {
  const { at: now } = useAnchor()
  const { ticksOf, moment } = useMoments()
  const navigate = useNavigate()
  const path = useIncidentPath()
  const [url, setUrl] = useQueryStates(parsers)
  // Anchored by the minute already: a present that moves on must not ask anew every few seconds.
  const span = useMemo(() => stretchOf(incident, now, url.before), [incident, now, url.before])
  const around = useAround(incident, span)
  const { events, incidents, linked } = around
  const { workloads } = incident
  const chosen = url.event.startsWith(`${incident.id}~`) ? url.event.slice(incident.id.length + 1) : ''
  const open = isOpenAt(incident, now)

  const lanes = useMemo(
    () => (url.lanes === 'kind' ? lanesByKind : lanesByWorkload(workloads, events, names.workload)),
    [url.lanes, workloads, events, names],
  )
  const drawn = useMemo(
    () => ({
      lanes: lanes.labels.map((label) => ({ label })),
      points: toPoints(events, (event) => ({
        // What was planned from earlier on still has a mark to open it by.
        at: isPlannedStretch(event) ? Math.max(event.at, span.from) : event.at,
        lanes: lanes.ofEvent(event),
        level: event.severity ?? 0,
        shape: shapeOf(event),
      })),
      bars: toBars(incidents, (other) => {
        const end = endOf(other) ?? (isOpenAt(other, now) ? undefined : other.opened)
        const lane = lanes.ofIncident(other)
        return { start: other.opened, lanes: lane, level: other.severity ?? 0, ...(end !== undefined && { end }) }
      }),
      bands: bandsOf(incident, events, lanes, now),
      markers: markersOf(incident, events, open ? now : undefined),
      limits: { ...span, least: minute },
    }),
    [lanes, events, incidents, incident, span, now, open],
  )
  const tell = useMemo(
    () =>
      (column: 'bars' | 'points', index: number): Told => {
        const other = column === 'bars' ? incidents[index] : undefined
        if (other)
          return { title: other.title, detail: incidentDetail(other, moment, now), level: other.severity ?? 'unknown' }
        const event = column === 'points' ? events[index] : undefined
        return event ? { title: event.title, detail: eventDetail(event, moment) } : { title: '', detail: '' }
      },
    [events, incidents, moment, now],
  )
  const show = (id: string) => void setUrl({ event: `${incident.id}~${id}` })
  const onOpen = (column: 'bars' | 'points', index: number) => {
    const other = incidents[index]
    const event = events[index]
    if (column === 'bars' && other) void navigate(path(other.id))
    if (column === 'points' && event) show(event.id)
  }
  const text = drawnText({ ...around, events: events.length, incidents: incidents.length })
  if (around.absent && incidents.length === 0) return <p className={styles.text}>{text}</p>
  return (
    <section className={panel.panel} aria-label="Around the incident">
      <Swimlane
        label={`Events and incidents on the same workloads around ${incident.id}`}
        {...drawn}
        span={span}
        now={now}
        ticksOf={ticksOf}
        tell={tell}
        onOpen={onOpen}
        laneHeight={laneHeight}
      >
        <Segmented
          label="How far before it"
          value={url.before}
          onChange={(before) => void setUrl({ before })}
          options={beforeNames.map((value) => ({ value, label: beforeLabels[value] }))}
        />
        <Segmented
          label="Lanes"
          value={url.lanes}
          onChange={(next) => void setUrl({ lanes: next })}
          options={[
            { value: 'workload', label: 'Workloads' },
            { value: 'kind', label: 'Kinds' },
          ]}
        />
        <span className={styles.text}>{text}</span>
      </Swimlane>
      <LinkedEvents linked={linked} onOpen={show} />
      {chosen !== '' && (
        <EventCard
          key={chosen}
          incident={incident}
          names={names}
          id={chosen}
          onClose={() => void setUrl({ event: null })}
        />
      )}
    </section>
  )
}
