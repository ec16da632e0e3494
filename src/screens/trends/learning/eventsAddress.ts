import { createSerializer, parseAsArrayOf, parseAsString, useQueryState } from 'nuqs'
import { useOptimisticSearchParams } from 'nuqs/adapters/react-router/v7'
import { pathTo } from '../../../app/paths'
import type { EventWithin } from '../../../domain/eventDimension'
import { eventDimensions } from '../../../domain/summary'

const parser = parseAsArrayOf(parseAsString).withOptions({ history: 'push' })
const serialize = createSerializer({ events: parser })
const textsOf = (limits: readonly EventWithin[]) => limits.map(({ by, values }) => `${by}:${values[0] ?? ''}`)

/** `rule:LatencyHigh`: one limit of one value. What names no dimension is left out. */
function readLimit(text: string): readonly EventWithin[] {
  const at = text.indexOf(':')
  const by = eventDimensions.find((each) => each === text.slice(0, at))
  return by ? [{ by, values: [text.slice(at + 1)] }] : []
}

/** The events that are listed, as the address says; undefined where none are. */
export function useEventsAddress() {
  const [texts, set] = useQueryState('events', parser)
  const search = useOptimisticSearchParams()
  return {
    within: texts?.flatMap(readLimit),
    open: (limits: readonly EventWithin[]) => void set(textsOf(limits)),
    /** The same as an address, with all else that is chosen. */
    at: (limits: readonly EventWithin[]) => `${pathTo('trends')}${serialize(search, { events: textsOf(limits) })}`,
    close: () => void set(null),
  }
}
