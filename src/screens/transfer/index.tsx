import { pathTo } from '../../app/paths'
import { type OwnershipView, useOwnership } from '../../data'
import { EmptyState, FailedState, Link, PageBar, PartialNote, Skeleton } from '../../ui'
import { Planner } from './Planner'
import styles from './transfer.module.css'

/** A reorganisation rehearsed: what it would come to, before anybody is asked for it. */
export default function TransferScreen() {
  const view = useOwnership()
  return (
    <div className={styles.screen}>
      <PageBar title="Plan a transfer" />
      <Content view={view} />
    </div>
  )
}

function Content({ view }: { readonly view: OwnershipView }) {
  const { state, ownership, missing, retry } = view
  switch (state) {
    case 'absent':
      return (
        <EmptyState
          title="No connected source tells who owns what"
          icon="matrix"
          action={<Link to={pathTo('sources')}>See the sources, or open files of your own</Link>}
        >
          <p>A transfer is planned on activities and their owners. Files or a backend of your own can bring them.</p>
        </EmptyState>
      )
    case 'loading':
      return <Skeleton label="Ownership is loading" />
    case 'failed':
      return (
        <FailedState
          what="Ownership could not be read"
          where={missing.map(({ text }) => text).join(' ')}
          advice="Your plans are kept. They can be rehearsed once ownership is there."
          onRetry={retry}
        />
      )
    case 'ready':
      return (
        <>
          {missing.map(({ key, text }) => (
            <PartialNote key={key}>{text} A plan is rehearsed on what is there.</PartialNote>
          ))}
          {ownership.standings.length === 0 ? (
            <EmptyState title="There are no activities yet" icon="matrix">
              <p>The connected sources can tell who owns what, but hold no operations activity to hand over.</p>
            </EmptyState>
          ) : (
            <Planner view={view} />
          )}
        </>
      )
  }
}
