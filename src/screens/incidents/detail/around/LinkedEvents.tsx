import { useState } from 'react'
import { isWhole, type View } from '../../../../data'
import type { Id } from '../../../../domain/units'
import { Button } from '../../../../ui'
import { eventDetail } from '../../eventWords'
import { useMoments } from '../../useMoments'
import { counted } from '../../words'
import styles from './around.module.css'
import { escalationText } from './words'

interface LinkedEventsProps {
  readonly linked: View<'events'>
  readonly onOpen: (id: Id) => void
}

/** Most linked events that are listed; more belong to nobody's reading. */
const most = 50

/** What raised the incident, and the events that belong to it. */
export function LinkedEvents({ linked, onOpen }: LinkedEventsProps) {
  const [open, setOpen] = useState(false)
  const { short, moment } = useMoments()
  const { items } = linked
  if (linked.state === 'absent' || linked.state === 'loading') return null
  return (
    <div className={styles.linked}>
      <p>
        {escalationText(items, isWhole(linked), short)}{' '}
        {items.length > 0 && (
          <Button tone="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Hide' : 'Show'} {counted(items.length, 'linked event')}
          </Button>
        )}
      </p>
      {open && (
        <ul>
          {items.slice(0, most).map((event) => (
            <li key={event.id}>
              <button type="button" onClick={() => onOpen(event.id)}>
                {event.title}
              </button>
              <span className="muted num">{eventDetail(event, moment)}</span>
            </li>
          ))}
          {items.length > most && <li className="muted">and {(items.length - most).toLocaleString('en')} more</li>}
        </ul>
      )}
    </div>
  )
}
