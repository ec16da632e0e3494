import { useSources, useWindow } from '../../data'
import type { IncidentQuery } from '../../domain/query/incident'
import { type Instant, instant } from '../../domain/units'
import type { Extent } from './model/range'

/** What is known of all incidents there are, whatever the filters: the frame every range is placed in. */
export interface ExtentView {
  /** `empty`: sources answer, and have no incident. */
  readonly state: 'absent' | 'loading' | 'failed' | 'empty' | 'ready'
  readonly extent: Extent | undefined
  readonly retry: () => void
}

/**
 * Asks for the newest and the oldest incident. A range over copies alone is seen from where they end. `until`: as it was
 * at that moment; later incidents have not begun.
 */
export function useExtent(until?: Instant): ExtentView {
  const sources = useSources()
  const known: IncidentQuery = until === undefined ? {} : { openedTo: until }
  const last = useWindow('incidents', { ...known, order: 'newest' }, 1)
  const first = useWindow('incidents', { ...known, order: 'oldest' }, 1)
  const live = sources.some(({ source }) => source?.readers.incidents !== undefined && !source.snapshot)
  const [to, from] = [last.items[0]?.opened, first.items[0]?.opened]
  const state = last.state === 'ready' && first.state !== 'ready' ? first.state : last.state
  const pending = [...last.parts, ...first.parts].some((part) => part.pending)
  const extent =
    to !== undefined && from !== undefined
      ? {
          first: from,
          last: live ? to : instant(Math.min(last.asOf ?? to, until ?? Infinity)),
          live,
          ...(last.total !== undefined && { total: last.total }),
        }
      : undefined
  return {
    state: state !== 'ready' || extent ? state : pending ? 'loading' : 'empty',
    extent,
    retry: () => {
      last.retry()
      first.retry()
    },
  }
}
