import { useSyncExternalStore } from 'react'

export type Politeness = 'polite' | 'assertive'

interface Said {
  readonly polite: string
  readonly assertive: string
}

let said: Said = { polite: '', assertive: '' }
const listeners = new Set<() => void>()

/**
 * Says something to screen readers, once. `assertive` interrupts: only for a new worst-severity incident or a failed
 * action. Background refreshes say nothing.
 */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  // The same words twice in a row would not be noticed as a change: a no-break space makes them differ.
  const again = said[politeness] === text
  said = { ...said, [politeness]: again ? `${text}\u00a0` : text }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The two live regions of the app. Mounted once, before anything is announced. */
export function Announcer() {
  const words = useSyncExternalStore(subscribe, () => said)
  return (
    <>
      <div className="hidden" aria-live="polite" aria-atomic="true">
        {words.polite}
      </div>
      <div className="hidden" aria-live="assertive" aria-atomic="true">
        {words.assertive}
      </div>
    </>
  )
}
