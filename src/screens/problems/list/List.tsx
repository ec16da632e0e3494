import { useMemo, useRef, useState } from 'react'
import { isWhole, useSummary, useWhole } from '../../../data'
import { problemStates } from '../../../domain/problem'
import { instant } from '../../../domain/units'
import { Button, EmptyState, FilterSelect, Icon, PartialNote, SearchBox, Select, Toolbar, useKeys } from '../../../ui'
import { type Change, isNarrowed, nobody, nothingChosen, orders, type Raw } from '../address'
import { RecordForm } from '../forms/RecordForm'
import { useBook } from '../model/useBook'
import { Undo } from '../page/Undo'
import styles from '../problems.module.css'
import { countText, openText, orderNames, stateNames } from '../words'
import { Rows } from '../Rows'
import { countsIn, listed } from './rows'
import { Row } from './Row'
import { Told } from './Told'

const everything = {}
const minute = 60_000

interface ListProps {
  readonly raw: Raw
  readonly change: (change: Change) => void
}

/** All problems, ranked and narrowed. */
export function List({ raw, change }: ListProps) {
  const view = useWhole('problems', everything)
  const book = useBook()
  const [recording, setRecording] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  useKeys('Problems', [{ keys: 'f', label: 'Filter by words', run: () => search.current?.focus() }])
  const now = instant(Math.floor(book.now / minute) * minute)
  const summary = useSummary({ query: everything, by: ['problem'], zone: 'UTC', now })
  const counted = summary.state === 'ready' && summary.missing.length === 0 && !summary.outdated
  const counts = useMemo(() => countsIn(summary.summary), [summary.summary])
  const sort = orders.find((each) => each === raw.sort)
  const problems = view.items
  const shown = useMemo(
    () => listed(problems, raw, sort ?? 'incidents', counts, book),
    [problems, raw, sort, counts, book],
  )
  const owners = [...new Set(problems.map(({ owner }) => owner ?? nobody))].map((value) => ({
    value,
    label: value === nobody ? 'Nobody' : book.name(value),
  }))
  const states = [...new Set([...problemStates, ...problems.map(({ state }) => state)])].map((value) => ({
    value: value as string,
    label: openText(stateNames, value),
    count: problems.filter(({ state }) => state === value).length,
  }))
  const workloads = [...new Set(problems.flatMap((problem) => problem.workloads))].map((value) => ({
    value,
    label: book.workload(value),
  }))
  return (
    <Told view={view}>
      <Toolbar
        label="Filters"
        end={
          <>
            {isNarrowed(raw) && <Button onClick={() => change(nothingChosen)}>Clear</Button>}
            <span role="status" className={styles.count}>
              <b>{countText(shown.length)}</b> of {countText(problems.length)} problems
            </span>
          </>
        }
      >
        <div className={styles.search}>
          <SearchBox
            ref={search}
            label="Find problems"
            placeholder="Title, id, workload, owner…"
            value={raw.q}
            onChange={(q) => change({ q: q === '' ? null : q })}
          />
        </div>
        <FilterSelect label="State" options={states} value={raw.state} onChange={(state) => change({ state })} />
        <FilterSelect label="Owner" options={owners} value={raw.owner} onChange={(owner) => change({ owner })} />
        <FilterSelect
          label="Workload"
          options={workloads}
          value={raw.workload}
          onChange={(workload) => change({ workload })}
        />
        <Select
          label="Order"
          value={sort ?? 'incidents'}
          options={orders.map((value) => ({ value, label: orderNames[value] }))}
          onChange={(value) => change({ sort: value })}
        />
        <Button tone="primary" aria-expanded={recording} onClick={() => setRecording(!recording)}>
          <Icon name="plus" size={14} />
          Record a problem
        </Button>
      </Toolbar>
      {sort === undefined && (
        <PartialNote>The address asks for the order “{raw.sort}”, which does not exist and is left out.</PartialNote>
      )}
      {summary.missing.map(({ source, error }) => (
        <PartialNote key={source}>Incidents are not counted: {error.message}</PartialNote>
      ))}
      <Undo />
      {recording && <RecordForm book={book} onClose={() => setRecording(false)} />}
      {shown.length > 0 ? (
        <Rows
          label="Problems"
          items={shown}
          itemKey={({ id }) => id}
          estimate={52}
          render={(problem) => (
            <Row problem={problem} count={counted ? (counts.get(problem.id) ?? 0) : undefined} book={book} />
          )}
        />
      ) : problems.length > 0 ? (
        <EmptyState
          title="Nothing matches"
          icon="filter"
          action={<Button onClick={() => change(nothingChosen)}>Show all {countText(problems.length)}</Button>}
        >
          <p>{countText(problems.length)} problems are known; the filters leave none of them.</p>
        </EmptyState>
      ) : (
        <EmptyState title={isWhole(view) ? 'There are no problems yet' : 'No problem could be read'} icon="flag">
          <p>A problem is the cause that several incidents share. Record one, then link its incidents to it.</p>
        </EmptyState>
      )}
    </Told>
  )
}
