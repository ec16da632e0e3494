import type { Clock } from '../../data'
import { type Instant, instant, minute } from '../../domain/units'

/** Milliseconds between two looks, on average: no two displays look in step. */
const every = 4 * minute
/** Seconds between two looks at whether it may go on. */
const step = 5

/** What a display has to do with new builds, given from outside. */
export interface Renewing {
  readonly clock: Clock
  /** In [0, 1). */
  readonly random: () => number
  /** The build this page is of. */
  readonly own: string
  /** The build that the server has now; rejects where it does not say. */
  readonly look: () => Promise<string>
  /** The build that the page was last loaded anew for. */
  readonly triedFor: () => string | undefined
  /** Why not now, in words that go on after “once”; undefined: nothing stands against it. */
  readonly hinder: () => string | undefined
  /** Loads the page anew if the server would bring it up; rejects where not. */
  readonly go: (build: string) => Promise<void>
  /** What to say; undefined: nothing. `at`: when it will be. */
  readonly tell: (news: News | undefined) => void
}

/** A new build, and what comes of it. */
export type News =
  | { readonly kind: 'at'; readonly at: Instant }
  | { readonly kind: 'once'; readonly hinder: string }
  /** The page was loaded anew for it, and it was the old one again. */
  | { readonly kind: 'old came' }

/** Looks for a new build, announces it, and goes over to it: once for each, and when nothing stands against it. */
export function watchBuild({ clock, random, own, look, triedFor, hinder, go, tell }: Renewing) {
  let found: { readonly build: string; at: Instant } | undefined
  let going = false
  let timer: ReturnType<typeof setTimeout>

  // A full minute from now, so that the minute that is told is the minute it happens.
  const soon = (): Instant => instant(Math.ceil((clock.now() + minute) / minute) * minute)

  const consider = async () => {
    if (!found || going) return
    const hindrance = hinder()
    if (hindrance !== undefined) {
      // Not at the very moment that the hindrance goes: the room is told when first.
      if (clock.now() >= found.at - minute) found.at = soon()
      return tell({ kind: 'once', hinder: hindrance })
    }
    tell({ kind: 'at', at: found.at })
    if (clock.now() < found.at) return
    going = true
    try {
      await go(found.build)
      found = undefined
    } catch {
      if (found) found.at = soon()
    }
    going = false
  }

  const check = async () => {
    clearTimeout(timer)
    timer = setTimeout(() => void check(), every * (0.75 + 0.5 * random()))
    const build = await look().catch(() => undefined)
    if (build === undefined || build === found?.build) return
    found = undefined
    if (build === own) return tell(undefined)
    if (build === triedFor()) return tell({ kind: 'old came' })
    found = { build, at: soon() }
    await consider()
  }

  timer = setTimeout(() => void check(), minute * random())
  const unsubscribe = clock.subscribe(step, () => void consider())
  return {
    /** Looks at once: a script of this build is gone. */
    check: () => void check(),
    stop: () => {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}
