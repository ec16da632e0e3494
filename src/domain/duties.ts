import type { StepState } from './command'
import { type Incident, type IncidentRole, incidentRoles, isOpenAt, type PlanStep } from './incident'
import { after, between, type Duration, type Instant } from './units'

/** When a step of the plan is due: so long after detection, or after opening where detection is not recorded. */
export const stepDue = (incident: Incident, step: PlanStep): Instant | undefined =>
  step.dueAfter === undefined ? undefined : after(incident.clocks.detected ?? incident.opened, step.dueAfter)

/** What was made of a step. */
export const stepStateOf = ({ doneAt, skippedBecause }: PlanStep): StepState =>
  doneAt !== undefined ? 'done' : skippedBecause !== undefined ? 'skipped' : 'open'

/** How a step of the plan stands. `late` is how much too late it was done, or is by now. */
export type StepStanding =
  | { readonly kind: 'done'; readonly at: Instant; readonly late?: Duration }
  | { readonly kind: 'skipped'; readonly because: string }
  | { readonly kind: 'overdue'; readonly due: Instant; readonly late: Duration }
  | { readonly kind: 'due'; readonly due: Instant }
  /** To do at no set time; or never done before the incident ended. */
  | { readonly kind: 'open' | 'left' }

/** Judges one step at `now`. Once the incident has ended, a step that was neither done nor skipped is `left`, never overdue. */
export function stepStanding(incident: Incident, step: PlanStep, now: Instant): StepStanding {
  const due = stepDue(incident, step)
  if (step.doneAt !== undefined) {
    const late = due === undefined ? undefined : between(due, step.doneAt)
    return { kind: 'done', at: step.doneAt, ...(late !== undefined && late > 0 && { late }) }
  }
  if (step.skippedBecause !== undefined) return { kind: 'skipped', because: step.skippedBecause }
  if (!isOpenAt(incident, now)) return { kind: 'left' }
  if (due === undefined) return { kind: 'open' }
  return due < now ? { kind: 'overdue', due, late: between(due, now) } : { kind: 'due', due }
}

/** Roles that one person must hold while an incident burns. */
export const singleRoles = incidentRoles.filter((role) => role !== 'responder')

/**
 * Roles that nobody holds though somebody must: only while it burns, and only where roles are kept at all (`kept`: the
 * source takes roles, or the incident has one).
 */
export function vacantRoles(incident: Incident, now: Instant, kept: boolean): readonly IncidentRole[] {
  if (!isOpenAt(incident, now) || !(kept || incident.roles.length > 0)) return []
  return singleRoles.filter((role) => !incident.roles.some((held) => held.role === role))
}

/** When people expect the next status update, and whether they wait in vain. Nothing once it has ended. */
export function updateDuty(
  incident: Incident,
  now: Instant,
): { readonly due: Instant; readonly overdue: boolean } | undefined {
  if (incident.updateDue === undefined || !isOpenAt(incident, now)) return undefined
  return { due: incident.updateDue, overdue: incident.updateDue < now }
}
