import { lazy, Suspense, useRef, useState } from 'react'
import { pathTo } from '../../app/paths'
import { ChipButton, cx, Icon, Link, PanelBoundary, SearchBox, Toolbar, useKeys } from '../../ui'
import button from '../../ui/Button.module.css'
import { Choosers } from './Choosers'
import type { Book, Listing } from './model/listing'
import { type FilterKey, filterKeys, isNarrowed, type RawQuery, type Reading } from './model/query'
import { nothingChosen, type QueryChange } from './model/useQuery'
import styles from './ownership.module.css'

const MoreFilters = lazy(async () => ({ default: (await import('./MoreFilters')).MoreFilters }))
const Tools = lazy(() => import('./tools/Tools'))

interface FiltersProps {
  readonly book: Book
  readonly listing: Listing
  readonly reading: Reading
  readonly raw: RawQuery
  readonly change: (change: QueryChange) => void
  readonly narrow: boolean
}

const first: readonly FilterKey[] = ['workload', 'team', 'kind', 'risk']
const further = filterKeys.filter((key) => !first.includes(key))

/** What narrows the list, and what is done with it. On a phone all but the search lie folded under one button. */
export function Filters({ book, listing, reading, raw, change, narrow }: FiltersProps) {
  const search = useRef<HTMLInputElement>(null)
  useKeys('Ownership filters', [{ keys: 'f', label: 'Filter by words', run: () => search.current?.focus() }])
  const chosen = (keys: readonly FilterKey[]) => keys.filter((key) => raw[key].length > 0).length
  const more = chosen(further) + (raw.gap === null ? 0 : 1)
  const [open, setOpen] = useState(false)
  const common = { book, raw, change }
  const main = (
    <>
      <Choosers {...common} keys={first} />
      <ChipButton pressed={raw.gaps} onClick={() => change({ gaps: raw.gaps ? null : true })}>
        Gaps only
      </ChipButton>
    </>
  )
  const rest = (
    <Suspense>
      <MoreFilters {...common} keys={further} listing={listing} />
    </Suspense>
  )
  const clear = isNarrowed(raw) && (
    <ChipButton onClick={() => change(nothingChosen)}>
      <Icon name="close" size={12} />
      Clear
    </ChipButton>
  )
  const tools = (
    <PanelBoundary name="Export and import">
      <Suspense>
        <Tools book={book} listing={listing} reading={reading} />
      </Suspense>
    </PanelBoundary>
  )
  const count = chosen(first) + more + (raw.gaps ? 1 : 0)
  return (
    <Toolbar
      label="Filters"
      end={
        <>
          <Link className={cx(button.chip, button.chipButton)} to={pathTo('reviews')}>
            Reviews
          </Link>
          <Link className={cx(button.chip, button.chipButton)} to={pathTo('transfer')}>
            Plan a transfer…
          </Link>
          {!narrow && tools}
        </>
      }
    >
      <div className={styles.search}>
        <SearchBox
          ref={search}
          label="Find by activity, workload or holder"
          placeholder="Activity, team, person…"
          value={raw.q}
          onChange={(q) => change({ q: q === '' ? null : q })}
        />
      </div>
      {narrow ? (
        <details className={styles.folded} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            <Icon name="filter" size={14} />
            Filters{count > 0 && <b>{count}</b>}
          </summary>
          {open && (
            <div>
              {main}
              {rest}
              {clear}
              {tools}
            </div>
          )}
        </details>
      ) : (
        <>
          {main}
          <ChipButton aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name="filter" size={12} />
            Further filters{more > 0 && <b>{more}</b>}
          </ChipButton>
          {clear}
          {open && <div className={styles.further}>{rest}</div>}
        </>
      )}
    </Toolbar>
  )
}
