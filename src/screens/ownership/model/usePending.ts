import { useMemo } from 'react'
import { useWhole } from '../../../data'
import type { Pending } from '../../../domain/matrix'

const undecided = { states: ['proposed'] } as const

/** One and the same, so that a matrix is not built anew when it is known that there are none. */
const none: Pending = new Map()

/** Requested changes that nobody has decided yet, by activity. None where no source keeps requests. */
export function usePending(): Pending {
  const { items } = useWhole('requests', undecided)
  return useMemo(() => (items.length === 0 ? none : Map.groupBy(items, ({ activity }) => activity)), [items])
}
