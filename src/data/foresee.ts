import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { applyCommand, type Change, isRefusal } from '../domain/apply'
import { type CommandEnvelope, targetOf } from '../domain/command'
import { type Carried, heldIn, writtenFacets } from '../domain/outcome'
import { type Facet, facetRules, type Queries, type Records } from '../domain/query/facets'
import { remember, takenBack } from '../domain/undo'
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
  /** What is foreseen, and what stood before. */
  readonly carried: Carried
  /** Of the facets that change. */
  readonly touches: (key: QueryKey) => boolean
  /** Shows it. Returns the way back. */
  readonly show: () => () => void
  /** Shows it again in an answer that has come since, where the records still stand as they did before. */
  readonly again: (key: QueryKey) => void
  /** Takes it out of the picture, where nothing has changed the records since. */
  readonly hide: () => void
}

const isList = (key: QueryKey): boolean => typeof key[2] === 'string' && key[2].startsWith('first ')

/** Records that take the places of others, that are new, and that go. */
interface Edit {
  readonly changed: readonly Identified[]
  readonly gone: ReadonlySet<Id>
}

/** An answer after the edit: records replaced, those that are gone left out, new ones put where they belong. */
function after<F extends Facet>(cached: Cached, facet: F, key: QueryKey, edit: Edit, grows: boolean): Cached {
  const changed = new Map(edit.changed.map((record) => [record.id, record]))
  const known = new Set(cached.items.map(({ id }) => id))
  const kept = cached.items.filter(({ id }) => !edit.gone.has(id)).map((record) => changed.get(record.id) ?? record)
  const query = key[3] as Queries[F]
  const rules = facetRules[facet]
  const matches = rules.matcher(query)
  const added = grows ? edit.changed.filter((each) => !known.has(each.id) && matches(each as Records[F])) : []
  const items =
    added.length === 0
      ? kept
      : [...kept, ...added].toSorted((left, right) => rules.comparer(query)(left as Records[F], right as Records[F]))
  const difference = items.length - cached.items.length
  return { ...cached, items, ...(cached.total !== undefined && { total: cached.total + difference }) }
}

type Told = Omit<Change, 'removed'>

const told = (change: Told, facet: Facet): readonly Identified[] => {
  const written = writtenFacets.find((each) => each === facet)
  return written === undefined ? [] : change[written]
}
const none: ReadonlySet<Id> = new Set()
const editOf = (change: Change, facet: Facet): Edit => ({
  changed: told(change, facet),
  gone: facet === 'assignments' ? new Set(change.removed) : none,
})

/** By content, not by version: what is foreseen has a version that somebody else's change may come to as well. */
const alike = (left: Identified | undefined, right: Identified | undefined): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right)

/** The edit that leads from one state of records to another, for those of them that the answer tells as `from` does. */
function between(from: Told, to: Told, facet: Facet, cached: Cached): Edit {
  const [old, next] = [told(from, facet), told(to, facet)]
  const is = new Map(cached.items.map((record) => [record.id, record]))
  const was = new Map(old.map((record) => [record.id, record]))
  const stays = new Set(next.map(({ id }) => id))
  return {
    changed: next.filter(({ id }) => (was.has(id) ? is.has(id) && alike(is.get(id), was.get(id)) : !is.has(id))),
    gone: new Set(old.flatMap(({ id }) => (is.has(id) && !stays.has(id) ? [id] : []))),
  }
}

/** A command that is to be taken back, and the source that carried it out. */
export interface TakingBack {
  readonly source: string
  readonly carried: Carried
}

/**
 * What a command will change in the answers that the cache holds, or undefined when the domain already knows that it
 * will be refused, or too little is in the cache to tell. New records are shown where the record they belong to is.
 */
export function foresee(client: QueryClient, envelope: CommandEnvelope, back?: TakingBack): Foreseen | undefined {
  const target = targetOf(envelope.command)
  const source = back ? back.source : target && sourceOf(client, target.facet, target.id)
  if (target && source === undefined) return undefined
  const records = <F extends Facet>(facet: F) => recordsIn(client, facet, facet === 'parties' ? undefined : source)
  const holder = {
    get: <F extends Facet>(facet: F, id: Id) => records(facet).get(id),
    list: <F extends Facet>(facet: F, query: Queries[F]) =>
      [...records(facet).values()].filter(facetRules[facet].matcher(query)),
  }
  // Whether it is too late, or has changed, only the source can judge.
  const outcome = back ? takenBack(back.carried, envelope, heldIn(holder)) : applyCommand(envelope, heldIn(holder))
  if (isRefusal(outcome)) return undefined
  const memory = new Map<string, Carried>()
  remember(memory, envelope, outcome, holder)
  const carried = memory.get(envelope.key) ?? { envelope, before: outcome, after: outcome }
  const facets = writtenFacets.filter(
    (facet) => outcome[facet].length > 0 || (facet === 'assignments' && outcome.removed.length > 0),
  )
  // Nothing was heard: when the answer came and what failed since must stay as they are.
  const write = (key: QueryKey, data: Cached) =>
    client.getQueryCache().find({ queryKey: key, exact: true })?.setState({ data })
  const edit = (key: QueryKey, facet: Facet, how: (cached: Cached) => Edit) => {
    const data = client.getQueryData(key)
    if (!isCached(data)) return
    const wanted = how(data)
    if (wanted.changed.length + wanted.gone.size > 0)
      write(key, after(data, facet, key, wanted, key[0] === source && isList(key)))
  }
  return {
    carried,
    touches: (key) => facets.some((facet) => isOf(key, facet)),
    show: () => {
      const undo: (() => void)[] = []
      for (const facet of facets)
        for (const [key, data] of client.getQueriesData({ predicate: ({ queryKey }) => isOf(queryKey, facet) })) {
          if (!isCached(data)) continue
          edit(key, facet, () => editOf(outcome, facet))
          undo.push(() => write(key, data))
        }
      return () => {
        for (const each of undo) each()
      }
    },
    again: (key) => {
      const facet = facets.find((each) => isOf(key, each))
      if (facet) edit(key, facet, (cached) => between(carried.before, carried.after, facet, cached))
    },
    hide: () => {
      for (const facet of facets)
        for (const [key] of client.getQueriesData({ predicate: ({ queryKey }) => isOf(queryKey, facet) }))
          edit(key, facet, (cached) => between(carried.after, carried.before, facet, cached))
    },
  }
}
