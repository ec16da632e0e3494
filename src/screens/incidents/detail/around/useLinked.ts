import { useMemo } from 'react'
import { useWindow } from '../../../../data'
import type { Id } from '../../../../domain/units'
import { useHappened } from '../../asOf/context'

/** More events than these became part of no incident that anybody reads one by one. */
const most = 500

/** The events that became part of an incident, as far as the moment that is shown. */
export function useLinked(incident: Id) {
  const query = useMemo(() => ({ incidents: [incident] }), [incident])
  const view = useWindow('events', query, most)
  const items = useHappened(view.items)
  return useMemo(() => ({ ...view, items }), [view, items])
}
