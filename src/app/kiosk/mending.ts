import type { Clock } from '../../data'
import { type Instant, instant, minute } from '../../domain/units'
import { mayReload, reloadNoted } from '../reload'
import { thisPage, wholePage } from './build'

/** Milliseconds until a picture that crashed is brought back, and at most. It doubles with each crash. */
const first = minute
const longest = 10 * minute
/** A picture that stood for so long is no part of the row of crashes before it. */
const forgiven = 30 * minute

let row = { crashes: 0, at: Number.NEGATIVE_INFINITY }

/** Two within so many milliseconds are one, seen by two. */
const same = 1_000

/**
 * Notes a crash at `now`, and says when the picture is to be brought back. The row outlives what crashed: pauses grow
 * though every try begins anew.
 */
export function crashed(now: Instant): Instant {
  // Either way: a clock that is set back begins no longer row.
  const apart = Math.abs(now - row.at)
  const crashes = apart > forgiven ? 1 : apart < same ? row.crashes : row.crashes + 1
  row = { crashes, at: now }
  return instant(now + Math.min(longest, first * 2 ** (crashes - 1)))
}

/** What bringing it back came to. */
export type Mended = 'reloading' | 'drawn again'

/**
 * Brings a crashed picture back: loads the page anew where that is allowed and the server would bring it up, else draws
 * it again in place.
 */
export async function mend(clock: Clock, retry: () => void, reload?: () => void): Promise<Mended> {
  const { signal } = new AbortController()
  if (mayReload(clock.now())) {
    const build = await wholePage(thisPage(), { signal }).catch(() => undefined)
    if (build !== undefined && reloadNoted(clock.now(), build, reload)) return 'reloading'
  }
  retry()
  return 'drawn again'
}
