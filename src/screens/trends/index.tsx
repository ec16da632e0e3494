import { lazy, Suspense, useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { pathTo } from '../../app/paths'
import { loadWeeklyBars, MarkLinkProvider } from '../../charts'
import { useNow, useZone } from '../../data'
import { EmptyState, FailedState, FromHere, Link, PageBar, Skeleton } from '../../ui'
import { useAddress } from './address'
import { Board } from './Board'
import { BoardSkeleton } from './BoardSkeleton'
import { spanBefore, spanOf, spanYearBefore } from './model/range'
import styles from './trends.module.css'
import { useExtent } from './useExtent'
import { usePlace } from './usePlace'

const ReviewPack = lazy(() => import('./pack').then((pack) => ({ default: pack.ReviewPack })))

/** What keeps coming back, and is it really better: every figure with its n, and a way to its records. */
export default function Trends() {
  // Fetched while the sources count. What goes wrong with it shows where the chart would be.
  useEffect(() => void loadWeeklyBars().catch(() => undefined), [])
  const [page, place] = usePlace()
  const inPack = new URLSearchParams(useLocation().search).has('pack')
  const fromHere = () => ({
    name: inPack ? 'the review pack' : 'trends',
    to: `${pathTo('trends')}${location.search}`,
    place,
  })
  return (
    <div ref={page} className={styles.page}>
      {!inPack && <PageBar title="Trends" />}
      <FromHere value={fromHere}>
        <MarkLinkProvider value={({ to, ...rest }) => <Link to={to} {...rest} />}>
          {inPack ? (
            <Suspense fallback={<Skeleton label="Loading the review pack" rows={12} />}>
              <ReviewPack />
            </Suspense>
          ) : (
            <Content />
          )}
        </MarkLinkProvider>
      </FromHere>
    </div>
  )
}

function Content() {
  const address = useAddress()
  const zone = useZone()
  const now = useNow(60)
  const { state, extent, retry } = useExtent()
  if (state === 'absent')
    return (
      <EmptyState title="No source here tells incidents" icon="trend">
        <p>
          Trends are counted from incidents. They can come from a folder of files (a table of incidents, a ServiceNow
          event log, a status page’s history) or from a backend that speaks Watchbill’s own REST contract. Add one to
          watchbill.config.json, or open files under Sources.
        </p>
      </EmptyState>
    )
  if (state === 'failed')
    return (
      <FailedState
        what="Incidents could not be read"
        where="Every source that tells incidents failed."
        advice="Sources says what went wrong at each."
        onRetry={retry}
      />
    )
  if (state === 'empty')
    return (
      <EmptyState title="No incidents yet" icon="trend">
        <p>The connected sources answer, and hold no incident. Trends begin with the first one.</p>
      </EmptyState>
    )
  if (!extent)
    return (
      <>
        <div className={styles.controls} />
        <BoardSkeleton />
      </>
    )
  const span = spanOf(address.choice, extent, now, zone.name)
  const before = address.against === 'year' ? spanYearBefore(span, extent) : spanBefore(span, extent)
  return <Board address={address} extent={extent} span={span} before={before} zone={zone.label} />
}
