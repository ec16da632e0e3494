import { useZone } from '../../data'
import { endOf, type Incident } from '../../domain/incident'
import { ageText, dateText, dateTimeText, durationText, timeText } from '../../domain/time/format'
import { formatInstant, type Instant } from '../../domain/units'
import { Time } from '../../ui'
import { useTick } from './anchor'

/** How long ago; ticks by itself, so that nothing around it has to. */
export function Ago({ at }: { readonly at: Instant }) {
  const now = useTick(15)
  const zone = useZone()
  return (
    <Time iso={formatInstant(at)} absolute={dateTimeText(at, zone.name)}>
      {ageText(at, now)}
    </Time>
  )
}

/** A moment as date and time in the shown zone; `short` leaves the zone to the tooltip. */
export function Moment({ at, short = false }: { readonly at: Instant; readonly short?: boolean }) {
  const zone = useZone()
  const whole = dateTimeText(at, zone.name)
  return (
    <Time iso={formatInstant(at)} absolute={whole}>
      {short ? `${dateText(at, zone.name)} ${timeText(at, zone.name)}` : whole}
    </Time>
  )
}

/** How long it has been burning, or how long ago that ended. */
export function Age({ incident }: { readonly incident: Incident }) {
  const now = useTick(15)
  const zone = useZone()
  const end = endOf(incident)
  const ended = incident.state === 'resolved' || incident.state === 'closed' || end !== undefined
  const at = ended ? (end ?? incident.opened) : incident.opened
  const text = !ended
    ? durationText(now - incident.opened)
    : end === undefined
      ? `opened ${ageText(incident.opened, now)}`
      : ageText(end, now)
  return (
    <Time
      iso={formatInstant(at)}
      absolute={`${ended ? (end === undefined ? 'Opened' : 'Ended') : 'Opened'} ${dateTimeText(at, zone.name)}`}
    >
      {text}
    </Time>
  )
}
