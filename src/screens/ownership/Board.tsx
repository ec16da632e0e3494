import { lazy, Suspense, useDeferredValue, useMemo, useRef } from 'react'
import { EmptyState, PanelBoundary, PartialNote, Button, phone, useKeys, useMedia } from '../../ui'
import type { MatrixHandle } from '../../ui/matrix'
import { ActivityList } from './ActivityList'
import { Filters } from './Filters'
import { Legend } from './Legend'
import { type Book, listingOf } from './model/listing'
import { understood } from './model/query'
import { countText } from './model/words'
import { nothingChosen, useQuery } from './model/useQuery'
import styles from './ownership.module.css'
import { OwnershipMatrix } from './OwnershipMatrix'
import { Summary } from './Summary'

// What stands in the drawer is loaded with the drawer, when the first activity is opened.
const ActivityDrawer = lazy(async () => ({ default: (await import('./drawer/ActivityDrawer')).ActivityDrawer }))

/** From this width on the open activity stands beside the matrix; below, over it. */
const beside = '(min-width: 1100px)'

/** Figures, filters and what they leave. Everything chosen stands in the address. */
export function Board({ book }: { readonly book: Book }) {
  const { raw, change } = useQuery()
  const narrow = useMedia(phone)
  const room = useMedia(beside)
  const side = useRef<HTMLDivElement>(null)
  const matrix = useRef<MatrixHandle>(null)
  const { query, ignored } = useMemo(() => understood(raw, book.choices), [raw, book])
  const asked = useDeferredValue(query)
  const listing = useMemo(() => listingOf(book, asked), [book, asked])
  const open = raw.activity === null ? undefined : book.ownership.byId.get(raw.activity)

  const select = (activity: string) => change({ activity })
  const step = (by: number) => {
    const { listed } = listing
    const at = listed.findIndex(({ activity }) => activity.id === raw.activity)
    const next = listed[at < 0 ? 0 : Math.max(0, Math.min(at + by, listed.length - 1))]
    if (next) select(next.activity.id)
  }
  const close = () => {
    change({ activity: null })
    matrix.current?.focus()
  }
  useKeys('Ownership', [
    { keys: 'j', label: 'Next activity', run: () => step(1) },
    { keys: 'k', label: 'Previous activity', run: () => step(-1) },
    { keys: 'u', label: 'Close the activity', run: close },
  ])

  return (
    <>
      <Filters book={book} listing={listing} raw={raw} change={change} narrow={narrow} />
      <div className={styles.notes}>
        {ignored.map(({ filter, value }) => (
          <PartialNote key={`${filter} ${value}`}>
            The address asks for {filter} “{value}”, which is not known here. It is left out of account.
          </PartialNote>
        ))}
        {raw.activity !== null && !open && (
          <PartialNote action={<Button onClick={() => change({ activity: null })}>Close</Button>}>
            There is no activity “{raw.activity}” in the connected sources.
          </PartialNote>
        )}
      </div>
      <Summary listing={listing} finding={query.finding} onFinding={(gap) => change({ gap: gap ?? null })} />
      <div className={styles.split}>
        <section className={styles.main} aria-label="Activities">
          {listing.listed.length === 0 ? (
            <EmptyState
              title="No activity matches"
              icon="filter"
              action={
                <Button onClick={() => change(nothingChosen)}>Show all {countText(book.standings.length)}</Button>
              }
            >
              <p>{countText(book.standings.length)} activities are known; the filters leave none of them.</p>
            </EmptyState>
          ) : narrow ? (
            <ActivityList book={book} listed={listing.listed} selected={raw.activity} onOpen={select} />
          ) : (
            <PanelBoundary name="The matrix" of={book}>
              <OwnershipMatrix
                book={book}
                listed={listing.listed}
                selected={raw.activity}
                folded={raw.folded}
                onOpen={select}
                onFold={(folded) => change({ folded })}
                ref={matrix}
              />
            </PanelBoundary>
          )}
          {!narrow && listing.listed.length > 0 && <Legend />}
        </section>
        <div ref={side} className={styles.side} />
        {open && (
          <PanelBoundary name="The activity" of={open}>
            <Suspense>
              <ActivityDrawer
                standing={open}
                ownership={book.ownership}
                onClose={close}
                {...(room && { container: side })}
              />
            </Suspense>
          </PanelBoundary>
        )}
      </div>
    </>
  )
}
