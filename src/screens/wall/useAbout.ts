import { useMemo } from 'react'
import { useWhole } from '../../data'
import { declaredIn } from '../../domain/holders'
import type { Incident } from '../../domain/incident'
import type { Activity } from '../../domain/ownership'
import { type Recurrence, recurrenceOf } from '../../domain/similar'
import { narrated } from '../../domain/narrative'
import type { TimelineEntry } from '../../domain/timeline'
import type { Id } from '../../domain/units'
import { useWallClock } from './clock'

/** What is known around one incident. */
export interface About {
  readonly entries: readonly TimelineEntry[]
  readonly activity?: Activity
  /** Who answers for the activity, where that is declared. */
  readonly accountable: readonly Id[]
  readonly recurrence?: Recurrence
}

/** The same list as long as it holds the same: no question is asked anew for an order that changed. */
function useIds(ids: readonly (Id | undefined)[]): readonly Id[] {
  const text = [...new Set(ids.filter((id) => id !== undefined))].toSorted().join('\u0000')
  return useMemo(() => (text === '' ? [] : text.split('\u0000')), [text])
}

/** Timelines, activities and problems of the incidents shown. */
export function useAbout(incidents: readonly Incident[]): (incident: Incident) => About {
  const { at } = useWallClock()
  const ids = useIds(incidents.map(({ id }) => id))
  const activityIds = useIds(incidents.map(({ activity }) => activity))
  const problemIds = useIds(incidents.map(({ problem }) => problem))
  const entries = useWhole(
    'timeline',
    useMemo(() => ({ incidents: ids }), [ids]),
    ids.length > 0,
  ).items
  const ofActivities = activityIds.length > 0
  const activities = useWhole(
    'activities',
    useMemo(() => ({ ids: activityIds }), [activityIds]),
    ofActivities,
  ).items
  const claims = useWhole(
    'assignments',
    useMemo(() => ({ activities: activityIds }), [activityIds]),
    ofActivities,
  ).items
  const ofProblems = problemIds.length > 0
  const problems = useWhole(
    'problems',
    useMemo(() => ({ ids: problemIds }), [problemIds]),
    ofProblems,
  ).items
  const others = useWhole(
    'incidents',
    useMemo(() => ({ problems: problemIds }), [problemIds]),
    ofProblems,
  )
  return useMemo(() => {
    const byIncident = Map.groupBy(entries, ({ incident }) => incident)
    return (incident: Incident): About => {
      const activity = activities.find(({ id }) => id === incident.activity)
      const of = claims.filter((claim) => claim.activity === incident.activity)
      const problem = problems.find(({ id }) => id === incident.problem)
      const counted = incident.problem !== undefined && others.state === 'ready'
      return {
        entries: narrated(byIncident.get(incident.id) ?? [], false),
        accountable: declaredIn(of, 'A'),
        ...(activity && { activity }),
        ...(counted && { recurrence: recurrenceOf(incident, problem, others.items, at) }),
      }
    }
  }, [entries, activities, claims, problems, others.state, others.items, at])
}
