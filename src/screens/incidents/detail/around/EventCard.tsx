import { isWhole, useRecord } from '../../../../data'
import type { OpsEvent } from '../../../../domain/event'
import type { Incident } from '../../../../domain/incident'
import { durationText } from '../../../../domain/time/format'
import { whyNotLink } from '../../../../domain/transitions'
import { type Id, unknownText } from '../../../../domain/units'
import { Button, Definitions, IconButton, Link } from '../../../../ui'
import { Moment } from '../../Age'
import type { Names } from '../../useNames'
import { severityWord } from '../../words'
import { Refused } from '../Refused'
import { useIncidentPath } from '../useIncidentPath'
import { usePresentCommand } from '../usePresentCommand'
import styles from './around.module.css'
import { outcomeText } from './words'

interface EventCardProps {
  readonly incident: Incident
  readonly names: Names
  readonly id: Id
  readonly onClose: () => void
}

/** Links the event to the incident, or takes it out; where it cannot be done, why. */
function Linking({
  incident,
  names,
  event,
}: Pick<EventCardProps, 'incident' | 'names'> & { readonly event: OpsEvent }) {
  const commanding = usePresentCommand()
  const linked = event.incident === incident.id
  const to = linked ? undefined : incident.id
  const elsewhere = !linked && event.incident !== undefined
  return (
    <>
      <Refused commanding={commanding} incident={incident} names={names} />
      <Button
        disabledReason={
          commanding.pending ? 'It is being sent.' : (commanding.whyNot('link-event') ?? whyNotLink(event, to))
        }
        onClick={() =>
          commanding.send({
            command: { kind: 'link-event', event: event.id, ...(to !== undefined && { incident: to }) },
            ...(event.version !== undefined && { version: event.version }),
          })
        }
      >
        {linked
          ? 'Unlink from this incident'
          : elsewhere
            ? `Move here from ${event.incident}`
            : 'Link to this incident'}
      </Button>
    </>
  )
}

function Facts({ event, names }: { readonly event: OpsEvent; readonly names: Names }) {
  const path = useIncidentPath()
  const { rule, until, incident, escalatedBy, origin, severity, pages } = event
  const kind = unknownText(event.kind) ?? event.kind
  const outcome = outcomeText(event)
  const rows = [
    {
      term: 'Kind',
      detail: `${event.planned ? 'planned ' : ''}${kind}${origin ? `, ${unknownText(origin) ?? origin}` : ''}`,
    },
    { term: 'Rule', detail: rule === undefined ? <span className="muted">not recorded</span> : <code>{rule}</code> },
    {
      term: 'When',
      detail: (
        <>
          <Moment at={event.at} />
          {until !== undefined && `, for ${durationText(until - event.at)}`}
        </>
      ),
    },
    { term: 'Where', detail: event.workloads.map((id) => names.workload(id)).join(', ') || 'no workload' },
    ...(severity === undefined ? [] : [{ term: 'Severity', detail: severityWord(severity) }]),
    ...(pages === undefined ? [] : [{ term: 'Pages', detail: pages ? 'yes' : 'no' }]),
    ...(outcome === undefined ? [] : [{ term: 'Became of it', detail: outcome }]),
    ...(escalatedBy === undefined ? [] : [{ term: 'Escalated by', detail: `the rule “${escalatedBy}”` }]),
    ...(incident === undefined ? [] : [{ term: 'Part of', detail: <Link to={path(incident)}>{incident}</Link> }]),
  ]
  return <Definitions items={rows} />
}

/** One event of those around the incident: what it is, what became of it, and whether it belongs to the incident. */
export function EventCard({ incident, names, id, onClose }: EventCardProps) {
  const view = useRecord('events', id)
  const [event] = view.items
  return (
    <section className={styles.event} aria-label={`Event ${event?.title ?? id}`}>
      <div className={styles.eventHead}>
        <h3>{event?.title ?? id}</h3>
        <IconButton icon="close" label="Close the event" onClick={onClose} />
      </div>
      {event ? (
        <>
          <Facts event={event} names={names} />
          <Linking incident={incident} names={names} event={event} />
        </>
      ) : (
        <p className="muted">
          {isWhole(view) || view.state === 'absent'
            ? `There is no event ${id}: no connected source has it.`
            : view.state === 'loading'
              ? 'The event is loading …'
              : 'The event could not be read.'}
        </p>
      )}
    </section>
  )
}
