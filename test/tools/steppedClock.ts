import type { Clock } from '../../src/data'
import { instant } from '../../src/domain/units'

/** A clock that stands still until it is told to go on; then everybody who asked is told, as after a sleep. */
export function steppedClock(start: number) {
  let now = start
  const listeners = new Set<() => void>()
  const clock: Clock = {
    now: () => instant(now),
    subscribe: (_seconds, listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return {
    clock,
    step: (seconds: number) => {
      now += seconds * 1000
      for (const listener of listeners) listener()
    },
  }
}
