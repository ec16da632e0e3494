import { useState } from 'react'
import { useWindow } from '../../data'
import type { IncidentQuery } from '../../domain/query/incident'

const first = 100
const everything = {}

/** The window of a list that grows as one scrolls: doubling keeps the whole cost in proportion to what was read. */
export function useIncidentList(query: IncidentQuery) {
  const shape = JSON.stringify(query)
  const [grown, setGrown] = useState({ shape, limit: first })
  const limit = grown.shape === shape ? grown.limit : first
  const view = useWindow('incidents', query, limit)
  const all = useWindow('incidents', everything, 1)
  return {
    view,
    /** How many there are without any filter, where that is known. */
    all: all.total,
    more: () => {
      if (!view.complete && !view.outdated && view.items.length >= limit) setGrown({ shape, limit: limit * 2 })
    },
  }
}
export type IncidentList = ReturnType<typeof useIncidentList>
