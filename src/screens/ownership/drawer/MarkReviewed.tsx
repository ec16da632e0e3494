import { useCommand } from '../../../data'
import type { Activity } from '../../../domain/ownership'
import { Button } from '../../../ui'
import looks from '../ownership.module.css'
import styles from './drawer.module.css'

/** Says that the ownership of the activity was looked at today and holds. */
export function MarkReviewed({ activity }: { readonly activity: Activity }) {
  const { send, again, dismiss, whyNot, pending, error } = useCommand()
  const { id, version } = activity
  return (
    <>
      <Button
        disabledReason={pending ? 'It is being sent.' : whyNot('mark-reviewed')}
        onClick={() =>
          send({ command: { kind: 'mark-reviewed', activity: id }, ...(version !== undefined && { version }) })
        }
      >
        {pending ? 'Marking…' : 'Mark reviewed'}
      </Button>
      {error && (
        <div role="alert" className={styles.refused}>
          <span className={looks.sev1}>Not marked: {error.message}</span>
          <Button onClick={again}>Try again</Button>
          <Button tone="quiet" onClick={dismiss}>
            Dismiss
          </Button>
        </div>
      )}
    </>
  )
}
