import type { Activity, Assignment } from '../../../src/domain/ownership'
import { stream } from '../random'
import { assignmentsOf } from './draft'
import { everydayActivities } from './everyday'
import { flawed } from './flaws'
import { withExceptions, withHistory } from './history'
import { picturedActivities } from './pictured'

export interface Ownership {
  readonly activities: readonly Activity[]
  readonly assignments: readonly Assignment[]
}

/** Five hundred activities and who holds which role in them, with every class of gap. */
export function ownership(seed: number): Ownership {
  const everyday = everydayActivities(stream(seed, 'activities'))
  const drafts = [...picturedActivities, ...flawed(everyday, stream(seed, 'flaws'))]
  const activities = withExceptions(
    withHistory(
      drafts.map(({ activity }) => activity),
      stream(seed, 'history'),
    ),
  )
  return { activities, assignments: drafts.flatMap(assignmentsOf) }
}
