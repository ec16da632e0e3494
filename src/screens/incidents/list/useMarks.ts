import { useState } from 'react'
import type { Id } from '../../../domain/units'

const none: ReadonlySet<Id> = new Set()

/** The incidents that were marked to be treated as one, by id. */
export function useMarks() {
  const [ids, setIds] = useState(none)
  return {
    any: ids.size > 0,
    isMarked: (id: Id) => ids.has(id),
    toggle: (id: Id) => setIds((before) => before.symmetricDifference(new Set([id]))),
    clear: () => setIds(none),
  }
}
export type Marks = ReturnType<typeof useMarks>
