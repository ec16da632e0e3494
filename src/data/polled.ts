import { replaceEqualDeep } from '@tanstack/react-query'
import type { Instant } from '../domain/units'
import { type Caveat, type Source, SourceError } from '../sources/contract'
import { ask, type Asking } from './ask'
import { interval } from './health'

/** A stable function: with a new one each time, TanStack Query would hand out a new array each render. */
export const asTheyAre = <T>(results: T): T => results

/** Answers that hold more than this many records are neither compared in depth nor asked for at every look. */
const many = 1_000

/** What is looked at again and again. */
interface Looked<A> {
  readonly kind: string
  /** After the source's id, the key of the cache. */
  readonly key: readonly unknown[]
  readonly timed?: boolean
  /** How many records an answer holds. */
  readonly held: (answer: A) => number
  /** The source tells of changes by itself. */
  readonly follows: boolean
  readonly read: (signal: AbortSignal) => Promise<A>
}

interface State {
  readonly status: string
  readonly data?: unknown
  readonly error: unknown
  readonly dataUpdateCount: number
}

/** A number in [0, 1) that goes on evenly from the seed: the same until the next answer, so that no timer starts anew. */
const spread = (seed: number, source: Source, count: number): number =>
  (seed + count * 0.618_034 + source.id.length * 0.37) % 1

/**
 * How a question to one source is asked and asked again: live sources every 15 s or so, a large answer of one that tells
 * of changes every minute, a failing one as its gate allows, a copy only where it could not be reached.
 */
export function polled<A extends { asOf: Instant; caveats: readonly Caveat[] }>(
  asking: Asking & { readonly seed: number },
  source: Source,
  { kind, key, timed = true, held, follows, read }: Looked<A>,
) {
  const { gate, seed } = asking
  const queryKey = [source.id, ...key]
  const large = (data: unknown) => data !== undefined && held(data as A) > many
  return {
    queryKey,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      ask(asking, source, { kind, question: JSON.stringify(key), timed, signal }, read),
    retry: false,
    networkMode: 'always' as const,
    staleTime: source.snapshot ? Number.POSITIVE_INFINITY : interval / 2,
    structuralSharing: (before: unknown, after: unknown): unknown =>
      large(after) ? after : replaceEqualDeep(before, after),
    refetchInterval: ({ state }: { state: State }): number | false => {
      const { status, error, data } = state
      const failed = status === 'error' && error instanceof SourceError
      if (source.snapshot) return failed && error.fault === 'unreachable' && gate.wait(source.id, kind)
      if (failed) return gate.wait(source.id, kind)
      const every = follows && large(data) ? 4 * interval : interval
      return every * (0.75 + 0.5 * spread(seed, source, state.dataUpdateCount))
    },
  }
}
