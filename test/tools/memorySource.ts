import { applyCommand, changedIds, heldIn, isRefusal, writtenFacets } from '../../src/domain/apply'
import { commandKinds, type CommandEnvelope } from '../../src/domain/command'
import type { Carried, Holder } from '../../src/domain/outcome'
import {
  type Facet,
  facetNames,
  facetRules,
  type Holdings,
  type Queries,
  type Records,
} from '../../src/domain/query/facets'
import { emptySummary, summarise, summariseEvents } from '../../src/domain/summarise'
import type { Summary } from '../../src/domain/summary'
import { remember } from '../../src/domain/undo'
import { instant } from '../../src/domain/units'
import {
  type Call,
  type Caveat,
  isCounted,
  type Question,
  type Reader,
  type Source,
  SourceError,
} from '../../src/sources/contract'

export interface MemorySource extends Source {
  /** Makes every call fail until it is called with nothing. */
  fail(error?: SourceError): void
  /** Makes every call wait until it is called with false. */
  hang(hanging: boolean): void
  /** Holds these records as well, or instead of those with the same ids, as if changed by somebody else, and tells so. */
  put<F extends Facet>(facet: F, records: readonly Records[F][]): void
  /** Commands that were carried out. */
  readonly sent: readonly CommandEnvelope[]
}

export interface MemoryOptions {
  readonly id?: string
  /** A function where readings get younger. */
  readonly asOf?: number | (() => number)
  readonly snapshot?: boolean
  readonly readOnly?: boolean
  /** Facets that are not offered. */
  readonly without?: readonly Facet[]
  /** What is said of each list of a facet. */
  readonly caveats?: Partial<Record<Facet, readonly Caveat[]>>
}

/** A right source over records in memory, with switches for what goes wrong. For tests of screens and of the data layer. */
export function memorySource(given: Partial<Holdings>, options: MemoryOptions = {}): MemorySource {
  const { id = 'memory', asOf = 0, without = [], caveats = {} } = options
  const held = new Map<Facet, readonly Records[Facet][]>(facetNames.map((facet) => [facet, given[facet] ?? []]))
  const sent: CommandEnvelope[] = []
  const memory = new Map<string, Carried>()
  const watchers = new Set<() => void>()
  const readAt = () => instant(typeof asOf === 'function' ? asOf() : asOf)
  let failure: SourceError | undefined
  let hanging: PromiseWithResolvers<void> | undefined

  const gate = async (signal: AbortSignal) => {
    await hanging?.promise
    if (signal.aborted) throw new SourceError('aborted', id, 'no longer wanted')
    if (failure) throw failure
  }

  const records = <F extends Facet>(facet: F) => (held.get(facet) ?? []) as readonly Records[F][]

  const counters: { readonly [F in Facet]?: (question: Question<F>) => Summary } = {
    incidents: (question) => summarise(records('incidents'), question),
    events: (question) => summariseEvents(records('events'), question),
  }
  const count = <F extends Facet>(facet: F, question: Question<F>) => counters[facet]?.(question) ?? emptySummary

  const reader = <F extends Facet>(facet: F): Reader<Records[F], Queries[F], Question<F>> => {
    const rules = facetRules[facet]
    const all = () => records(facet)
    return {
      async list(query, page, { signal }) {
        await gate(signal)
        const matching = all().filter(rules.matcher(query)).toSorted(rules.comparer(query))
        const start = Number(page.cursor ?? 0)
        const end = start + page.limit
        return {
          items: matching.slice(start, end),
          total: matching.length,
          asOf: readAt(),
          caveats: caveats[facet] ?? [],
          ...(end < matching.length && { cursor: String(end) }),
        }
      },
      async get(wanted, { signal }) {
        await gate(signal)
        return all().find((record) => rules.id(record) === wanted)
      },
      watch: (changed) => {
        watchers.add(changed)
        return () => watchers.delete(changed)
      },
      ...(isCounted(facet) && {
        async summarise(question: Question<F>, { signal }: Call) {
          await gate(signal)
          return { summary: count(facet, question), asOf: readAt(), caveats: [] }
        },
      }),
    }
  }

  const put = (facet: Facet, records: readonly { readonly id: string }[]) => {
    const changed = new Map(records.map((record) => [record.id, record]))
    const before = held.get(facet) ?? []
    const kept = before.map((record) => (changed.get(record.id) ?? record) as Records[Facet])
    const known = new Set(before.map((record) => record.id))
    held.set(facet, [...kept, ...(records.filter((record) => !known.has(record.id)) as Records[Facet][])])
  }

  return {
    contract: 1,
    id,
    title: id,
    readers: Object.fromEntries(
      facetNames.filter((facet) => !without.includes(facet)).map((facet) => [facet, reader(facet)]),
    ),
    ...(options.snapshot && { snapshot: true as const }),
    ...(!options.readOnly && {
      commands: {
        takes: commandKinds,
        async send(envelope: CommandEnvelope, { signal }: { signal: AbortSignal }) {
          await gate(signal)
          const holder: Holder = {
            get: (facet, wanted) => records(facet).find((record) => facetRules[facet].id(record) === wanted),
            list: (facet, query) => records(facet).filter(facetRules[facet].matcher(query)),
            carried: (key) => memory.get(key),
          }
          const outcome = applyCommand(envelope, heldIn(holder))
          if (isRefusal(outcome))
            throw new SourceError(outcome.refused === 'stale' ? 'conflict' : 'unsupported', id, outcome.reason)
          remember(memory, envelope, outcome, holder)
          const gone = new Set(outcome.removed)
          held.set(
            'assignments',
            records('assignments').filter(({ id }) => !gone.has(id)),
          )
          for (const facet of writtenFacets) put(facet, outcome[facet])
          sent.push(envelope)
          for (const changed of watchers) changed()
          return { changed: changedIds(outcome) }
        },
      },
    }),
    close: () => watchers.clear(),
    sent,
    put: (facet, records) => {
      put(facet, records)
      for (const changed of watchers) changed()
    },
    fail: (error) => {
      failure = error
    },
    hang: (on) => {
      if (on) hanging ??= Promise.withResolvers<void>()
      else {
        hanging?.resolve()
        hanging = undefined
      }
    },
  }
}
