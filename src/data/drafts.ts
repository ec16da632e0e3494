import { createContext, useContext, useSyncExternalStore } from 'react'

/** Where texts are kept that were begun and not sent yet, by what they belong to. */
export interface DraftStore {
  get(of: string): string | undefined
  /** An empty text forgets the draft. */
  set(of: string, text: string): void
}

const held = new Map<string, string>()

/** Without an app around it, drafts last as long as the page. */
const inMemory: DraftStore = {
  get: (of) => held.get(of),
  set: (of, text) => void (text === '' ? held.delete(of) : held.set(of, text)),
}

const DraftsContext = createContext(inMemory)
export const DraftsProvider = DraftsContext.Provider

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export interface Draft {
  /** Empty where there is none. */
  readonly text: string
  readonly write: (text: string) => void
  /** Forgets the draft once `sent` was carried out. What was written since stays. */
  readonly sent: (sent: string) => void
}

/** The text begun for something. All who look at it see it change. */
export function useDraft(of: string): Draft {
  const store = useContext(DraftsContext)
  const text = useSyncExternalStore(subscribe, () => store.get(of) ?? '')
  const write = (next: string) => {
    store.set(of, next)
    for (const listener of listeners) listener()
  }
  return { text, write, sent: (sent) => store.get(of) === sent && write('') }
}
