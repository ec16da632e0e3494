import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'

/** One key, or keys one after the other. */
export interface KeyBinding {
  /** tinykeys notation: `j`, `g o`, `$mod+k`, `[Shift]+?`. */
  readonly keys: string
  /** As people read it, where it differs: `Ctrl K`. */
  readonly shown?: string
  readonly label: string
  /** Works while typing, and while single keys are switched off. For combinations with a modifier only. */
  readonly always?: boolean
  readonly run: (event: KeyboardEvent) => void
}

export interface KeyGroup {
  /** Where the keys work: "Everywhere", "Incidents". */
  readonly title: string
  readonly bindings: readonly KeyBinding[]
}

let groups: readonly KeyGroup[] = []
const listeners = new Set<() => void>()
const tell = (next: readonly KeyGroup[]) => {
  groups = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The one registry of keys, newest group first: what the app listens to and what the help lists. */
export const useKeyGroups = (): readonly KeyGroup[] => useSyncExternalStore(subscribe, () => groups)

/** Registers keys while the component is mounted. `run` may change with each render; the other parts should not. */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings)
  useLayoutEffect(() => {
    latest.current = bindings
  })
  const shape = bindings.map(({ keys, label, shown }) => [keys, label, shown].join('\u0000')).join('\u0001')
  useLayoutEffect(() => {
    const group: KeyGroup = {
      title,
      bindings: latest.current.map((binding, index) => ({
        ...binding,
        run: (event) => latest.current[index]?.run(event),
      })),
    }
    tell([group, ...groups])
    return () => tell(groups.filter((each) => each !== group))
  }, [title, shape])
}
