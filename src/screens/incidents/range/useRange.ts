import { useMemo, useState } from 'react'
import { useWhole, useWindow } from '../../../data'
import { useAnchor } from '../anchor'
import { useAsOf, useHappened } from '../asOf/context'
import { usePastList } from '../asOf/usePast'
import { type Range, toQuery } from '../query'
import type { IncidentsUrl } from '../useFilters'
import { coverOf, limitsOf, type Look, lookOf } from './look'
import { useDensity } from './useDensity'

const oldestFirst = { order: 'oldest' } as const
const usual: Range = '28d'
const mostEvents = 50_000

/** What the range view looks at, and what is loaded for it. */
export function useRange(url: IncidentsUrl, withEvents: boolean) {
  const { at: anchor } = useAnchor()
  const past = useAsOf()
  const { filters } = url
  const first = useWindow('incidents', oldestFirst, 1).items[0]
  const oldest = first?.clocks.started ?? first?.opened ?? anchor
  const range = url.range ?? usual
  const { from, to } = filters
  const look = useMemo(
    (): Look => (from !== undefined && to !== undefined && from < to ? { from, to } : lookOf(range, anchor, oldest)),
    [from, to, range, anchor, oldest],
  )
  const limits = useMemo(() => limitsOf(look, anchor, oldest), [look, anchor, oldest])
  const [held, setHeld] = useState(() => coverOf(look, undefined))
  const cover = coverOf(look, held)
  if (cover.from !== held.from || cover.to !== held.to) setHeld(cover)

  const query = useMemo(() => {
    // What burned in the range, whenever it opened.
    const { openedFrom: _from, openedTo: _to, ...rest } = toQuery(filters, anchor)
    return { ...rest, order: 'oldest' as const, burningFrom: held.from, burningTo: held.to }
  }, [filters, anchor, held])
  const events = useMemo(
    () => ({ from: held.from, to: held.to, ...(filters.workloads.length > 0 && { workloads: filters.workloads }) }),
    [held, filters.workloads],
  )
  const { list: then, note } = usePastList(query, past)
  const incidents = useWhole('incidents', query, past === undefined)
  const heard = useWindow('events', events, mostEvents, withEvents)
  const happened = useHappened(heard.items)
  const density = useDensity(query, limits, anchor, past)
  return {
    anchor,
    density,
    /** What is not as it was then, where the past is shown. */
    note: past === undefined ? undefined : note,
    range: from !== undefined && to !== undefined ? undefined : range,
    look,
    limits,
    incidents: past === undefined ? incidents : then.view,
    events: useMemo(() => ({ ...heard, items: happened }), [heard, happened]),
  }
}
