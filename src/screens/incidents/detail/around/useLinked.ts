import { useMemo } from 'react'
import { useWindow } from '../../../../data'
import type { Id } from '../../../../domain/units'

/** More events than these became part of no incident that anybody reads one by one. */
const most = 500

/** The events that became part of an incident. */
export function useLinked(incident: Id) {
  const query = useMemo(() => ({ incidents: [incident] }), [incident])
  return useWindow('events', query, most)
}
