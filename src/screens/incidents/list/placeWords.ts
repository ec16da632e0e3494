import { durationText } from '../../../domain/time/format'
import type { TriageClass, TriagePlace } from '../../../domain/triage'
import type { Instant } from '../../../domain/units'

/** Those that somebody must answer at once. */
export const pressing: ReadonlySet<TriageClass> = new Set(['unacknowledged', 'escalation-due', 'no-owner'])

/** Why an incident stands where it does, with its clock at `now`; undefined where it needs nobody. */
export function placeText({ kind, at, step }: TriagePlace, now: Instant): string | undefined {
  const long = at === undefined ? '' : durationText(Math.abs(now - at))
  switch (kind) {
    case 'unacknowledged':
      return `not acknowledged for ${long}`
    case 'escalation-due':
      return `step overdue by ${long}: ${step ?? ''}`
    case 'no-owner':
      return `no owner for ${long}`
    case 'no-plan':
      return 'no response plan'
    case 'update-overdue':
      return `update overdue by ${long}`
    case 'stale':
      return `nothing written for ${long}`
    case 'rest':
      return at === undefined ? undefined : at < now ? `due ${long} ago` : `next due in ${long}`
  }
}
