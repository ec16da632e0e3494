import type { QueryClient } from '@tanstack/react-query'
import type { Gate } from './gate'
import type { Clock } from './provider'
import { renew } from './renew'

/** Seconds between two looks at the clock, and the milliseconds by which it jumps where the computer slept. */
const look = 5
const slept = 30_000

/**
 * A computer that slept knows nothing of what happened meanwhile: on waking everything is asked at once, whatever pause
 * a source was given, and not when timers of before come round. Returns the way to stop.
 */
export function onWaking(
  clock: Clock,
  { gate, client, sources }: { readonly gate: Gate; readonly client: QueryClient; readonly sources: readonly string[] },
): () => void {
  let last = clock.now()
  return clock.subscribe(look, () => {
    const before = last
    last = clock.now()
    if (last - before < slept) return
    for (const source of sources) {
      gate.open(source)
      renew(client, source)
    }
  })
}
