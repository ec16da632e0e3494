import { Button, Kbd, useKeys } from '../../../ui'
import styles from '../incidents.module.css'

interface WaitingProps {
  readonly count: number
  readonly onShow: () => void
}

/** What would move the rows under the hand, and the way to let it. The place is kept, so that it moves nothing itself. */
export function Waiting({ count, onShow }: WaitingProps) {
  useKeys('Incidents: updates', [{ keys: '.', label: 'Show the updates that wait', run: onShow }])
  return (
    <div role="status" className={styles.waiting}>
      {count > 0 && (
        <Button tone="quiet" onClick={onShow}>
          {count === 1 ? '1 update waits' : `${count.toLocaleString('en')} updates wait`} · show <Kbd>.</Kbd>
        </Button>
      )}
    </div>
  )
}
