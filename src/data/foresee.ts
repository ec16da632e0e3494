import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { applyCommand, type Change, isRefusal } from '../domain/apply'
import { type CommandEnvelope, targetOf } from '../domain/command'
import { heldIn, writtenFacets } from '../domain/outcome'
import { type Facet, facetRules, type Queries, type Records } from '../domain/query/facets'
import type { Id } from '../domain/units'
import { type Cached, isCached, isOf } from './taker'

type Identified = Cached['items'][number]

/** Every record of a facet that any answer in the cache holds, once. Of `source` only, where one is named. */
function recordsIn<F extends Facet>(client: QueryClient, facet: F, source: unknown): ReadonlyMap<Id, Records[F]> {
  const found = new Map<Id, Records[F]>()
  for (const [key, data] of client.getQueriesData({ predicate: ({ queryKey }) => isOf(queryKey, facet) }))
    // Answers are cached under their facet by `useMerged`, and nowhere else: the records are of that facet.
    if (isCached(data) && (source === undefined || key[0] === source))
      for (const record of data.items) found.set(record.id, record as Records[F])
  return found
}

/** The source whose answer holds the record; the first in the cache where several do. */
function sourceOf(client: QueryClient, facet: Facet, id: Id): unknown {
  const answers = client.getQueriesData({ predicate: ({ queryKey }) => isOf(queryKey, facet) })
  return answers.find(([, data]) => isCached(data) && data.items.some((record) => record.id === id))?.[0][0]
}

/** What the cached answers will become. */
export interface Foreseen {
  /** Of the facets that change. */
  readonly touches: (key: QueryKey) => boolean
  /** Shows it. Returns the way back. */
  readonly show: () => () => void
}

const isList = (key: QueryKey): boolean => typeof key[2] === 'string' && key[2].startsWith('first ')

/** An answer after the change: records replaced, those that are gone left out, new ones put where they belong. */
function after<F extends Facet>(cached: Cached, facet: F, key: QueryKey, change: Change, grows: boolean): Cached {
  const changed = new Map(changedOf(change, facet).map((record) => [record.id, record]))
  const gone = new Set(facet === 'assignments' ? change.removed : [])
  const known = new Set(cached.items.map(({ id }) => id))
  const kept = cached.items.filter(({ id }) => !gone.has(id)).map((record) => changed.get(record.id) ?? record)
  const query = key[3] as Queries[F]
  const rules = facetRules[facet]
  const matches = rules.matcher(query)
  const added = grows ? [...changed.values()].filter((each) => !known.has(each.id) && matches(each as Records[F])) : []
  const items =
    added.length === 0
      ? kept
      : [...kept, ...added].toSorted((left, right) => rules.comparer(query)(left as Records[F], right as Records[F]))
  const difference = items.length - cached.items.length
  return { ...cached, items, ...(cached.total !== undefined && { total: cached.total + difference }) }
}

const changedOf = (change: Change, facet: Facet): readonly Identified[] => {
  const written = writtenFacets.find((each) => each === facet)
  return written === undefined ? [] : change[written]
}

/**
 * What a command will change in the answers that the cache holds, or undefined when the domain already knows that it
 * will be refused, or too little is in the cache to tell. New records are shown where the record they belong to is.
 */
export function foresee(client: QueryClient, envelope: CommandEnvelope): Foreseen | undefined {
  const target = targetOf(envelope.command)
  const source = target && sourceOf(client, target.facet, target.id)
  if (target && source === undefined) return undefined
  const records = <F extends Facet>(facet: F) => recordsIn(client, facet, facet === 'parties' ? undefined : source)
  const held = heldIn({
    get: (facet, id) => records(facet).get(id),
    list: (facet, query) => [...records(facet).values()].filter(facetRules[facet].matcher(query)),
  })
  const outcome = applyCommand(envelope, held)
  if (isRefusal(outcome)) return undefined
  const facets = writtenFacets.filter(
    (facet) => outcome[facet].length > 0 || (facet === 'assignments' && outcome.removed.length > 0),
  )
  return {
    touches: (key) => facets.some((facet) => isOf(key, facet)),
    show: () => {
      const undo: (() => void)[] = []
      for (const facet of facets)
        for (const [key, data] of client.getQueriesData({ predicate: ({ queryKey }) => isOf(queryKey, facet) })) {
          if (!isCached(data)) continue
          const grows = key[0] === source && isList(key)
          client.setQueryData(key, after(data, facet, key, outcome, grows))
          undo.push(() => client.setQueryData(key, data))
        }
      return () => {
        for (const each of undo) each()
      }
    },
  }
}
