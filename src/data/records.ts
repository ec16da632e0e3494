import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Facet, Queries, Records } from '../domain/query/facets'
import { type Id, instant } from '../domain/units'
import { type Caveat, type Source, SourceError } from '../sources/contract'
import { merge, type Part, type Picture } from '../sources/merge'
import { readerOf } from '../sources/paging'
import { asError, type Gathered, offering, refusalOf, unopened } from './ask'
import { recall, useKeep, useKept } from './kept'
import { asTheyAre, polled } from './polled'
import { type ConfiguredSource, useData } from './provider'
import { gatherWindow } from './split'

/**
 * What a screen has to show for a question: `absent` no source offers the facet; `loading` nothing has answered yet;
 * `failed` nothing answered and every source failed; `ready` there is a picture. Its parts tell what is missing: one
 * for each source that offers the facet or is not open, as nobody knows what that would offer.
 */
export interface View<F extends Facet> extends Picture<Records[F]> {
  readonly state: 'absent' | 'loading' | 'failed' | 'ready'
  /** True while the picture still shows the answer to the question before. */
  readonly outdated: boolean
  readonly retry: () => void
}

interface Question<F extends Facet> {
  readonly facet: F
  readonly query: Queries[F]
  /** Part of the cache key: tells a window from one record. */
  readonly shape: string
  readonly enabled: boolean
  /** False where an answer carries no time of its own. */
  readonly timed?: boolean
  /** Names all of the question that does not move on with time. */
  readonly moves?: string
  readonly read: (source: Source, signal: AbortSignal) => Promise<Gathered<Records[F]>>
}

/** The part of a source that is not there: nobody knows whether it would tell anything. */
function missingPart<F extends Facet>(source: ConfiguredSource): Part<Records[F]> {
  const error = refusalOf(source)
  return {
    source: source.id,
    items: [],
    complete: false,
    caveats: [],
    pending: error === undefined,
    ...(error && { error }),
  }
}

/** What makes a picture less than all there is. */
const cuts: ReadonlySet<Caveat['kind']> = new Set(['partial', 'truncated', 'set-aside'])
export const isCut = ({ kind }: Caveat): boolean => cuts.has(kind)

/**
 * Whether a picture shows all there is: every configured source that could tell of it has answered this very question,
 * none failed, was refused or is still opening, and none left anything out. Only then may nothing be called good news.
 */
export const isWhole = <F extends Facet>(view: View<F>): boolean =>
  view.state === 'ready' &&
  view.complete &&
  !view.outdated &&
  view.parts.every((part) => !part.error && !part.pending && !part.caveats.some(isCut))

/** Cached per source, merged by a pure function. One dead source costs its own part. */
function useMerged<F extends Facet>(question: Question<F>): View<F> {
  const { facet, query, shape, enabled, timed = true, read, moves } = question
  const data = useData()
  const { sources, gate } = data
  const offered = useMemo(() => offering(sources, facet), [sources, facet])
  const kept = useKept<Gathered<Records[F]>>()
  const answers = useQueries({
    queries: offered.map((source) => ({
      ...polled(data, source, {
        kind: `${facet} ${timed ? 'list' : 'one'}`,
        key: [facet, shape, query],
        timed,
        held: (answer: Gathered<Records[F]>) => answer.items.length,
        follows: source.readers[facet]?.watch !== undefined,
        read: (signal) => read(source, signal),
      }),
      enabled,
      refetchIntervalInBackground: true,
      // Another record is no older answer about this one: only a list stands until its successor is there.
      placeholderData: () => (shape.startsWith('one ') ? undefined : recall(kept, source.id, moves)),
    })),
    combine: asTheyAre,
  })
  useKeep(kept, offered, answers, moves)
  const picture = useMemo(() => {
    const parts = offered.map((source, index): Part<Records[F]> => {
      const answer = answers[index]
      // Kept answers to the same question of an hour ago outlive an error of its successor.
      const before = moves !== undefined && answer?.isError ? recall(kept, source.id, moves) : undefined
      const data = answer?.data ?? before
      return {
        source: source.id,
        items: data?.items ?? [],
        complete: data?.complete ?? false,
        caveats: data?.caveats ?? [],
        pending: answer?.isPending ?? true,
        ...(data?.total !== undefined && { total: data.total }),
        ...(data && { asOf: data.asOf }),
        ...(answer?.error && { error: asError(answer.error, source.id) }),
      }
    })
    const { total, ...merged } = merge(facet, query, [...parts, ...unopened(sources).map(missingPart<F>)])
    const known = merged.parts.every((part) => !part.pending && !part.error)
    return { ...merged, complete: known && merged.complete, ...(known && total !== undefined && { total }) }
  }, [facet, query, sources, offered, answers, kept, moves])
  const heard = picture.parts.some((part) => part.asOf !== undefined)
  const settled = picture.parts.every((part) => !part.pending)
  return {
    ...picture,
    state: picture.parts.length === 0 ? 'absent' : heard ? 'ready' : settled ? 'failed' : 'loading',
    outdated: answers.some((answer) => answer.isPlaceholderData),
    retry: () => {
      for (const { reopen } of sources) reopen?.()
      for (const { id } of offered) gate.open(id)
      for (const answer of answers) void answer.refetch()
    },
  }
}

const need = <F extends Facet>(source: Source, facet: F) => {
  const reader = readerOf(source, facet)
  if (!reader) throw new SourceError('unsupported', source.id, `${source.title} does not offer ${facet}`)
  return reader
}

/** The first `limit` records of a query. Raise the limit as the reader scrolls; doubling it keeps the cost linear. */
export function useWindow<F extends Facet>(facet: F, query: Queries[F], limit: number, enabled = true): View<F> {
  return useMerged({
    facet,
    query,
    shape: `first ${limit}`,
    enabled,
    read: (source, signal) => gatherWindow(facet, need(source, facet), query, limit, { signal }),
  })
}

/** Most records that are taken into one page of the browser. A picture that is cut there says so (`complete`). */
export const wholeLimit = 50_000

/** Every record of a query, up to `wholeLimit` of each source. */
export const useWhole = <F extends Facet>(facet: F, query: Queries[F], enabled = true): View<F> =>
  useWindow(facet, query, wholeLimit, enabled)

/** The same for a question that only moves on with time: `moves` names all that does not. Its last picture outlives errors. */
export function useMoving<F extends Facet>(
  facet: F,
  query: Queries[F],
  moves: string,
  { limit = wholeLimit, enabled = true } = {},
): View<F> {
  return useMerged({
    facet,
    query,
    shape: `first ${limit}`,
    enabled,
    moves,
    read: (source, signal) => gatherWindow(facet, need(source, facet), query, limit, { signal }),
  })
}

const nothing = {}

/** One record as all sources together tell it; no items when none has it. */
export function useRecord<F extends Facet>(facet: F, id: Id | undefined): View<F> {
  const { clock, health } = useData()
  return useMerged({
    facet,
    query: nothing as Queries[F],
    shape: `one ${id ?? ''}`,
    enabled: id !== undefined,
    timed: false,
    read: async (source, signal) => {
      const found = id === undefined ? undefined : await need(source, facet).get(id, { signal })
      // A single record carries no time of its own: it is taken for no newer than what else the source told.
      const now = instant(clock.now() + (source.clockOffset?.() ?? 0))
      const asOf = health.read().get(source.id)?.asOf ?? now
      return { items: found === undefined ? [] : [found], complete: true, caveats: [], asOf }
    },
  })
}
