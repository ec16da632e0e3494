import type { OpsEvent } from '../../../src/domain/event'
import type { Incident } from '../../../src/domain/incident'
import type { Activity } from '../../../src/domain/ownership'
import { stream } from '../random'
import { alarmsOf, deploys, ignoredAlarms, plannedEvents } from './everyday'
import { picturedEvents } from './pictured'

/** One shard of two years of events. */
export function eventsOf(
  seed: number,
  shard: number,
  incidents: readonly Incident[],
  activities: readonly Activity[],
): readonly OpsEvent[] {
  const random = stream(seed, `events ${shard}`)
  let last = shard * 100_000
  const id = () => `EVT-${(last += 1)}`
  const byId = new Map(activities.map((each) => [each.id, each]))
  return [
    ...alarmsOf(incidents, byId, random, id),
    ...ignoredAlarms(3_800, random, id),
    ...deploys(4_000, random, id),
    ...plannedEvents(320, random, id),
    ...(shard === 0 ? picturedEvents(random, id) : []),
  ]
}
