import { useMemo } from 'react'
import { type OwnershipView, useOwnership } from '../../data'
import { EmptyState, FailedState, PageBar, PartialNote } from '../../ui'
import { Board } from './Board'
import { bookOf } from './model/listing'
import styles from './ownership.module.css'
import { Readings } from './Readings'
import { Absent, Waiting } from './states'

/** Who owns what: every activity against the teams, its gaps, and all that is known of one. */
export default function OwnershipScreen() {
  const view = useOwnership()
  return (
    <div className={styles.screen}>
      <PageBar title="Ownership">{view.state === 'ready' && <Readings />}</PageBar>
      <Content view={view} />
    </div>
  )
}

function Content({ view }: { readonly view: OwnershipView }) {
  const { state, ownership, missing, retry } = view
  const book = useMemo(() => bookOf(ownership), [ownership])
  switch (state) {
    case 'absent':
      return <Absent />
    case 'loading':
      return <Waiting />
    case 'failed':
      return (
        <FailedState
          what="Ownership could not be read"
          where={missing.map(({ text }) => text).join(' ')}
          advice="Nothing is known to be wrong with the ownership itself."
          onRetry={retry}
        />
      )
    case 'ready':
      return (
        <>
          {missing.map(({ key, text }) => (
            <PartialNote key={key}>{text}</PartialNote>
          ))}
          {book.standings.length === 0 ? (
            <EmptyState title="There are no activities yet" icon="matrix">
              <p>The connected sources can tell who owns what, but hold no operations activity.</p>
            </EmptyState>
          ) : (
            <Board book={book} />
          )}
        </>
      )
  }
}
