import { useState } from 'react'
import { useWindow, wholeLimit } from '../../data'
import type { IncidentQuery } from '../../domain/query/incident'

const first = 100
const everything = {}

/**
 * The window of a list that grows as one scrolls: doubling keeps the whole cost in proportion to what was read. `whole`:
 * everything at once, for an order that is judged from all of it.
 */
export function useIncidentList(query: IncidentQuery, whole = false) {
  const shape = JSON.stringify(query)
  const [grown, setGrown] = useState({ shape, limit: first })
  const limit = grown.shape === shape ? grown.limit : first
  const view = useWindow('incidents', query, whole ? wholeLimit : limit)
  const all = useWindow('incidents', everything, 1)
  return {
    view,
    /** How many there are without any filter, where that is known. */
    all: all.total,
    more: () => {
      if (!whole && !view.complete && !view.outdated && view.items.length >= limit)
        setGrown({ shape, limit: limit * 2 })
    },
  }
}
export type IncidentList = ReturnType<typeof useIncidentList>
