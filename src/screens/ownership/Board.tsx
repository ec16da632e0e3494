import { lazy, Suspense, useDeferredValue, useMemo, useRef } from 'react'
import { useNavigate } from 'react-router-dom'
import { pathTo } from '../../app/paths'
import { Button, EmptyState, PanelBoundary, PartialNote, phone, Skeleton, useKeys, useMedia } from '../../ui'
import type { MatrixHandle } from '../../ui/matrix'
import { useAsk } from './drawer/ask'
import { Filters } from './Filters'
import { Legend } from './Legend'
import { type Book, listingOf } from './model/listing'
import { understood } from './model/query'
import { usePending, usePendingUnknown } from './model/usePending'
import { nothingChosen, useQuery } from './model/useQuery'
import { countText } from './model/words'
import styles from './ownership.module.css'
import { Bar } from './readings/Bar'
import { TeamMatrix } from './readings/TeamMatrix'
import { Summary } from './Summary'

// What is not part of the first picture is loaded when it is asked for.
const ActivityDrawer = lazy(async () => ({ default: (await import('./drawer/ActivityDrawer')).ActivityDrawer }))
const WorkloadMatrix = lazy(async () => ({ default: (await import('./readings/WorkloadMatrix')).WorkloadMatrix }))
const LoadMatrix = lazy(async () => ({ default: (await import('./readings/LoadMatrix')).LoadMatrix }))
const Lists = lazy(async () => ({ default: (await import('./readings/Lists')).Lists }))
const CoveragePanel = lazy(async () => ({ default: (await import('./coverage/CoveragePanel')).CoveragePanel }))

const matrices = { teams: TeamMatrix, workloads: WorkloadMatrix, load: LoadMatrix }

/** From this width on the open activity stands beside the matrix; below, over it. */
const beside = '(min-width: 1100px)'

/** Figures, filters and what they leave. Everything chosen stands in the address. */
export function Board({ book }: { readonly book: Book }) {
  const { raw, change } = useQuery()
  const asking = useAsk()
  const pending = usePending()
  const unmarked = usePendingUnknown()
  const navigate = useNavigate()
  const narrow = useMedia(phone)
  const room = useMedia(beside)
  const side = useRef<HTMLDivElement>(null)
  const matrix = useRef<MatrixHandle>(null)
  const asked = useMemo(() => understood(raw, book.choices), [raw, book])
  const { query, order, reading } = useDeferredValue(asked)
  const listing = useMemo(() => listingOf(book, query, order), [book, query, order])
  const open = raw.activity === null ? undefined : book.ownership.byId.get(raw.activity)

  const select = (activity: string) => change({ activity })
  const step = (by: number) => {
    const { listed } = listing
    const at = listed.findIndex(({ activity }) => activity.id === raw.activity)
    const next = listed[at < 0 ? 0 : Math.max(0, Math.min(at + by, listed.length - 1))]
    if (next) select(next.activity.id)
  }
  const close = () => {
    if (asking.ask) asking.fold()
    change({ activity: null })
    matrix.current?.focus()
  }
  const toParty = (id: string) => void navigate(pathTo('parties', { id }))
  const openParty = () => {
    const { row, column } = matrix.current?.where() ?? {}
    const party = reading === 'load' ? row : reading === 'teams' ? column : undefined
    if (party !== undefined) toParty(party)
  }
  /** For the cell under the cursor; beside an open activity, for that one. */
  const request = () => {
    const { row, column } = (reading === 'teams' && matrix.current?.where()) || {}
    const activity = raw.activity ?? row
    if (activity === undefined || !book.ownership.byId.has(activity)) return
    if (raw.activity === null) select(activity)
    asking.open('change', row === activity ? column : undefined)
  }
  useKeys('Ownership', [
    { keys: 'j', label: 'Next activity', run: () => step(1) },
    { keys: 'k', label: 'Previous activity', run: () => step(-1) },
    { keys: 'u', label: 'Close the activity', run: close },
    { keys: 'c', label: 'Request a change, for the cell you are in', run: request },
    { keys: 'p', label: 'Page of the team in whose column or row you are', run: openParty },
  ])

  const bar = <Bar book={book} listing={listing} sort={asked} byLoad={reading === 'load'} change={change} />
  const Reading = narrow ? Lists : matrices[reading]
  return (
    <>
      <Filters book={book} listing={listing} reading={reading} raw={raw} change={change} narrow={narrow} />
      <div className={styles.notes}>
        {unmarked !== undefined && <PartialNote>{unmarked}</PartialNote>}
        {asked.ignored.map(({ filter, value }) => (
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
      <Summary listing={listing} finding={query.finding} change={change} />
      <p className={styles.paper}>
        Only what is in view is on this paper. “Print…” under Export prints all {countText(listing.listed.length)}.
      </p>
      <div className={styles.split}>
        <section className={styles.main} aria-label="Activities">
          {listing.listed.length === 0 ? (
            <>
              {bar}
              <EmptyState
                title="No activity matches"
                icon="filter"
                action={
                  <Button onClick={() => change(nothingChosen)}>Show all {countText(book.standings.length)}</Button>
                }
              >
                <p>{countText(book.standings.length)} activities are known; the filters leave none of them.</p>
              </EmptyState>
            </>
          ) : (
            <PanelBoundary name="The matrix" of={book}>
              <Suspense
                fallback={
                  <>
                    {bar}
                    <Skeleton label="Activities" />
                  </>
                }
              >
                <Reading
                  book={book}
                  listing={listing}
                  asked={asked}
                  pending={pending}
                  selected={raw.activity}
                  folded={raw.folded}
                  onOpen={select}
                  onParty={toParty}
                  change={change}
                  ref={matrix}
                />
              </Suspense>
            </PanelBoundary>
          )}
          {!narrow && reading === 'teams' && listing.listed.length > 0 && <Legend recorded={book.recorded} />}
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
      {raw.coverage && (
        <Suspense>
          <CoveragePanel book={book} listing={listing} query={query} change={change} />
        </Suspense>
      )}
    </>
  )
}
