import { useMemo } from 'react'
import { useWhole } from '../../../data'
import type { Pending } from '../../../domain/matrix'

const undecided = { states: ['proposed'] } as const

/** Requested changes that nobody has decided yet, by activity. None where no source keeps requests. */
export function usePending(): Pending {
  const { items } = useWhole('requests', undecided)
  return useMemo(() => Map.groupBy(items, ({ activity }) => activity), [items])
}
