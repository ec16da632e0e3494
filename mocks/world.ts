import type { Holdings } from '../src/domain/query/facets'
import type { Instant } from '../src/domain/units'
import { eventsOf } from './world/events'
import { improvementsOf, withFeedback } from './world/improvements'
import { incidentsOf } from './world/incidents'
import { contextOf } from './world/incidents/context'
import { ownership } from './world/ownership'
import { parties } from './world/parties'
import { everydayProblems } from './world/problems/everyday'
import { withHistory } from './world/problems/history'
import { picturedProblems } from './world/problems/pictured'
import { stream } from './world/random'
import { requestsOf } from './world/requests'
import { worldNow } from './world/time'
import { timelineOf } from './world/timeline'
import { workloads } from './world/workloads'

export { worldNow } from './world/time'

/** The invented company Larkmere (a shop), as one instant finds it. */
export interface World {
  readonly holdings: Holdings
  readonly now: Instant
}

/**
 * Two years of the company, the same for the same arguments. `scale` multiplies incidents, timeline and events (for
 * benchmarks): a larger world contains the world of scale 1. Everything stands still at `now`, 2026-11-20T09:42:17Z.
 */
export function world(scale = 1, seed = 42): World {
  const owned = ownership(seed)
  const context = contextOf(owned)
  const problems = [...picturedProblems, ...everydayProblems(stream(seed, 'problems'))]
  const shards = Array.from({ length: scale }, (_, shard) => {
    const incidents = incidentsOf(
      seed,
      shard,
      context,
      problems.map(({ plan }) => plan),
    )
    return {
      incidents,
      timeline: timelineOf(incidents, stream(seed, `timeline ${shard}`)),
      events: eventsOf(seed, shard, incidents, owned.activities),
    }
  })
  const incidents = shards.flatMap((shard) => shard.incidents)
  return {
    now: worldNow,
    holdings: {
      workloads,
      ...owned,
      parties,
      events: shards.flatMap((shard) => shard.events),
      incidents,
      timeline: shards.flatMap((shard) => shard.timeline),
      problems: problems.map(({ problem }) => withHistory(problem)),
      improvements: withFeedback(
        improvementsOf(owned.activities, shards[0]?.incidents ?? [], stream(seed, 'improvements')),
      ),
      requests: requestsOf(owned, stream(seed, 'requests')),
    },
  }
}
