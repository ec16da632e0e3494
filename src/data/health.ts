import type { Instant } from '../domain/units'
import type { Caveat, Progress, SourceError } from '../sources/contract'
import { distinctCaveats } from '../sources/paging'

/** What is known of one source from its answers so far. */
export interface Health {
  readonly source: string
  /** As-of time of the newest good answer, by the backend's clock. */
  readonly asOf?: Instant
  /** When a good answer last came in, by ours. */
  readonly answeredAt?: Instant
  /** The newest error of a question that has not been answered since. */
  readonly error?: SourceError
  /** When that was, by ours. */
  readonly failedAt?: Instant
  /** Errors since all was well. */
  readonly failures: number
  /** Of the newest answer to each question. */
  readonly caveats: readonly Caveat[]
  readonly progress?: Progress
  /** Backend's clock minus ours, in milliseconds. */
  readonly clockOffset?: number
}

/** Fresh within 2 intervals, ageing within 4, stale after, dead when nothing was ever heard and it fails. */
export type Freshness = 'snapshot' | 'fresh' | 'ageing' | 'stale' | 'dead' | 'unknown'

/** Milliseconds between two looks at a live source. */
export const interval = 15_000

/** What a question that nobody asks any more is remembered for: longer than any two looks at a source are apart. */
const memory = 5 * interval

/**
 * How fresh a source is at `now`: by the older of when it last answered and what it last told of (by its own clock),
 * never by whether a query says success. One that has failed since is not called fresh, however short ago it answered.
 */
export function freshness(health: Health, snapshot: boolean, now: Instant): Freshness {
  if (health.answeredAt === undefined) return health.error ? 'dead' : 'unknown'
  if (snapshot) return health.error ? 'stale' : 'snapshot'
  const told = health.asOf === undefined ? 0 : now + (health.clockOffset ?? 0) - health.asOf
  const age = Math.max(now - health.answeredAt, told)
  if (age < 2 * interval) return health.error ? 'ageing' : 'fresh'
  return age < 4 * interval ? 'ageing' : 'stale'
}

/** A good answer, as far as health goes by it. */
export interface Heard {
  /** Absent where the answer carries no time of its own. */
  readonly asOf?: Instant
  readonly caveats: readonly Caveat[]
  readonly clockOffset?: number
  /** Nothing of the source answered before: its errors are over, also those of questions that nobody asks any more. */
  readonly isBack?: boolean
  /** A copy tells it once: it is not asked again, and not forgotten. */
  readonly lasting?: boolean
}

/** How one question to one source went last. */
interface Outcome {
  readonly at: Instant
  readonly caveats: readonly Caveat[]
  readonly error?: SourceError
  readonly lasting?: boolean
}

const unheard = (source: string): Health => ({ source, failures: 0, caveats: [] })

/** Collects health outside React: every answer writes, lights and walls subscribe. */
export class HealthBoard {
  #states = new Map<string, Health>()
  #outcomes = new Map<string, Map<string, Outcome>>()
  #snapshot: ReadonlyMap<string, Health> = new Map()
  #listeners = new Set<() => void>()

  read = (): ReadonlyMap<string, Health> => this.#snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Notes a good answer: it replaces what the same question met before, and no other's. */
  answered(source: string, question: string, at: Instant, heard: Heard): void {
    const { asOf, caveats, clockOffset, isBack = false, lasting = false } = heard
    const { asOf: before, ...rest } = this.#states.get(source) ?? unheard(source)
    const newest = asOf === undefined || (before !== undefined && before > asOf) ? before : asOf
    if (isBack) this.#forgive(source)
    this.#note(source, question, { at, caveats, lasting })
    this.#set(
      {
        ...rest,
        answeredAt: at,
        ...(newest !== undefined && { asOf: newest }),
        ...(clockOffset !== undefined && { clockOffset }),
      },
      0,
    )
  }

  failed(source: string, question: string, at: Instant, error: SourceError): void {
    const known = this.#outcomes.get(source)?.get(question)
    this.#note(source, question, { at, caveats: known?.caveats ?? [], error })
    this.#set(this.#states.get(source) ?? unheard(source), 1)
  }

  gathering(source: string, progress: Progress | undefined): void {
    const { progress: _progress, ...rest } = this.#states.get(source) ?? unheard(source)
    this.#set(progress ? { ...rest, progress } : rest, 0)
  }

  #forgive(source: string): void {
    const outcomes = this.#outcomes.get(source)
    for (const [question, { error }] of outcomes ?? []) if (error) outcomes?.delete(question)
  }

  /** The newest comes last. What was not asked for long is forgotten: it is of no interest, or will be asked again. */
  #note(source: string, question: string, outcome: Outcome): void {
    const outcomes = this.#outcomes.get(source) ?? new Map<string, Outcome>()
    this.#outcomes.set(source, outcomes)
    outcomes.delete(question)
    outcomes.set(question, outcome)
    for (const [each, { at, lasting }] of outcomes) if (!lasting && at < outcome.at - memory) outcomes.delete(each)
  }

  #set({ error: _error, failedAt: _failedAt, ...rest }: Health, failures: number): void {
    const outcomes = [...(this.#outcomes.get(rest.source)?.values() ?? [])]
    const failed = outcomes.findLast((outcome) => outcome.error !== undefined)
    const health = {
      ...rest,
      caveats: distinctCaveats(outcomes.flatMap(({ caveats }) => caveats)),
      failures: failed ? rest.failures + failures : 0,
      ...(failed?.error && { error: failed.error, failedAt: failed.at }),
    }
    this.#states.set(rest.source, health)
    this.#snapshot = new Map(this.#states).set(rest.source, health)
    for (const listener of this.#listeners) listener()
  }
}
