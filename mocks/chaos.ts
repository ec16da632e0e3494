/** What can go wrong with a backend, in the words of the switch that a person flips in development. */
export const chaosKinds = {
  latency: 'Every answer takes 1.5 s',
  hang: 'No request is ever answered',
  offline: 'The backend cannot be reached',
  error: 'Every request fails with 500',
  unauthenticated: 'Every request fails with 401',
  forbidden: 'Every request fails with 403',
  conflict: 'Every request fails with 409',
  'rate-limited': 'Every request fails with 429',
  'gateway-timeout': 'Every request fails with 504',
  unsupported: 'Every request fails with 501',
  truncated: 'Answers break off in the middle',
  html: 'A proxy answers with a web page',
  'bad-record': 'One record of each page cannot be read',
  partial: 'Pages lack their last record and say so',
} as const satisfies Record<string, string>

export type ChaosKind = keyof typeof chaosKinds

/** Switches for what goes wrong. The same in tests, in development and behind the real server. */
export interface Chaos {
  has(kind: ChaosKind): boolean
  set(kind: ChaosKind, on: boolean): void
  /** All off. */
  clear(): void
  /** Those that are on. A new array after every change, the same one in between. */
  active(): readonly ChaosKind[]
  /** Calls back after every change. Returns the way to stop. */
  subscribe(changed: () => void): () => void
}

export const isChaosKind = (text: string): text is ChaosKind => Object.hasOwn(chaosKinds, text)

export function createChaos(): Chaos {
  const listeners = new Set<() => void>()
  let on: readonly ChaosKind[] = []
  const become = (next: readonly ChaosKind[]) => {
    on = next
    for (const listener of listeners) listener()
  }
  return {
    has: (kind) => on.includes(kind),
    active: () => on,
    clear: () => become([]),
    set: (kind, wanted) => {
      const others = on.filter((each) => each !== kind)
      become(wanted ? [...others, kind] : others)
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}
