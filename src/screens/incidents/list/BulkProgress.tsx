import type { Batch } from '../../../data'
import { Button } from '../../../ui'
import styles from '../incidents.module.css'

/** How far an act on many has come, and each that failed with its reason. */
export const BulkProgress = ({ batch }: { readonly batch: Batch }) => {
  const { progress, failed } = batch
  return (
    <>
      {progress && (
        <div role="status" className={styles.bulkRow}>
          <span>
            {progress.done.length} of {progress.total} done{progress.pending ? ' …' : ''}
          </span>
          {!progress.pending && failed.length > 0 && (
            <Button onClick={() => batch.again()}>Try the {failed.length} again</Button>
          )}
          {!progress.pending && (
            <Button tone="quiet" onClick={batch.dismiss}>
              Dismiss
            </Button>
          )}
        </div>
      )}
      {failed.length > 0 && (
        <ul role="alert" className={styles.bulkFailed}>
          {failed.map(({ intent, error }) => (
            <li key={intent.id}>
              {intent.id}: {error.message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
