import type { Incident } from '../../../domain/incident'
import type { Activity } from '../../../domain/ownership'
import type { Id } from '../../../domain/units'
import type { Lack } from '../query'

/** What is known besides the incidents; undefined where no source keeps such a thing. */
export interface LackContext {
  /** Whether any of the incidents carries a response plan. */
  readonly plans: boolean
  readonly activities: ReadonlyMap<Id, Activity> | undefined
}

/** What can be judged at all: where no source keeps plans or activities, none is missing. */
export const judged = (lack: Lack, { plans, activities }: LackContext): boolean =>
  lack === 'unowned' || (lack === 'unplanned' ? plans : activities !== undefined)

/** Whether an open incident lacks something. An incident that leads to no activity leads to no runbook either. */
export function doesLack(incident: Incident, lack: Lack, { activities }: LackContext): boolean {
  const activity = incident.activity === undefined ? undefined : activities?.get(incident.activity)
  switch (lack) {
    case 'unowned':
      return incident.team === undefined && incident.assignee === undefined
    case 'unplanned':
      return incident.plan === undefined
    case 'unmatched':
      return incident.activity === undefined
    case 'no-runbook':
      return activity?.runbook === undefined
  }
}

/** Those that lack everything that was asked for, as far as it can be judged. */
export const lacking = (incidents: readonly Incident[], asked: readonly Lack[], context: LackContext) => {
  const lawful = asked.filter((lack) => judged(lack, context))
  return lawful.length === 0
    ? incidents
    : incidents.filter((incident) => lawful.every((lack) => doesLack(incident, lack, context)))
}
