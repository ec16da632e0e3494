import { useState } from 'react'
import type { Incident } from '../../../domain/incident'
import type { Id } from '../../../domain/units'

const none: ReadonlySet<Id> = new Set()

/** The incidents that were marked to be treated as one. What is no longer listed is no longer marked. */
export function useMarks(listed: readonly Incident[]) {
  const [ids, setIds] = useState(none)
  return {
    marked: listed.filter(({ id }) => ids.has(id)),
    isMarked: (id: Id) => ids.has(id),
    toggle: (id: Id) => setIds(ids.symmetricDifference(new Set([id]))),
    clear: () => setIds(none),
  }
}
export type Marks = ReturnType<typeof useMarks>
