import { pathTo } from '../../app/paths'
import { type OwnershipView, useOwnership } from '../../data'
import { nameOf } from '../../domain/matrix'
import { EmptyState, FailedState, Link, PageBar, PartialNote, Skeleton } from '../../ui'
import { useAddress } from './address'
import { List } from './list/List'
import { PartyPage } from './page/PartyPage'
import styles from './parties.module.css'

/** Teams and people: all of them or, with an id in the address, all that is known of one. */
export default function PartiesScreen() {
  const view = useOwnership()
  const address = useAddress()
  const { id } = address
  const name = id !== null && view.state === 'ready' ? nameOf(id, view.ownership) : undefined
  return (
    <div className={styles.screen}>
      <PageBar title={name ?? 'Teams and people'} />
      <Content view={view} address={address} />
    </div>
  )
}

export interface ViewProps {
  readonly view: OwnershipView
  readonly address: ReturnType<typeof useAddress>
}

function Content({ view, address }: ViewProps) {
  const { state, missing, retry, parties } = view
  switch (state) {
    case 'absent':
      return (
        <EmptyState
          title="No connected source tells who owns what"
          icon="person"
          action={<Link to={pathTo('sources')}>See the sources, or open files of your own</Link>}
        >
          <p>Teams and people come with ownership: as code in YAML, as a table, or from a backend of your own.</p>
        </EmptyState>
      )
    case 'loading':
      return <Skeleton label="Teams and people are loading" rows={12} />
    case 'failed':
      return (
        <FailedState
          what="Teams and people could not be read"
          where={missing.map(({ text }) => text).join(' ')}
          onRetry={retry}
        />
      )
    case 'ready':
      return (
        <>
          {missing.map(({ key, text }) => (
            <PartialNote key={key}>{text}</PartialNote>
          ))}
          {address.id !== null ? (
            <PartyPage key={address.id} id={address.id} view={view} />
          ) : parties.length === 0 && view.ownership.standings.length === 0 ? (
            <EmptyState title="There are no teams and people yet" icon="person">
              <p>The connected sources can tell of them, but hold none.</p>
            </EmptyState>
          ) : (
            <List view={view} address={address} />
          )}
        </>
      )
  }
}
