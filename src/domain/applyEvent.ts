import type { Command, CommandEnvelope } from './command'
import type { OpsEvent } from './event'
import {
  type Change,
  type Held,
  isStale,
  nextVersion,
  nothing,
  type Refusal,
  stale,
  unknown,
  unlawful,
} from './outcome'
import { eventFields, type TimelineEntry } from './timeline'
import { whyNotLink } from './transitions'
import type { Id } from './units'

type LinkEvent = Extract<Command, { readonly kind: 'link-event' }>

/**
 * The event after the command. One that a rule turned into an incident stays escalated wherever it is linked to; any
 * other was grouped. Unlinked, nothing is known to have become of it.
 */
function linked(event: OpsEvent, incident: Id | undefined): OpsEvent {
  const { incident: _incident, outcome: _outcome, escalatedBy, ...rest } = event
  const version = nextVersion(event.version)
  if (incident === undefined) return { ...rest, version }
  const outcome = escalatedBy === undefined ? 'grouped' : 'escalated'
  return { ...rest, incident, outcome, ...(escalatedBy !== undefined && { escalatedBy }), version }
}

/**
 * Links an event to an incident, or unlinks it, and tells it in the timelines of both: where it is counted in, at the
 * moment it happened; where it no longer is, at the moment it was taken out.
 */
export function applyToEvent(envelope: CommandEnvelope, command: LinkEvent, held: Held): Change | Refusal {
  const event = held.event(command.event)
  if (!event) return unknown('event', command.event)
  if (isStale(event, envelope)) return stale(event.id)
  if (command.incident !== undefined && !held.incident(command.incident)) return unknown('incident', command.incident)
  const reason = whyNotLink(event, command.incident)
  if (reason !== undefined) return unlawful(reason)
  const { at, actor, key } = envelope
  const entry = (incident: Id, counted: boolean): TimelineEntry => ({
    id: `${incident}/${key}`,
    incident,
    at: counted ? event.at : at,
    recordedAt: at,
    sequence: held.nextSequence(incident),
    actor,
    ...eventFields(event, counted),
  })
  const from = event.incident !== undefined && held.incident(event.incident) ? [entry(event.incident, false)] : []
  const to = command.incident === undefined ? [] : [entry(command.incident, true)]
  return { ...nothing, events: [linked(event, command.incident)], timeline: [...from, ...to] }
}
