import { endOf, type Incident } from '../../../domain/incident'
import { durationText } from '../../../domain/time/format'
import type { Instant } from '../../../domain/units'
import type { Told } from '../../../ui/swimlane'
import type { Names } from '../useNames'
import { severityWord, stateWord } from '../words'

/** One incident in a line: how it stands, since when, how long, whose. */
export function incidentTold(incident: Incident, now: Instant, names: Names, moment: (at: Instant) => string): Told {
  const end = endOf(incident)
  const length =
    end === undefined ? `${durationText(now - incident.opened)} so far` : durationText(end - incident.opened)
  const ended = incident.state === 'resolved' || incident.state === 'closed'
  return {
    title: incident.title,
    detail: [
      incident.id,
      severityWord(incident.severity),
      stateWord(incident.state),
      moment(incident.opened),
      end === undefined && ended ? 'end not recorded' : length,
      incident.team === undefined ? 'no owner' : names.party(incident.team),
    ].join(' · '),
    level: incident.severity ?? 'unknown',
  }
}
