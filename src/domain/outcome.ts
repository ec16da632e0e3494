import type { ChangeRequest } from './change'
import type { CommandEnvelope } from './command'
import type { OpsEvent } from './event'
import type { Incident } from './incident'
import type { Activity, Assignment, Party } from './ownership'
import type { Improvement, Problem } from './problem'
import type { Facet, Queries, Records } from './query/facets'
import type { TimelineEntry } from './timeline'
import type { Id } from './units'

/** What a command may look at. */
export interface Held {
  incident(id: Id): Incident | undefined
  event(id: Id): OpsEvent | undefined
  entry(id: Id): TimelineEntry | undefined
  activity(id: Id): Activity | undefined
  request(id: Id): ChangeRequest | undefined
  improvement(id: Id): Improvement | undefined
  problem(id: Id): Problem | undefined
  /** For names in sentences, and for who may decide. */
  party(id: Id): Party | undefined
  /** All claims about the activity. */
  assignments(activity: Id): readonly Assignment[]
  /** Requests about the activity that nobody has decided. */
  openRequests(activity: Id): readonly ChangeRequest[]
  /** The next free sequence number in the incident's timeline. */
  nextSequence(incident: Id): number
  /** What was carried out under a key, where that is still known. */
  carried(key: string): Carried | undefined
}

/** Something that answers queries as `facetRules` says: an engine, a mock backend, a list in memory. */
export interface Holder {
  get<F extends Facet>(facet: F, id: Id): Records[F] | undefined
  list<F extends Facet>(facet: F, query: Queries[F]): readonly Records[F][]
  /** Of one that remembers what it carried out, so that it can be taken back. */
  carried?(key: string): Carried | undefined
}

/** What a command may look at, out of whatever answers queries. */
export const heldIn = (holder: Holder): Held => ({
  incident: (id) => holder.get('incidents', id),
  event: (id) => holder.get('events', id),
  entry: (id) => holder.get('timeline', id),
  activity: (id) => holder.get('activities', id),
  request: (id) => holder.get('requests', id),
  improvement: (id) => holder.get('improvements', id),
  problem: (id) => holder.get('problems', id),
  party: (id) => holder.get('parties', id),
  assignments: (activity) => holder.list('assignments', { activities: [activity] }),
  openRequests: (activity) => holder.list('requests', { activities: [activity], states: ['proposed'] }),
  nextSequence: (incident) =>
    holder.list('timeline', { incidents: [incident] }).reduce((last, { sequence }) => Math.max(last, sequence), 0) + 1,
  carried: (key) => holder.carried?.(key),
})

/** What a command makes different: records as they are afterwards, and assignments that are gone. */
export interface Change {
  readonly incidents: readonly Incident[]
  readonly events: readonly OpsEvent[]
  readonly activities: readonly Activity[]
  readonly timeline: readonly TimelineEntry[]
  readonly assignments: readonly Assignment[]
  /** Ids of assignments that were taken away. */
  readonly removed: readonly Id[]
  readonly problems: readonly Problem[]
  readonly improvements: readonly Improvement[]
  readonly requests: readonly ChangeRequest[]
}

export const nothing: Change = {
  incidents: [],
  events: [],
  activities: [],
  timeline: [],
  assignments: [],
  removed: [],
  problems: [],
  improvements: [],
  requests: [],
}

/** The facets that commands write to. */
export const writtenFacets = [
  'incidents',
  'events',
  'timeline',
  'activities',
  'assignments',
  'problems',
  'improvements',
  'requests',
] as const satisfies readonly (Facet & keyof Change)[]

/** A command that was carried out, with what it takes to take it back. */
export interface Carried {
  readonly envelope: CommandEnvelope
  /** The records it changed or took away, as they stood before. What it made is not among them. */
  readonly before: Omit<Change, 'removed'>
  readonly after: Change
  readonly undone?: boolean
}

/** Ids of what a change made different, by facet: assignments that are gone among them. */
export function changedIds(change: Change): { readonly [F in Facet]?: readonly Id[] } {
  const ids: { [F in Facet]?: readonly Id[] } = {}
  for (const facet of writtenFacets) {
    const gone = facet === 'assignments' ? change.removed : []
    const changed = [...change[facet].map(({ id }) => id), ...gone]
    if (changed.length > 0) ids[facet] = changed
  }
  return ids
}

/** Why a command was not carried out. `stale` means that the record moved on since the person saw it. */
export interface Refusal {
  readonly refused: 'unknown' | 'unlawful' | 'stale'
  readonly reason: string
}

export const isRefusal = (outcome: Change | Refusal): outcome is Refusal => 'refused' in outcome

export const unknown = (what: string, id: Id): Refusal => ({
  refused: 'unknown',
  reason: `There is no ${what} ${id} here.`,
})
export const stale = (what: string): Refusal => ({ refused: 'stale', reason: `${what} was changed meanwhile.` })
export const unlawful = (reason: string): Refusal => ({ refused: 'unlawful', reason })

/** The version after this one. Versions are counted in text, so that a backend may use its own. */
export const nextVersion = (version: string | undefined): string => String(Number(version ?? '0') + 1)

/** Whether the record moved on since the person saw it. A command without a version never is stale. */
export const isStale = (record: { readonly version?: string }, envelope: CommandEnvelope): boolean =>
  envelope.version !== undefined && envelope.version !== (record.version ?? '0')
