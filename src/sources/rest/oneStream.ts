/** Begins to follow; calls back after each change. Returns the way to stop. */
export type Follow = (changed: () => void) => () => void

/** What a browser has for its tabs to agree: `navigator.locks` and a channel between tabs of one origin. */
export interface Tabs {
  readonly locks: Pick<LockManager, 'request'>
  readonly channel: (name: string) => BroadcastChannel
}

/** The browser's own, or undefined outside of a window and where locks are missing (plain HTTP, old browsers). */
export const tabsHere = (): Tabs | undefined =>
  typeof document === 'undefined' || typeof BroadcastChannel === 'undefined' || !('locks' in navigator)
    ? undefined
    : { locks: navigator.locks, channel: (name) => new BroadcastChannel(name) }

/**
 * Follows with one stream for all tabs of a browser: over HTTP/1.1 an origin has six connections, and a stream holds
 * one for ever. The tab that holds the lock called `name` follows and tells the others; when it closes, another takes
 * over and says at once that something may have changed meanwhile.
 */
export function oneStream(name: string, follow: Follow, changed: () => void, tabs: Tabs | undefined): () => void {
  if (!tabs) return follow(changed)
  const channel = tabs.channel(name)
  const leaving = new AbortController()
  channel.addEventListener('message', changed)

  const lead = () =>
    new Promise<void>((resolve) => {
      if (leaving.signal.aborted) return resolve()
      const stop = follow(() => {
        changed()
        channel.postMessage('changed')
      })
      leaving.signal.addEventListener('abort', () => {
        stop()
        resolve()
      })
    })

  const stand = async () => {
    const led = await tabs.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await lead()
      return lock !== null
    })
    if (led || leaving.signal.aborted) return
    await tabs.locks.request(name, { signal: leaving.signal }, () => {
      changed()
      return lead()
    })
  }
  // Leaving while in line rejects the request for the lock: that is the way out of the line. A browser that keeps nothing
  // may refuse locks as well: better a stream for each tab than none.
  stand().catch(() => (leaving.signal.aborted ? undefined : lead()))

  return () => {
    leaving.abort()
    channel.close()
  }
}
