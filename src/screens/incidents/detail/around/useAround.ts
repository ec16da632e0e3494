import { useMemo } from 'react'
import { isWhole, useWindow } from '../../../../data'
import type { Incident } from '../../../../domain/incident'
import { useHappened, useWere } from '../../asOf/context'
import { useMissing } from '../../useMissing'
import { forAll, type Stretch, together } from './model'
import { useLinked } from './useLinked'

const mostEvents = 20_000
const mostIncidents = 2_000
const plannedKinds = ['freeze', 'promotion', 'test', 'change'] as const

/**
 * What happened on the workloads of an incident in a stretch of time: events, those linked to it wherever they happened,
 * what was planned for all, and other incidents.
 */
export function useAround(incident: Incident, span: Stretch) {
  const { workloads, id } = incident
  const placed = workloads.length > 0
  const query = useMemo(() => ({ workloads, ...span }), [workloads, span])
  const planned = useMemo(() => ({ planned: true, kinds: plannedKinds, ...span }), [span])
  const burning = useMemo(
    () => ({ workloads, burningFrom: span.from, burningTo: span.to, order: 'oldest' as const }),
    [workloads, span],
  )
  const onWorkloads = useWindow('events', query, mostEvents, placed)
  const everywhere = useWindow('events', planned, mostIncidents)
  const linked = useLinked(id)
  const others = useWindow('incidents', burning, mostIncidents, placed)
  const told = useMemo(
    () =>
      together(
        placed ? onWorkloads.items : [],
        forAll(everywhere.items),
        linked.items.filter(({ at }) => at >= span.from && at < span.to),
      ),
    [placed, onWorkloads.items, everywhere.items, linked.items, span],
  )
  const events = useHappened(told)
  const burned = useWere(others.items)
  const incidents = useMemo(() => (placed ? burned.filter((each) => each.id !== id) : []), [placed, burned, id])
  const views = [everywhere, linked, ...(placed ? [onWorkloads] : [])]
  const missing = [useMissing(onWorkloads), useMissing(others)]
  return {
    events,
    incidents,
    linked,
    /** No source tells of events at all. */
    absent: linked.state === 'absent',
    loading: views.some(({ state }) => state === 'loading') || (placed && others.state === 'loading'),
    /** Every one of the stretch is there. */
    whole: views.every((view) => isWhole(view)) && (!placed || isWhole(others)),
    cut: placed && !onWorkloads.complete && onWorkloads.state === 'ready',
    total: placed ? onWorkloads.total : undefined,
    missing: placed ? [...new Set(missing.filter((text) => text !== ''))].join('; ') : '',
  }
}
