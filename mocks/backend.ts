import { applyCommand, type Change, heldIn, isRefusal, type Refusal } from '../src/domain/apply'
import { type CommandEnvelope, type CommandKind, commandKinds } from '../src/domain/command'
import {
  type Facet,
  facetNames,
  facetRules,
  type Holdings,
  type Queries,
  type Records,
} from '../src/domain/query/facets'
import type { Carried } from '../src/domain/outcome'
import { remember } from '../src/domain/undo'
import type { Id, Instant } from '../src/domain/units'
import { type Chaos, createChaos } from './chaos'

export interface BackendOptions {
  readonly title?: string
  /** The backend's clock. */
  readonly now: () => Instant
  /** What it offers; everything when absent. */
  readonly facets?: readonly Facet[]
  readonly commands?: readonly CommandKind[]
  readonly summaries?: boolean
  /** Knows what incidents and events can be limited to, and says what they are counted by; early backends do not. */
  readonly limits?: boolean
  readonly changes?: boolean
  readonly chaos?: Chaos
}

/** A world that can be written to: what stands behind a mock wire. */
export interface Backend extends Required<BackendOptions> {
  /** Records that match, in the query's order. */
  list<F extends Facet>(facet: F, query: Queries[F]): readonly Records[F][]
  get<F extends Facet>(facet: F, id: Id): Records[F] | undefined
  /** Carries out a command once for each key. */
  send(envelope: CommandEnvelope): Change | Refusal
  /** Puts records in the place of those with the same ids, or adds them, and tells who watches. */
  put(records: Partial<Holdings>): void
  /** Calls back after every change. Returns the way to stop. */
  watch(changed: () => void): () => void
}

type Shelf<F extends Facet> = Map<Id, Records[F]>
/** Answers kept while nothing changes: paging asks the same query again and again. */
const remembered = 24

export function createBackend(holdings: Holdings, options: BackendOptions): Backend {
  const shelves = new Map<Facet, Map<Id, unknown>>()
  const answers = new Map<string, readonly unknown[]>()
  const outcomes = new Map<string, Change | Refusal>()
  const memory = new Map<string, Carried>()
  const watchers = new Set<() => void>()

  /** The shelf of a facet holds that facet's records only: `stock` is the one who fills it. */
  const shelf = <F extends Facet>(facet: F): Shelf<F> => {
    const known = shelves.get(facet) ?? new Map<Id, unknown>()
    shelves.set(facet, known)
    return known as Shelf<F>
  }

  function stock<F extends Facet>(facet: F, records: readonly Records[F][]): void {
    const { id } = facetRules[facet] as (typeof facetRules)[Facet] & { id: (record: Records[F]) => Id }
    const held = shelf(facet)
    for (const record of records) held.set(id(record), record)
  }

  const put: Backend['put'] = (records) => {
    for (const facet of facetNames) stock(facet, (records[facet] ?? []) as readonly Records[typeof facet][])
    answers.clear()
    for (const watcher of watchers) watcher()
  }

  const list: Backend['list'] = (facet, query) => {
    const key = `${facet} ${JSON.stringify(query)}`
    const known = answers.get(key)
    if (known) return known as readonly Records[typeof facet][]
    const rules = facetRules[facet]
    const found = [...shelf(facet).values()].filter(rules.matcher(query)).toSorted(rules.comparer(query))
    if (answers.size >= remembered) answers.delete(answers.keys().next().value ?? '')
    answers.set(key, found)
    return found
  }

  const get: Backend['get'] = (facet, id) => shelf(facet).get(id)

  const send: Backend['send'] = (envelope) => {
    const before = outcomes.get(envelope.key)
    if (before) return before
    const outcome = applyCommand(envelope, heldIn({ get, list, carried: (key) => memory.get(key) }))
    outcomes.set(envelope.key, outcome)
    if (isRefusal(outcome)) return outcome
    remember(memory, envelope, outcome, { get })
    for (const id of outcome.removed) shelf('assignments').delete(id)
    const { removed: _removed, ...records } = outcome
    put(records)
    return outcome
  }

  put(holdings)
  return {
    title: 'Larkmere operations',
    facets: facetNames,
    commands: commandKinds,
    summaries: true,
    limits: true,
    changes: true,
    chaos: createChaos(),
    ...options,
    list,
    get,
    send,
    put,
    watch: (changed) => {
      watchers.add(changed)
      return () => void watchers.delete(changed)
    },
  }
}
