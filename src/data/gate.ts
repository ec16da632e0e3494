import { retryable, type SourceError } from '../sources/contract'

/** Milliseconds: the longest pause between two requests that may fail, and the ceiling of the first. */
const cap = 30_000
const first = 2_000

/** A pause that one request ends: the next one asked after it, the probe. */
interface Pause {
  readonly error: SourceError
  readonly failures: number
  /** Milliseconds. */
  readonly length: number
  shut: boolean
  probing: boolean
}

/** What stands between the questions and one source. */
interface Doors {
  /** By kind of question: those that failed last. */
  readonly kinds: Map<string, Pause>
  /** Of the source as a whole. */
  whole?: Pause | undefined
  /** Runs while the last good answer is no older than `cap`. */
  good?: ReturnType<typeof setTimeout> | undefined
}

/** Faults that hold for every question, whichever one met them. */
const concernsAll = (error: SourceError): boolean => error.fault === 'unauthenticated' || error.fault === 'rate-limited'

/** The ceiling doubles and the pause is anywhere below it; what will not heal by itself waits longest. */
export function pauseAfter(failures: number, error: SourceError, random: () => number): number {
  if (!retryable[error.fault]) return cap
  return Math.max(random() * Math.min(cap, first * 2 ** (failures - 1)), error.retryAfter ?? 0)
}

/**
 * Lets no failing source be asked too often. A kind of question that failed waits, at least as long as the backend
 * wants. Once nothing of a source answers any more, or where the fault concerns all, its questions share one pause: one
 * request at its end tells whether the rest may follow, which until then gets the last error at once. Pauses go by
 * timers, not by the clock, which may stand still.
 */
export class Gate {
  #sources = new Map<string, Doors>()
  readonly #random: () => number
  readonly #opened: (source: string) => void

  /** `random` in [0, 1). `opened`: a pause is over, or a source answers what it refused: what had to wait may be asked. */
  constructor(random: () => number, opened: (source: string) => void) {
    this.#random = random
    this.#opened = opened
  }

  /** Throws the last error while the question has to wait. */
  enter(source: string, kind: string): void {
    const pauses = this.#pauses(source, kind)
    const shut = pauses.findLast((pause) => pause.shut)
    if (shut) throw shut.error
    for (const pause of pauses) {
      pause.probing = true
      this.#shut(source, pause, cap)
    }
  }

  /** True where nothing of the source had answered any more: what failed until now says nothing of what it is like. */
  answered(source: string, kind: string): boolean {
    const doors = this.#doors(source)
    clearTimeout(doors.good)
    doors.good = setTimeout(() => {
      doors.good = undefined
    }, cap)
    const waited = this.#pauses(source, kind).length > 0
    const isBack = doors.whole !== undefined
    if (isBack) doors.kinds.clear()
    doors.whole = undefined
    doors.kinds.delete(kind)
    if (waited) this.#opened(source)
    return isBack
  }

  failed(source: string, kind: string, error: SourceError): void {
    const doors = this.#doors(source)
    doors.kinds.set(kind, this.#next(source, doors.kinds.get(kind), error))
    const dead = doors.good === undefined && doors.kinds.size > 1
    if (doors.whole || dead || concernsAll(error)) doors.whole = this.#next(source, doors.whole, error)
  }

  /** The question is no longer wanted: the next one may be the probe in its place. */
  left(source: string, kind: string): void {
    for (const pause of this.#pauses(source, kind)) if (pause.probing) pause.shut = false
  }

  /** A person wants it now. */
  open(source: string): void {
    const { whole, kinds } = this.#doors(source)
    for (const pause of [...kinds.values(), ...(whole ? [whole] : [])]) pause.shut = false
  }

  /** Milliseconds after which a question that failed is worth asking again. */
  wait(source: string, kind: string): number {
    return Math.max(first / 4, ...this.#pauses(source, kind).map(({ length }) => length)) + first / 20
  }

  /** Milliseconds of the longest pause that a source is in; 0 while it may be asked anything. */
  pause(source: string): number {
    const { whole, kinds } = this.#doors(source)
    return Math.max(0, ...[whole, ...kinds.values()].map((pause) => (pause?.shut ? pause.length : 0)))
  }

  #doors(source: string): Doors {
    const known = this.#sources.get(source)
    if (known) return known
    const made: Doors = { kinds: new Map() }
    this.#sources.set(source, made)
    return made
  }

  #pauses(source: string, kind: string): readonly Pause[] {
    const { whole, kinds } = this.#doors(source)
    return [whole, kinds.get(kind)].filter((pause) => pause !== undefined)
  }

  /** Questions that were under way together fail together: only the probe makes the next pause. */
  #next(source: string, before: Pause | undefined, error: SourceError): Pause {
    if (before && !before.probing) return before
    const failures = (before?.failures ?? 0) + 1
    const length = pauseAfter(failures, error, this.#random)
    const pause = { error, failures, length, shut: true, probing: false }
    this.#shut(source, pause, length)
    return pause
  }

  #shut(source: string, pause: Pause, length: number): void {
    pause.shut = true
    setTimeout(() => {
      pause.shut = false
      const { whole, kinds } = this.#doors(source)
      if ([whole, ...kinds.values()].includes(pause)) this.#opened(source)
    }, length)
  }
}
