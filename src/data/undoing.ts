import type { Command } from '../domain/command'
import type { Carried } from '../domain/outcome'
import type { Instant } from '../domain/units'
import type { Source } from '../sources/contract'

/** What was last carried out and may be taken back. */
export interface Undoable {
  readonly command: Command
  readonly key: string
  /** By our clock. */
  readonly until: Instant
}

/** What it takes to take it back. */
export interface Done extends Undoable {
  /** Who carried it out. */
  readonly source: Source
  /** What it changed in the picture, where that could be told. */
  readonly carried?: Carried
}

/** Milliseconds, as the domain has it (`undoWithin`); named again so that the rules need not be loaded to show a button. */
export const undoFor = 10_000

/**
 * The last command of this browser that was carried out, wherever it was given, for ten seconds. It goes by a timer:
 * the clock may stand still.
 */
export class UndoBoard {
  #done: Done | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #listeners = new Set<() => void>()

  read = (): Done | undefined => this.#done

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  put(done: Done | undefined): void {
    clearTimeout(this.#timer)
    this.#done = done
    if (done) this.#timer = setTimeout(() => this.put(undefined), undoFor)
    for (const listener of this.#listeners) listener()
  }
}

/** Why what was last done cannot be taken back, or undefined when it can. */
export function whyNotUndo(done: Done | undefined): string | undefined {
  if (!done) return 'Nothing was done here in the last ten seconds.'
  return done.source.commands?.takes.includes('undo') ? undefined : `${done.source.title} takes nothing back.`
}
