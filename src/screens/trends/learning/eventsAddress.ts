import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs'
import type { EventWithin } from '../../../domain/eventDimension'
import { eventDimensions } from '../../../domain/summary'

const parser = parseAsArrayOf(parseAsString).withOptions({ history: 'push' })

/** `rule:LatencyHigh`: one limit of one value. What names no dimension is left out. */
function readLimit(text: string): readonly EventWithin[] {
  const at = text.indexOf(':')
  const by = eventDimensions.find((each) => each === text.slice(0, at))
  return by ? [{ by, values: [text.slice(at + 1)] }] : []
}

/** The events that are listed, as the address says; undefined where none are. */
export function useEventsAddress() {
  const [texts, set] = useQueryState('events', parser)
  return {
    within: texts?.flatMap(readLimit),
    open: (limits: readonly EventWithin[]) => void set(limits.map(({ by, values }) => `${by}:${values[0] ?? ''}`)),
    close: () => void set(null),
  }
}
