import { type ReactNode, useSyncExternalStore } from 'react'

type Notices = readonly (readonly [of: string, text: ReactNode])[]

let notices: Notices = []
const listeners = new Set<() => void>()

/** Puts up one line for whoever has room for it, or takes it down; one for each `of`. */
export function notice(of: string, text: ReactNode): void {
  const before = notices.find(([each]) => each === of)?.[1]
  if (before === text) return
  const others = notices.filter(([each]) => each !== of)
  notices = text === undefined ? others : [...others, [of, text]]
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The lines that are up. */
export const useNotices = (): Notices => useSyncExternalStore(subscribe, () => notices)
