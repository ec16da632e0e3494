import type { Holdings } from '../src/domain/query/facets'

/**
 * A few hundred records of each facet, the oldest and the newest incidents with what belongs to them: for tests that ask
 * the same things many times over.
 */
export function excerpt(holdings: Holdings): Holdings {
  const incidents = [...holdings.incidents.slice(0, 40), ...holdings.incidents.slice(-45)]
  const ids = new Set(incidents.map(({ id }) => id))
  const activities = holdings.activities.slice(0, 160)
  const owned = new Set(activities.map(({ id }) => id))
  return {
    ...holdings,
    activities,
    assignments: holdings.assignments.filter(({ activity }) => owned.has(activity)),
    incidents,
    timeline: holdings.timeline.filter(({ incident }) => ids.has(incident)),
    events: holdings.events.filter(({ incident }, index) => ids.has(incident ?? '') || index % 40 === 0),
  }
}
