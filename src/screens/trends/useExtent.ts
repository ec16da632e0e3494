import { useSources, useWindow } from '../../data'
import type { IncidentQuery } from '../../domain/query/incident'
import type { Extent } from './model/range'

const newest: IncidentQuery = { order: 'newest' }
const oldest: IncidentQuery = { order: 'oldest' }

/** What is known of all incidents there are, whatever the filters: the frame every range is placed in. */
export interface ExtentView {
  /** `empty`: sources answer, and have no incident. */
  readonly state: 'absent' | 'loading' | 'failed' | 'empty' | 'ready'
  readonly extent: Extent | undefined
  readonly retry: () => void
}

/** Asks for the newest and the oldest incident. A range over copies alone is seen from where they end. */
export function useExtent(): ExtentView {
  const sources = useSources()
  const last = useWindow('incidents', newest, 1)
  const first = useWindow('incidents', oldest, 1)
  const live = sources.some(({ source }) => source?.readers.incidents !== undefined && !source.snapshot)
  const [to, from] = [last.items[0]?.opened, first.items[0]?.opened]
  const state = last.state === 'ready' && first.state !== 'ready' ? first.state : last.state
  const pending = [...last.parts, ...first.parts].some((part) => part.pending)
  const extent =
    to !== undefined && from !== undefined
      ? {
          first: from,
          last: live ? to : (last.asOf ?? to),
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
