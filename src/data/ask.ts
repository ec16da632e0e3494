import type { Facet, Queries, Records } from '../domain/query/facets'
import type { Instant } from '../domain/units'
import { type Call, type Caveat, type Reader, type Source, SourceError } from '../sources/contract'
import { distinctCaveats } from '../sources/paging'
import type { Clock, ConfiguredSource } from './provider'
import type { Gate } from './gate'
import type { HealthBoard } from './health'

/** An answer gathered from one or more pages of one source. */
export interface Gathered<R> {
  readonly items: readonly R[]
  readonly complete: boolean
  readonly total?: number
  readonly asOf: Instant
  readonly caveats: readonly Caveat[]
}

export interface Asking {
  readonly clock: Clock
  readonly health: HealthBoard
  readonly gate: Gate
}

/** What is asked: questions of one kind fail together, each is remembered by itself. */
export interface Asked {
  readonly kind: string
  readonly question: string
  /** False where an answer carries no time of its own. */
  readonly timed?: boolean
  /** Aborts when the answer is no longer wanted. */
  readonly signal: AbortSignal
}

export const asError = (cause: unknown, source: string): SourceError =>
  cause instanceof SourceError
    ? cause
    : new SourceError('bad-response', source, cause instanceof Error ? cause.message : String(cause), { cause })

/**
 * Asks a source and writes down how that went, or throws its last error while it must not be asked. Whatever is thrown
 * comes out as a SourceError.
 */
export async function ask<A extends { asOf: Instant; caveats: readonly Caveat[] }>(
  { clock, health, gate }: Asking,
  source: Source,
  { kind, question, timed = true, signal }: Asked,
  read: (signal: AbortSignal) => Promise<A>,
): Promise<A> {
  gate.enter(source.id, kind)
  // At once, not when the reader has noticed: what is asked in its place is asked before that, and would be refused.
  signal.addEventListener('abort', () => gate.left(source.id, kind), { once: true })
  try {
    const answer = await read(signal)
    const { asOf, caveats } = answer
    const clockOffset = source.clockOffset?.()
    const isBack = gate.answered(source.id, kind)
    health.answered(source.id, question, clock.now(), {
      caveats,
      isBack,
      lasting: source.snapshot === true,
      ...(timed && { asOf }),
      ...(clockOffset !== undefined && { clockOffset }),
    })
    return answer
  } catch (cause) {
    const error = asError(cause, source.id)
    if (error.fault !== 'aborted') {
      gate.failed(source.id, kind, error)
      health.failed(source.id, question, clock.now(), error)
    } else if (!signal.aborted) gate.left(source.id, kind)
    throw error
  }
}

const pageSize = 5_000
/** Pages that came shorter than they were asked for are followed by longer ones: not one request for each record that lacks. */
const leastAfter = 100

/** Pages through a reader until `limit` items or the end. The whole is as old as its oldest page. */
export async function gather<F extends Facet>(
  reader: Reader<Records[F], Queries[F]>,
  query: Queries[F],
  limit: number,
  call: Call,
): Promise<Gathered<Records[F]>> {
  const items: Records[F][] = []
  const said: Caveat[] = []
  // A page that says no total held records that could not be read: what other pages count is then not ours.
  let counted = true
  let oldest: Instant | undefined
  let cursor: string | undefined
  for (;;) {
    const left = limit - items.length
    const want = Math.min(pageSize, cursor === undefined ? left : Math.max(left, leastAfter))
    const page = await reader.list(query, { limit: want, ...(cursor !== undefined && { cursor }) }, call)
    items.push(...page.items)
    said.push(...page.caveats)
    counted &&= page.total !== undefined
    if (oldest === undefined || page.asOf < oldest) oldest = page.asOf
    cursor = page.cursor
    if (cursor !== undefined && items.length < limit) continue
    const caveats = distinctCaveats(said)
    return {
      items: items.slice(0, limit),
      complete: cursor === undefined && items.length <= limit,
      asOf: oldest,
      caveats,
      ...(counted && page.total !== undefined && { total: page.total }),
    }
  }
}

/** The sources that offer a facet, in order of belief. */
export const offering = (sources: readonly ConfiguredSource[], facet: Facet): readonly Source[] =>
  sources.flatMap(({ source }) => (source?.readers[facet] ? [source] : []))

/** Sources of which nobody can know yet what they offer: still opening, or refused. */
export const unopened = (sources: readonly ConfiguredSource[]): readonly ConfiguredSource[] =>
  sources.filter(({ source }) => source === undefined)

/** Why a source is not there; undefined while it is opening. */
export const refusalOf = ({ id, refused, fault }: ConfiguredSource): SourceError | undefined =>
  refused === undefined ? undefined : new SourceError(fault ?? 'unsupported', id, refused)
