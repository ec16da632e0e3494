import { useMemo } from 'react'
import { useWhole } from '../../../data'
import type { Incident } from '../../../domain/incident'
import { queueOf, type TriagePlace } from '../../../domain/triage'
import type { Id, Instant } from '../../../domain/units'
import { useAnchor } from '../anchor'
import { useKnown } from '../asOf/context'
import type { IncidentList } from '../useIncidentList'

/** Of more open incidents than this nobody asks when something was last written: staleness is then not judged. */
const mostAsked = 100

/** When something was last written into each of the incidents; nothing where that was not asked or is not known. */
function useLastEntries(incidents: readonly Incident[], enabled: boolean): ReadonlyMap<Id, Instant> {
  const ids = incidents
    .map(({ id }) => id)
    .toSorted()
    .join('\u0000')
  const query = useMemo(() => ({ incidents: ids.split('\u0000') }), [ids])
  const view = useWhole('timeline', query, enabled && ids !== '' && incidents.length <= mostAsked)
  const items = useKnown(view.items)
  return useMemo(() => {
    const last = new Map<Id, Instant>()
    for (const { incident, at, recordedAt = at } of items)
      if (recordedAt > (last.get(incident) ?? 0)) last.set(incident, recordedAt)
    return last
  }, [items])
}

export interface Queue {
  readonly items: readonly Incident[]
  /** Why an incident stands where it does; undefined in every other order, and for what has ended. */
  readonly place: (id: Id) => TriagePlace | undefined
  /** What the order could not go by. */
  readonly note?: string
}

/** The list in the order of who must act now, judged anew each minute; as it is when it goes by something else. */
export function useQueue({ view }: IncidentList, urgent: boolean): Queue {
  const { at: now } = useAnchor()
  const last = useLastEntries(view.items, urgent)
  return useMemo((): Queue => {
    if (!urgent) return { items: view.items, place: () => undefined }
    const plans = view.items.some(({ plan }) => plan !== undefined)
    const queue = queueOf(view.items, { now, plans, lastEntry: (id) => last.get(id) })
    const places = new Map(queue.map(({ incident, place }) => [incident.id, place]))
    return {
      items: queue.map(({ incident }) => incident),
      place: (id) => places.get(id),
      ...(view.items.length > mostAsked && {
        note: `Of more than ${mostAsked} open incidents it is not asked when something was last written: none is called stale.`,
      }),
    }
  }, [view.items, urgent, now, last])
}
