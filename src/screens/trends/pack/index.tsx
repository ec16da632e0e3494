import { useLocation } from 'react-router-dom'
import { pathTo } from '../../../app/paths'
import { useNow, useZone } from '../../../data'
import { EmptyState, FailedState, Link, PageBar, Skeleton } from '../../../ui'
import { useAddress } from '../address'
import { spanBefore, spanOf, spanYearBefore } from '../model/range'
import { useExtent } from '../useExtent'
import { identityOf, lockedScope, readLock } from './model/lock'
import styles from './pack.module.css'
import { Pack } from './Pack'

const trends = <Link to={pathTo('trends')}>Back to trends</Link>

/** The trends of a range as a page for the meeting: a link that shows the same numbers next month. */
export function ReviewPack() {
  const { search } = useLocation()
  const present = useNow(60)
  const lock = readLock(new URLSearchParams(search).get('pack'), present)
  return (
    <div className={styles.page}>
      <PageBar title="Review pack" />
      {lock === undefined ? (
        <EmptyState title="This link names no moment to lock at" action={trends}>
          <p>
            “pack” in the address must be a moment that is past, such as 2026-11-20T09:42:00Z. Make a pack anew from
            Trends.
          </p>
        </EmptyState>
      ) : (
        <Locked lock={lock} identity={identityOf(search)} />
      )}
    </div>
  )
}

function Locked({
  lock,
  identity,
}: {
  readonly lock: NonNullable<ReturnType<typeof readLock>>
  readonly identity: string
}) {
  const { choice, against, filters } = useAddress()
  const zone = useZone()
  const { state, extent, retry } = useExtent(lock)
  if (state === 'failed')
    return (
      <FailedState
        what="Incidents could not be read"
        where="Every source that tells incidents failed."
        advice="Sources says what went wrong at each."
        onRetry={retry}
      />
    )
  if (state === 'absent' || state === 'empty')
    return (
      <EmptyState
        title={state === 'absent' ? 'No source here tells incidents' : 'No incident had begun by then'}
        action={trends}
      >
        <p>A review pack is counted from incidents of the sources that are connected here.</p>
      </EmptyState>
    )
  if (!extent) return <Skeleton label="Reading the review pack" rows={12} />
  // Seen from the lock, whether the source is a copy or goes on.
  const span = { ...spanOf(choice, { ...extent, live: true }, lock, zone.name), live: extent.live }
  const before = against === 'year' ? spanYearBefore(span, extent) : spanBefore(span, extent)
  return (
    <Pack
      key={identity}
      scope={lockedScope(span, before, filters)}
      extent={extent}
      identity={identity}
      sideBySide={against === 'year'}
    />
  )
}
