import { useRef, useState } from 'react'
import type { Incident } from '../../domain/incident'
import { ChipButton, Menu, useKeys } from '../../ui'
import { Choices } from './filters/Choices'
import styles from './filters/filters.module.css'
import { Limits } from './filters/Limits'
import { Removable } from './filters/Removable'
import { TokenBox } from './filters/TokenBox'
import { useVocabulary } from './filters/useVocabulary'
import incidents from './incidents.module.css'
import { type Filters as Values, rangeNames, rangeText, statuses } from './query'
import { ViewMenu } from './saved/ViewMenu'
import type { IncidentsUrl } from './useFilters'
import { useMoments } from './useMoments'
import type { Names } from './useNames'
import { wrongText } from './words'

interface FiltersProps {
  readonly url: IncidentsUrl
  readonly names: Names
  /** What is listed: what it names can be chosen. */
  readonly items?: readonly Incident[]
  /** How many the filters let through, where that is known. */
  readonly total?: number | undefined
  /** Why a filter that was asked for is not applied. */
  readonly note?: string | undefined
}

interface PillProps {
  readonly filters: Values
  readonly set: (change: Partial<Values>) => void
}

function Status({ filters, set, total }: PillProps & Pick<FiltersProps, 'total'>) {
  const { moment } = useMoments()
  const count = total !== undefined && <b className="num">{total.toLocaleString('en')}</b>
  if (filters.openAt !== undefined)
    return (
      <Removable
        text={`open at ${moment(filters.openAt)}`}
        what="Remove the moment"
        onRemove={() => set({ openAt: undefined })}
      />
    )
  return (
    <Menu
      label={
        <>
          status: {filters.status} {count}
        </>
      }
      items={statuses.map((status) => ({ key: status, label: status, onSelect: () => set({ status }) }))}
    />
  )
}

function Opened({ filters, set }: PillProps) {
  const { betweenText } = useMoments()
  if (filters.from !== undefined || filters.to !== undefined)
    return (
      <Removable
        text={`${filters.burning ? 'burned ' : ''}${betweenText(filters.from, filters.to)}`}
        what="Remove the range"
        onRemove={() => set({ range: 'all' })}
      />
    )
  return (
    <Menu
      label={filters.range === 'all' ? 'any time' : `last ${rangeText[filters.range]}`}
      items={rangeNames.map((range) => ({
        key: range,
        label: range === 'all' ? 'opened at any time' : `opened in the last ${rangeText[range]}`,
        onSelect: () => set({ range }),
      }))}
    />
  )
}

/** Every way to narrow the list, by mouse and by typing. All of it is in the address. */
export function Filters({ url, names, items, total, note }: FiltersProps) {
  const { filters, setFilters, wrong } = url
  const box = useRef<HTMLInputElement>(null)
  const [wanted, setWanted] = useState(false)
  const known = useVocabulary(names, items, wanted || filters.problems.length > 0)
  useKeys('Incidents: filters', [{ keys: 'f', label: 'Search and filter', run: () => box.current?.focus() }])
  return (
    <div role="group" aria-label="Filters" className={incidents.filters}>
      <TokenBox filters={filters} known={known} onChange={setFilters} onLook={() => setWanted(true)} box={box} />
      <ViewMenu url={url} names={names} />
      <Status filters={filters} set={setFilters} total={total} />
      {url.view !== 'timeline' && <Opened filters={filters} set={setFilters} />}
      <Choices filters={filters} known={known} set={setFilters} />
      {filters.limits.length > 0 && <Limits limits={filters.limits} names={names} set={setFilters} />}
      <ChipButton
        onClick={() => {
          box.current?.focus()
          box.current?.click()
        }}
      >
        + filter
      </ChipButton>
      {url.narrowed && (
        <button type="button" className={incidents.clear} onClick={url.clear}>
          Clear filters
        </button>
      )}
      {(wrong.length > 0 || note !== undefined) && (
        <p role="status" className={styles.note}>
          {wrongText(wrong)} {note}
        </p>
      )}
    </div>
  )
}
