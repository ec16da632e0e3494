import { useState } from 'react'
import { useWindow } from '../../../data'
import type { OpsEvent } from '../../../domain/event'
import type { EventQuery } from '../../../domain/query/timeline'
import { dateTimeText } from '../../../domain/time/format'
import { Drawer, EmptyState, FailedState, Skeleton, VirtualList } from '../../../ui'
import { count, counted } from '../model/words'
import styles from './learning.module.css'

const first = 200

export interface EventsDrawerProps {
  readonly query: EventQuery
  readonly title: string
  readonly zone: string
  readonly onClose: () => void
}

/** Exactly the events behind a count, in the order they began. */
export function EventsDrawer({ query, title, zone, onClose }: EventsDrawerProps) {
  const [limit, setLimit] = useState(first)
  const view = useWindow('events', query, limit)
  const { items, total, complete } = view
  const row = (event: OpsEvent) => (
    <div className={styles.events}>
      <span>{event.title}</span>
      <small>
        {dateTimeText(event.at, zone)} · {event.outcome ?? 'outcome not recorded'}
        {event.incident !== undefined && ` · ${event.incident}`}
      </small>
    </div>
  )
  return (
    <Drawer open onClose={onClose} title={title}>
      {view.state === 'loading' && <Skeleton label="Reading events" rows={6} />}
      {view.state === 'failed' && (
        <FailedState
          what="Events could not be read"
          where={view.parts.flatMap(({ source, error }) => (error ? [`${source}: ${error.message}`] : [])).join('; ')}
          onRetry={view.retry}
        />
      )}
      {view.state === 'ready' && items.length === 0 && (
        <EmptyState title="No such events">None in this range fits.</EmptyState>
      )}
      {view.state === 'ready' && items.length > 0 && (
        <>
          <p role="status">
            {total === undefined && !complete
              ? `More than ${count(items.length)} events`
              : counted(total ?? items.length, 'event')}
          </p>
          <VirtualList
            label={title}
            items={items}
            itemKey={(event) => event.id}
            render={row}
            estimate={50}
            total={total}
            onEnd={() => {
              if (!complete) setLimit(limit * 2)
            }}
          />
        </>
      )}
    </Drawer>
  )
}
