import { useMemo, useSyncExternalStore } from 'react'

/** Whether a media query holds, kept up to date. False where the browser cannot tell. */
export function useMedia(query: string): boolean {
  const list = useMemo(() => globalThis.matchMedia?.(query), [query])
  const subscribe = useMemo(
    () => (listener: () => void) => {
      list?.addEventListener('change', listener)
      return () => list?.removeEventListener('change', listener)
    },
    [list],
  )
  return useSyncExternalStore(subscribe, () => list?.matches ?? false)
}

/** Below this width panels become sheets and the rail moves to the bottom. */
export const phone = '(max-width: 760px)'
