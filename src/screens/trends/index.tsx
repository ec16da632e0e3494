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
import { Stretch, useRoomInBar } from './Stretch'
import styles from './trends.module.css'
import { type ExtentView, useExtent } from './useExtent'
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
  const inBar = useRoomInBar()
  const span = extent && spanOf(address.choice, extent, now, zone.name)
  const before = span && (address.against === 'year' ? spanYearBefore(span, extent) : spanBefore(span, extent))
  return (
    <>
      <PageBar title="Trends">
        {span && inBar && <Stretch against={address.against} span={span} before={before} />}
      </PageBar>
      {(state === 'ready' || state === 'loading') && extent && span ? (
        <Board address={address} extent={extent} span={span} before={before} zone={zone.label} />
      ) : (
        <Nothing state={state} onRetry={retry} />
      )}
    </>
  )
}

/** Why there is nothing to be seen, or that it is still read. */
function Nothing({ state, onRetry }: { readonly state: ExtentView['state']; readonly onRetry: () => void }) {
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
        onRetry={onRetry}
      />
    )
  if (state === 'empty')
    return (
      <EmptyState title="No incidents yet" icon="trend">
        <p>The connected sources answer, and hold no incident. Trends begin with the first one.</p>
      </EmptyState>
    )
  return (
    <>
      <div className={styles.controls} />
      <BoardSkeleton />
    </>
  )
}
