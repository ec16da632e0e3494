import type { Activity } from '../../../src/domain/ownership'
import type { Id } from '../../../src/domain/units'
import type { Ownership } from '../ownership'

/** What an incident needs to know of who owns what. */
export interface Context {
  /** Activities of a workload that answer events, else all of them. */
  readonly answering: (workload: Id) => readonly Activity[]
  /** The team that performs an activity, where one is declared. */
  readonly performer: (activity: Id) => Id | undefined
}

export function contextOf({ activities, assignments }: Ownership): Context {
  const byWorkload = Map.groupBy(activities, (each) => each.workload)
  const answering = new Map(
    [...byWorkload].map(([workload, all]) => {
      const responses = all.filter((each) => each.events.length > 0)
      return [workload, responses.length > 0 ? responses : all]
    }),
  )
  const performers = new Map<Id, Id>()
  for (const { activity, role, party, claim } of assignments)
    if (role === 'R' && claim === 'declared' && party?.startsWith('team:') && !performers.has(activity))
      performers.set(activity, party)
  return { answering: (workload) => answering.get(workload) ?? [], performer: (activity) => performers.get(activity) }
}
