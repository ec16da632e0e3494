import { useRef } from 'react'
import { ChipButton, FilterSelect, Icon, SearchBox, Toolbar, useKeys } from '../../ui'
import type { Book, Listing } from './model/listing'
import { type FilterKey, isNarrowed, type RawQuery } from './model/query'
import { countText } from './model/words'
import { nothingChosen, type QueryChange } from './model/useQuery'
import styles from './ownership.module.css'

interface FiltersProps {
  readonly book: Book
  readonly listing: Listing
  readonly raw: RawQuery
  readonly change: (change: QueryChange) => void
  readonly narrow: boolean
}

const names: readonly (readonly [FilterKey, string])[] = [
  ['workload', 'Workload'],
  ['team', 'Team'],
  ['kind', 'Kind'],
  ['risk', 'Risk'],
  ['automation', 'Automation'],
]

/** What narrows the list. On a phone all but the search lie folded under one button. */
export function Filters({ book, listing, raw, change, narrow }: FiltersProps) {
  const search = useRef<HTMLInputElement>(null)
  useKeys('Ownership filters', [{ keys: 'f', label: 'Filter by words', run: () => search.current?.focus() }])
  const chosenIn = (key: FilterKey) => raw[key].filter((value) => book.choices[key].has(value))
  const chosen = names.filter(([key]) => chosenIn(key).length > 0).length + (raw.gaps ? 1 : 0)
  const choosers = (
    <>
      {names.map(
        ([key, label]) =>
          (book.options[key].length > 1 || chosenIn(key).length > 0) && (
            <FilterSelect
              key={key}
              label={label}
              options={book.options[key]}
              value={chosenIn(key)}
              onChange={(value) => change({ [key]: value })}
            />
          ),
      )}
      <ChipButton pressed={raw.gaps} onClick={() => change({ gaps: !raw.gaps })}>
        Gaps only
      </ChipButton>
    </>
  )
  const count = (
    <span className={styles.count} role="status">
      <b>{countText(listing.listed.length)}</b> of {countText(book.standings.length)} activities
    </span>
  )
  const clear = isNarrowed(raw) && (
    <ChipButton onClick={() => change(nothingChosen)}>
      <Icon name="close" size={12} />
      Clear
    </ChipButton>
  )
  return (
    <Toolbar
      label="Filters"
      end={
        <>
          {clear}
          {count}
        </>
      }
    >
      <div className={styles.search}>
        <SearchBox
          ref={search}
          label="Find by activity, workload or holder"
          placeholder="Activity, workload, team, person…"
          value={raw.q}
          onChange={(q) => change({ q: q === '' ? null : q })}
        />
      </div>
      {narrow ? (
        <details className={styles.folded}>
          <summary>
            <Icon name="filter" size={14} />
            Filters{chosen > 0 && <b>{chosen}</b>}
          </summary>
          <div>{choosers}</div>
        </details>
      ) : (
        choosers
      )}
    </Toolbar>
  )
}
