import type { Severity } from '../../../src/domain/incident'
import type { Id, Instant } from '../../../src/domain/units'
import type { Draft } from '../incidents/draft'

/** An incident that a problem will cause: the nearest one scheduled is made its own. */
export interface Recurrence {
  readonly near: Instant
  readonly severity: Severity
  readonly title: string
}

export interface ProblemPlan {
  readonly id: Id
  readonly workload: Id
  readonly recurrences: readonly Recurrence[]
}

/**
 * Makes scheduled incidents those of problems, so that problems come back when they should while the counts per week stay
 * as they are scheduled. Each is taken once.
 */
export function claimed(drafts: readonly Draft[], plans: readonly ProblemPlan[]): readonly Draft[] {
  const result = [...drafts]
  const taken = new Set<number>()
  for (const plan of plans)
    for (const { near, severity, title } of plan.recurrences) {
      let best = -1
      let distance = Number.POSITIVE_INFINITY
      drafts.forEach((draft, index) => {
        const apart = Math.abs(draft.opened - near)
        if (apart < distance && !taken.has(index)) {
          best = index
          distance = apart
        }
      })
      const draft = drafts[best]
      if (!draft) continue
      taken.add(best)
      result[best] = { ...draft, severity, title, workload: plan.workload, problem: plan.id }
    }
  return result
}
