import { endOf, type Incident, isOpenAt } from '../incident'
import { reviewStanding } from '../reviewDue'
import type { TimelineEntry } from '../timeline'
import { between, type Duration, duration, type Instant, minute } from '../units'

/** How long the wall goes on saying that an incident was resolved, or burns again. */
export const announcedFor = { resolved: duration(15 * minute), resumed: duration(30 * minute) } as const

const within = (at: Instant | undefined, now: Instant, length: Duration): boolean =>
  at !== undefined && at <= now && between(at, now) < length

/** Ended by `now`, the newest first. */
export const ended = (incidents: readonly Incident[], now: Instant): readonly Incident[] =>
  incidents
    .filter((incident) => (endOf(incident) ?? now + 1) <= now)
    .toSorted((left, right) => (endOf(right) ?? 0) - (endOf(left) ?? 0))

/** Ended a moment ago: said aloud, before it becomes a line at the foot. */
export const justEnded = (incidents: readonly Incident[], now: Instant): readonly Incident[] =>
  ended(incidents, now).filter((incident) => within(endOf(incident), now, announcedFor.resolved))

/** When an open incident last came back, if that is worth saying still. */
export function resumedAt(entries: readonly TimelineEntry[], now: Instant): Instant | undefined {
  const at = entries.findLast(({ kind }) => kind === 'resume')?.at
  return within(at, now, announcedFor.resumed) ? at : undefined
}

/** The last SEV1 that is over: how long ago it ended, or began where its end is not recorded. */
export interface LastWorst {
  readonly incident: Incident
  readonly ago: Duration
  readonly from: 'end' | 'start'
}

/** Of incidents that are all SEV1. Undefined where none is over. */
export function lastWorst(incidents: readonly Incident[], now: Instant): LastWorst | undefined {
  const over = incidents.filter((incident) => incident.opened <= now && !isOpenAt(incident, now))
  const momentOf = (incident: Incident) => endOf(incident) ?? incident.opened
  const incident = over.toSorted((left, right) => momentOf(right) - momentOf(left))[0]
  if (!incident) return undefined
  return {
    incident,
    ago: duration(Math.max(0, now - momentOf(incident))),
    from: endOf(incident) === undefined ? 'start' : 'end',
  }
}

/** Post-incident reviews that the policy asks for and nobody held yet. */
export function reviewDebt(
  incidents: readonly Incident[],
  now: Instant,
): { readonly overdue: number; readonly due: number } {
  const kinds = incidents.map((incident) => reviewStanding(incident, now).kind)
  return {
    overdue: kinds.filter((kind) => kind === 'overdue').length,
    due: kinds.filter((kind) => kind === 'due').length,
  }
}
