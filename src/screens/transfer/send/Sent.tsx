import { pathTo } from '../../../app/paths'
import type { Batch } from '../../../data'
import { namesIn } from '../../../domain/plan/list'
import type { Outcome } from '../../../domain/plan/rehearse'
import { counted } from '../../../domain/plan/words'
import { Icon, Link, StackBar } from '../../../ui'
import { countText } from '../model/words'
import styles from './send.module.css'

/** What became of the requests: how many went out, and which did not, each with its reason. */
export function Sent({ batch, outcome }: { readonly batch: Batch; readonly outcome: Outcome }) {
  const { progress, failed, pending } = batch
  if (!progress) return null
  const { done, total } = progress
  const names = namesIn(outcome)
  const left = total - done.length - failed.length
  return (
    <div className={styles.asking}>
      <p role="status">
        {countText(done.length)} of {countText(total)} requested
        {failed.length > 0 && `, ${countText(failed.length)} failed`}
        {pending && left > 0 && `, ${countText(left)} to go`}.
      </p>
      <StackBar
        label="Requests"
        parts={[
          { name: 'requested', value: done.length, fill: 'var(--r)' },
          { name: 'failed', value: failed.length, fill: 'var(--sev1)' },
          { name: 'to go', value: left, fill: 'var(--line)' },
        ]}
      />
      {failed.length > 0 && (
        <ul className={styles.failed} aria-label="Not requested">
          {failed.map(({ intent, error }) => (
            <li key={intent.id}>
              <Icon name="warn" size={14} />
              <span>
                <b>{names.activity(intent.id)}</b> {error.message}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!pending && done.length > 0 && (
        <p>
          {counted(done.length, 'request waits', 'requests wait')} to be decided:{' '}
          <Link to={pathTo('reviews', { tab: 'requests' })}>see them all</Link>.
        </p>
      )}
    </div>
  )
}
