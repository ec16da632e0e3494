import type { Activity, Assignment } from '../../../src/domain/ownership'
import { stream } from '../random'
import { assignmentsOf } from './draft'
import { everydayActivities } from './everyday'
import { flawed } from './flaws'
import { picturedActivities } from './pictured'

export interface Ownership {
  readonly activities: readonly Activity[]
  readonly assignments: readonly Assignment[]
}

/** Five hundred activities and who holds which role in them, with every class of gap. */
export function ownership(seed: number): Ownership {
  const everyday = everydayActivities(stream(seed, 'activities'))
  const drafts = [...picturedActivities, ...flawed(everyday, stream(seed, 'flaws'))]
  return { activities: drafts.map(({ activity }) => activity), assignments: drafts.flatMap(assignmentsOf) }
}
