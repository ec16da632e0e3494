import { type ReactNode, useMemo } from 'react'
import { useNow, useOwnership, useZone } from '../../data'
import { EmptyState, FailedState, Link, PageBar, PartialNote, Segmented, Skeleton } from '../../ui'
import { pathTo } from '../../app/paths'
import { AlertsTab } from './alerts/AlertsTab'
import { ImprovementsTab } from './improvements/ImprovementsTab'
import { type Change, type Raw, type Tab, tabs, useAddress } from './model/address'
import { type Book, bookOf } from './model/book'
import { tabNames } from './model/words'
import { RequestsTab } from './requests/RequestsTab'
import { ReviewsTab } from './review/ReviewsTab'
import styles from './reviews.module.css'

export interface TabProps {
  readonly book: Book
  readonly raw: Raw
  readonly change: (change: Change) => void
}

const isTab = (text: string): text is Tab => tabs.some((each) => each === text)

const contents: Readonly<Record<Tab, (props: TabProps) => ReactNode>> = {
  reviews: (props) => <ReviewsTab {...props} />,
  requests: (props) => <RequestsTab {...props} />,
  improvements: (props) => <ImprovementsTab {...props} />,
  alerts: (props) => <AlertsTab {...props} />,
}

/** What keeps ownership true: reviews, wishes to change it, improvements, and alerts that nobody answers. */
export default function ReviewsScreen() {
  const { raw, change } = useAddress()
  const tab = isTab(raw.tab) ? raw.tab : 'reviews'
  return (
    <div className={styles.screen}>
      <PageBar title="Reviews" />
      <div className={styles.tabs}>
        <Segmented
          label="List"
          value={tab}
          options={tabs.map((value) => ({ value, label: tabNames[value] }))}
          onChange={(value) => change({ tab: value, show: null, kind: null })}
        />
      </div>
      {tab !== raw.tab && (
        <PartialNote>
          The address asks for the list “{raw.tab}”, which does not exist. Reviews are shown instead.
        </PartialNote>
      )}
      <Content tab={tab} raw={raw} change={change} />
    </div>
  )
}

function Content({ tab, raw, change }: Omit<TabProps, 'book'> & { readonly tab: Tab }) {
  const { state, ownership, parties, workloads, missing, whole, retry } = useOwnership()
  const zone = useZone().name
  const now = useNow(600)
  const book = useMemo(
    () => bookOf({ ownership, parties, workloads, now, zone, whole }),
    [ownership, parties, workloads, now, zone, whole],
  )
  if (state === 'loading') return <Skeleton label="Ownership" />
  // Change requests, improvements and events may be told where ownership is not.
  if (tab === 'reviews' && state === 'absent') return <Absent />
  if (tab === 'reviews' && state === 'failed')
    return (
      <FailedState
        what="Reviews could not be read"
        where={missing.map(({ text }) => text).join(' ')}
        advice="Nothing is known to be overdue, and nothing to be in time."
        onRetry={retry}
      />
    )
  return (
    <>
      {missing.map(({ key, text }) => (
        <PartialNote key={key}>{text}</PartialNote>
      ))}
      {contents[tab]({ book, raw, change })}
    </>
  )
}

const Absent = () => (
  <EmptyState
    title="No connected source tells of reviews"
    icon="flag"
    action={<Link to={pathTo('sources')}>See the sources, or open files of your own</Link>}
  >
    <p>
      Reviews belong to operations activities. Files with ownership as code, a table of activities, or a backend that
      speaks the documented contract can bring them.
    </p>
  </EmptyState>
)
