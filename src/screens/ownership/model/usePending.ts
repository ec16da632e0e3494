import { useMemo } from 'react'
import { useWhole } from '../../../data'
import type { Pending } from '../../../domain/matrix'

const undecided = { states: ['proposed'] } as const

/** One and the same, so that a matrix is not built anew when it is known that there are none. */
const none: Pending = new Map()

/** What is to be said where not every requested change is known; nothing where none could be told. */
export function usePendingUnknown(): string | undefined {
  const { state, parts } = useWhole('requests', undecided)
  const unknown = state !== 'loading' && parts.some(({ error }) => error)
  return unknown ? 'Change requests could not be read: cells for which one waits are not marked.' : undefined
}

/** Requested changes that nobody has decided yet, by activity. None where no source keeps requests. */
export function usePending(): Pending {
  const { items } = useWhole('requests', undecided)
  return useMemo(() => (items.length === 0 ? none : Map.groupBy(items, ({ activity }) => activity)), [items])
}
