import { useMemo } from 'react'
import { Button, EmptyState, PartialNote, SearchBox, Segmented, Select, Toolbar, VirtualList } from '../../../ui'
import type { Listing, Order } from '../address'
import type { ViewProps } from '../index'
import styles from '../parties.module.css'
import { countText } from '../words'
import { Alike } from './Alike'
import { Row } from './Row'
import { alike, holds, listed, rowsOf } from './rows'

const names: Readonly<Record<Listing, string>> = {
  all: 'All',
  teams: 'Teams',
  people: 'People',
  left: 'Left',
  unlisted: 'In no list',
}
const orderNames: Readonly<Record<Order, string>> = {
  name: 'by name',
  held: 'most activities first',
  sole: 'most on one person first',
  gaps: 'most gaps first',
}

/** Every team and person, with what each holds. */
export function List({ view, address }: ViewProps) {
  const { parties, ownership } = view
  const { q, show, sort, ignored, change } = address
  const rows = useMemo(() => rowsOf({ parties, ownership }), [parties, ownership])
  const found = useMemo(() => listed(rows, { q, show, sort }), [rows, q, show, sort])
  const near = useMemo(() => (found.length === 0 ? alike(rows, q) : []), [rows, found, q])
  const options = (['all', 'teams', 'people', 'left', 'unlisted'] as const)
    .map((value) => ({ value, count: rows.filter(holds[value]).length }))
    .filter(({ value, count }) => value === 'all' || value === show || count > 0)
    .map(({ value, count }) => ({
      value,
      label: `${names[value]} ${countText(count)}`,
      name: `${names[value]}, ${countText(count)}`,
    }))
  return (
    <>
      {ignored.length > 0 && (
        <PartialNote>The address asks for {ignored.join(' and ')}, which does not exist and is left out.</PartialNote>
      )}
      <Toolbar
        label="Filters"
        end={
          <span role="status" className={styles.count}>
            <b>{countText(found.length)}</b> of {countText(rows.length)} teams and people
          </span>
        }
      >
        <div className={styles.search}>
          <SearchBox
            label="Find a team or person"
            placeholder="Name, team, tag"
            value={q}
            onChange={(text) => change({ q: text || null })}
          />
        </div>
        <Segmented label="List" value={show} options={options} onChange={(value) => change({ show: value })} />
        <Select
          label="Order"
          value={sort}
          options={(['name', 'held', 'sole', 'gaps'] as const).map((value) => ({ value, label: orderNames[value] }))}
          onChange={(value: Order) => change({ sort: value })}
        />
      </Toolbar>
      {found.length === 0 ? (
        <EmptyState
          title={q === '' ? 'Nobody is in this list' : `Nobody is called “${q}” here`}
          icon="person"
          action={<Button onClick={() => change({ q: null, show: null })}>Show all {countText(rows.length)}</Button>}
        >
          <Alike rows={near} />
        </EmptyState>
      ) : (
        <VirtualList
          label="Teams and people"
          items={found}
          itemKey={({ id }) => id}
          estimate={46}
          render={(row) => <Row row={row} records={ownership.records} />}
        />
      )}
    </>
  )
}
