import { type ReactNode, useMemo, useRef } from 'react'
import { ChipButton, FilterSelect, Icon, phone, SearchBox, Toolbar, useKeys, useMedia } from '../../../ui'
import { type Change, isNarrowed, nothingChosen, type Raw } from '../model/address'
import { type Book, everybody, type Option } from '../model/book'
import { countText } from '../model/words'
import styles from '../reviews.module.css'

interface FiltersProps {
  readonly book: Book
  readonly raw: Raw
  readonly change: (change: Change) => void
  /** Groups of the list, with how many each holds. */
  readonly groups: { readonly label: string; readonly options: readonly (Option & { readonly count?: number })[] }
  readonly kinds?: readonly Option[]
  readonly shown: number
  readonly total: number
  /** What is counted: "reviews". */
  readonly what: string
  readonly children?: ReactNode
}

/** What narrows a list, and how much of it that leaves. On a phone all but the search lie folded. */
export function Filters({ book, raw, change, groups, kinds, shown, total, what, children }: FiltersProps) {
  const search = useRef<HTMLInputElement>(null)
  const narrow = useMedia(phone)
  const parties = useMemo(() => everybody(book), [book])
  useKeys('Reviews and requests', [{ keys: 'f', label: 'Filter by words', run: () => search.current?.focus() }])
  const choosers = (
    <>
      <FilterSelect
        label={groups.label}
        options={groups.options}
        value={raw.show}
        onChange={(show) => change({ show })}
      />
      {kinds && <FilterSelect label="Kind" options={kinds} value={raw.kind} onChange={(kind) => change({ kind })} />}
      <FilterSelect label="Team or person" options={parties} value={raw.team} onChange={(team) => change({ team })} />
      <FilterSelect
        label="Workload"
        options={book.workloads}
        value={raw.workload}
        onChange={(workload) => change({ workload })}
      />
      {children}
    </>
  )
  return (
    <Toolbar
      label="Filters"
      end={
        <>
          {isNarrowed(raw) && (
            <ChipButton onClick={() => change(nothingChosen)}>
              <Icon name="close" size={12} />
              Clear
            </ChipButton>
          )}
          <span className={styles.count} role="status">
            <b>{countText(shown)}</b> of {countText(total)} {what}
          </span>
        </>
      }
    >
      <div className={styles.search}>
        <SearchBox
          ref={search}
          label={`Find ${what}`}
          placeholder="Activity, workload, team, person…"
          value={raw.q}
          onChange={(q) => change({ q: q === '' ? null : q })}
        />
      </div>
      {narrow ? (
        <details className={styles.folded}>
          <summary>
            <Icon name="filter" size={14} />
            Filters
          </summary>
          <div>{choosers}</div>
        </details>
      ) : (
        choosers
      )}
    </Toolbar>
  )
}
