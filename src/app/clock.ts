import type { Clock } from '../data'
import { type Instant, instant, parseInstant } from '../domain/units'

const tick = 1000

/**
 * The only clock of the product: one timer, whatever the number of listeners. `start` makes it begin at another moment
 * and go on from there (the invented company lives at its own time).
 */
export function tickingClock(start?: Instant): Clock {
  const shift = start === undefined ? 0 : start - Date.now()
  const listeners = new Map<() => void, { readonly every: number; last: number }>()
  let timer: ReturnType<typeof setInterval> | undefined

  const now = (): Instant => instant(Date.now() + shift)
  const period = (every: number): number => Math.floor(now() / every)
  // A sleeping computer or a hidden window skips ticks: periods are compared, not counted.
  const look = () => {
    for (const [listener, state] of listeners) {
      const current = period(state.every)
      if (current === state.last) continue
      state.last = current
      listener()
    }
  }
  return {
    now,
    subscribe(seconds, listener) {
      const every = seconds * 1000
      // The same function may listen twice: each gets an entry of its own.
      const own = () => listener()
      listeners.set(own, { every, last: period(every) })
      if (timer === undefined) {
        timer = setInterval(look, tick)
        globalThis.document?.addEventListener('visibilitychange', look)
      }
      return () => {
        listeners.delete(own)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
        globalThis.document?.removeEventListener('visibilitychange', look)
      }
    },
  }
}

/** A clock that stands still: for tests, pictures and the frozen demo. */
export const frozenClock = (at: Instant): Clock => ({ now: () => at, subscribe: () => () => {} })

/** The moment that `?now=` names. Read in development and in the demo only: production has no way to lie about time. */
export function frozenAt(search: string): Instant | undefined {
  const text = new URLSearchParams(search).get('now')
  return text === null ? undefined : parseInstant(text)
}
