import { useMemo } from 'react'
import { isWhole, useWindow } from '../../../data'
import type { OpsEvent } from '../../../domain/event'
import { endOf, type Incident, isOpenAt } from '../../../domain/incident'
import { after, duration, type Instant, instant, minute } from '../../../domain/units'
import { type Band, type Marker, type PointShape, Swimlane, toBars, toPoints } from '../../../ui/swimlane'
import { useAnchor } from '../anchor'
import { useMissing } from '../useMissing'
import { useMoments } from '../useMoments'
import type { Names } from '../useNames'
import { counted } from '../words'
import { eventDetail } from '../eventWords'
import styles from './detail.module.css'

const before = duration(30 * minute)
const most = 20_000
const noBars = toBars<never>([], () => undefined)

const shapeOf = (event: OpsEvent): PointShape =>
  event.kind === 'deploy' || event.kind === 'promotion' || event.kind === 'change'
    ? 'diamond'
    : event.severity !== undefined || event.pages === true
      ? 'dot'
      : 'tick'

/** From 30 minutes before it began to its end, or to the present, with a little air. */
function stretch(incident: Incident, now: Instant): { readonly from: Instant; readonly to: Instant } {
  const began = Math.min(incident.opened, incident.clocks.started ?? incident.opened)
  const end = Math.max(endOf(incident) ?? now, incident.opened)
  return {
    from: instant(began - before),
    to: after(instant(end), duration(Math.max((end - began) * 0.08, 5 * minute))),
  }
}

/** What happened on the same workloads around the incident: alarms, deploys, changes, planned stretches. */
export function Around({ incident, names }: { readonly incident: Incident; readonly names: Names }) {
  const { at: now } = useAnchor()
  const { ticksOf, moment } = useMoments()
  // Anchored by the minute already: a present that moves on must not ask anew every few seconds.
  const span = useMemo(() => stretch(incident, now), [incident, now])
  const { workloads } = incident
  const query = useMemo(
    () => (workloads.length > 0 ? { workloads, ...span } : { incidents: [incident.id], ...span }),
    [workloads, incident.id, span],
  )
  const view = useWindow('events', query, most)
  const { items, state, complete, total } = view
  const missing = useMissing(view)

  const lanes = useMemo(
    () => (workloads.length > 0 ? workloads.map((id) => ({ label: names.workload(id) })) : [{ label: 'No workload' }]),
    [workloads, names],
  )
  const points = useMemo(
    () =>
      toPoints(items, (event) => {
        const on = event.workloads.flatMap((id) => (workloads.includes(id) ? [workloads.indexOf(id)] : []))
        return { at: event.at, lanes: on.length > 0 ? on : [0], level: event.severity ?? 0, shape: shapeOf(event) }
      }),
    [items, workloads],
  )
  const open = isOpenAt(incident, now)
  const burning = useMemo(
    (): readonly Band[] => [
      ...items.flatMap((event): readonly Band[] =>
        event.planned && event.until !== undefined
          ? [{ from: event.at, to: event.until, label: event.title, tone: 'planned' }]
          : [],
      ),
      {
        from: incident.clocks.started ?? incident.opened,
        to: endOf(incident) ?? now,
        label: incident.title,
        tone: 'burning',
        ...(incident.severity !== undefined && { level: incident.severity }),
      },
    ],
    [items, incident, now],
  )
  const markers = useMemo(
    (): readonly Marker[] => [
      ...items.flatMap((event): readonly Marker[] =>
        event.kind === 'deploy' ? [{ at: event.at, label: event.title, tone: 'mark' }] : [],
      ),
      { at: incident.opened, label: 'opened', tone: 'worst' },
      ...(open ? [{ at: now, label: '', tone: 'now' as const }] : []),
    ],
    [items, incident.opened, open, now],
  )
  const limits = useMemo(() => ({ ...span, least: minute }), [span])
  const tell = useMemo(
    () => (_column: 'bars' | 'points', index: number) => {
      const event = items[index]
      return event ? { title: event.title, detail: eventDetail(event, moment) } : { title: '', detail: '' }
    },
    [items, moment],
  )
  if (state === 'absent') return null
  return (
    <section className={styles.panel} aria-label="Around the incident">
      <Swimlane
        label={`Events on the same workloads around ${incident.id}`}
        lanes={lanes}
        bars={noBars}
        points={points}
        bands={burning}
        markers={markers}
        span={span}
        limits={limits}
        now={now}
        ticksOf={ticksOf}
        tell={tell}
        laneHeight={[26, 26]}
      >
        <span className={styles.aroundText}>
          {state === 'loading'
            ? 'Looking for events on these workloads …'
            : missing !== ''
              ? `At least ${counted(items.length, 'event')} on the same workloads. ${missing}`
              : items.length === 0 && isWhole(view)
                ? 'No event on these workloads is recorded in this time.'
                : complete
                  ? `${counted(items.length, 'event')} on the same workloads`
                  : `The first ${counted(items.length, 'event')}${total === undefined ? '' : ` of ${total.toLocaleString('en')}`}`}
        </span>
      </Swimlane>
    </section>
  )
}
