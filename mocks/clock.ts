import { after, duration, type Instant } from '../src/domain/units'

/** A clock that reads `start` now and goes on from there: the invented company lives at its own time. */
export function clockFrom(start: Instant): () => Instant {
  const begun = Date.now()
  return () => after(start, duration(Date.now() - begun))
}

/** Resolves after so many milliseconds, or at once when aborted. */
export const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
