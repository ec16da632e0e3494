import type { OpsEvent } from '../../../../domain/event'
import type { Incident } from '../../../../domain/incident'
import { durationText } from '../../../../domain/time/format'
import { type Instant, unknownText } from '../../../../domain/units'
import { endOf } from '../../../../domain/incident'
import { counted, severityWord, stateWord } from '../../words'

/** When and what another incident was, in one line. */
export function incidentDetail(incident: Incident, moment: (at: Instant) => string, now: Instant): string {
  const end = endOf(incident)
  const length =
    end === undefined ? `open for ${durationText(now - incident.opened)}` : durationText(end - incident.opened)
  return [
    incident.id,
    severityWord(incident.severity),
    stateWord(incident.state),
    moment(incident.opened),
    length,
  ].join(' · ')
}

const outcomes: Readonly<Record<string, string>> = {
  escalated: 'became an incident',
  grouped: 'joined an incident that burned already',
  ignored: 'needed nobody',
}

/** What became of an event, in words. */
export const outcomeText = ({ outcome }: OpsEvent): string | undefined =>
  outcome === undefined ? undefined : (outcomes[outcome] ?? unknownText(outcome) ?? outcome)

/** Which escalation rule turned which event into the incident, in sentences; what of it is not recorded. */
export function escalationText(linked: readonly OpsEvent[], known: boolean, moment: (at: Instant) => string): string {
  if (linked.length === 0)
    return known ? 'No event is linked to it: what raised it is not recorded.' : 'No linked event was told so far.'
  const raised = linked.filter(({ escalatedBy }) => escalatedBy !== undefined)
  if (raised.length === 0)
    return `${counted(linked.length, 'event')} linked; by which rule one of them became the incident is not recorded.`
  return raised
    .map(
      ({ rule, title, at, escalatedBy }) =>
        `${rule ?? title} became the incident at ${moment(at)}, by the rule “${escalatedBy}”.`,
    )
    .join(' ')
}

interface Counts {
  readonly events: number
  readonly incidents: number
  readonly total: number | undefined
  readonly absent: boolean
  readonly loading: boolean
  readonly whole: boolean
  readonly cut: boolean
  readonly missing: string
}

/** What is drawn, of how much, and what is not there. Says that nothing happened only where all have told. */
export function drawnText({ events, incidents, total, absent, loading, whole, cut, missing }: Counts): string {
  if (loading) return 'Looking for events on these workloads …'
  const none = whole || missing === '' ? 'no other incident' : 'no other incident so far'
  const burned = incidents === 0 ? none : counted(incidents, 'other incident')
  if (absent)
    return `No source tells of events. On the same workloads: ${burned}.${missing === '' ? '' : ` ${missing}`}`
  if (missing !== '') return `At least ${counted(events, 'event')}, ${burned} on the same workloads. ${missing}`
  if (cut)
    return `The first ${counted(events, 'event')}${total === undefined ? '' : ` of ${total.toLocaleString('en')}`}, ${burned}`
  if (events === 0 && incidents === 0)
    return whole
      ? 'No event and no other incident on these workloads is recorded in this time.'
      : 'Nothing was told so far.'
  return `${events === 0 ? 'No event' : counted(events, 'event')}, ${burned} on the same workloads`
}
