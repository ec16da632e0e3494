import { useRecord, useWhole } from '../../../data'
import { incidentAsOf } from '../../../domain/asOf'
import type { Id, Instant } from '../../../domain/units'
import { EmptyState, Skeleton } from '../../../ui'
import { Detail } from '../detail/Detail'
import { useMoments } from '../useMoments'
import type { Names } from '../useNames'

interface PastDetailProps {
  readonly id: Id | undefined
  readonly at: Instant
  readonly names: Names
}

/** One incident as it was at that moment. */
export function PastDetail({ id, at, names }: PastDetailProps) {
  const [record] = useRecord('incidents', id).items
  const { moment } = useMoments()
  const entries = useWhole('timeline', { incidents: [id ?? ''] }, id !== undefined)
  if (id === undefined || record === undefined) return <Detail id={id} names={names} />
  if (entries.state === 'loading') return <Skeleton label={`The timeline of ${id} is loading`} rows={10} />
  const was = incidentAsOf(record, entries.items, at)
  if (was) return <Detail id={id} names={names} was={was} />
  return (
    <EmptyState title={`${id} had not begun`}>
      It opened on {moment(record.opened)}, after the moment that is shown.
    </EmptyState>
  )
}
