import { useVirtualizer } from '@tanstack/react-virtual'
import { parseAsBoolean, useQueryState } from 'nuqs'
import { lazy, Suspense, useEffect, useRef } from 'react'
import type { IncidentQuery } from '../../../domain/query/incident'
import { Button, cx, Skeleton } from '../../../ui'
import { useAnchor } from '../anchor'
import { Filters } from '../Filters'
import incidents from '../incidents.module.css'
import { ListStates } from '../list/ListStates'
import { Total, totalOf } from '../list/Total'
import { Arrange } from '../Arrange'
import type { IncidentsUrl } from '../useFilters'
import type { IncidentList } from '../useIncidentList'
import type { Names } from '../useNames'
import { columns } from './columns'
import styles from './table.module.css'

const Totals = lazy(() => import('./Totals'))

const rowHeight = 36
const tracks = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }
/** What scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 }

interface TableViewProps {
  readonly url: IncidentsUrl
  readonly list: IncidentList
  readonly names: Names
  /** Why a filter is not applied. */
  readonly note: string | undefined
  /** What the list asks for; absent where it was put together here, and no source can count it. */
  readonly query?: IncidentQuery
}

function Rows({ url, list, names }: TableViewProps) {
  // The virtualizer is one object that changes inside: what the compiler would memoise on it would go stale.
  'use no memo'
  const scroll = useRef<HTMLDivElement>(null)
  const { at: now } = useAnchor()
  const { items, total } = list.view
  const { more } = list
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const last = rows.range?.endIndex ?? -1
  useEffect(() => {
    if (last >= items.length - 1) more()
  }, [last, items.length, more])
  const context = { names, now, open: (id: string) => url.select(id, 'triage') }
  return (
    <div ref={scroll} className={incidents.table} role="region" aria-label="Table of incidents" {...reachable}>
      <div role="table" aria-label="Incidents" aria-rowcount={(total ?? items.length) + 1} className={styles.table}>
        <div role="row" aria-rowindex={1} className={cx(styles.row, styles.headings)} style={tracks}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className={column.end ? styles.end : undefined}>
              {column.label}
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const incident = items[index]
            if (!incident) return null
            return (
              <div
                key={incident.id}
                role="row"
                aria-rowindex={index + 2}
                className={styles.row}
                style={{ ...tracks, height: rowHeight, transform: `translateY(${start}px)` }}
              >
                {columns.map((column) => (
                  <div
                    key={column.key}
                    role={column.key === 'title' ? 'rowheader' : 'cell'}
                    className={cx(styles.cell, column.end && styles.end)}
                  >
                    {column.cell(incident, context)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** The rows of the list with all their times, for comparing and copying. */
export function TableView(props: TableViewProps) {
  const [totals, setTotals] = useQueryState('totals', parseAsBoolean.withDefault(false))
  const { query } = props
  const counts = query !== undefined && props.url.filters.lacks.length === 0 ? query : undefined
  return (
    <div className={incidents.range}>
      <Filters
        url={props.url}
        names={props.names}
        items={props.list.view.items}
        total={totalOf(props.list)}
        note={props.note}
      />
      <div className={incidents.count}>
        <Total list={props.list} />
        <span className={styles.tools}>
          <Button
            tone="quiet"
            aria-expanded={totals}
            disabledReason={counts ? undefined : 'No source can count what is put together here.'}
            onClick={() => void setTotals(totals ? null : true)}
          >
            Totals
          </Button>
          <Arrange url={props.url} />
        </span>
      </div>
      {totals && counts && (
        <Suspense fallback={<Skeleton label="Totals are counted" rows={3} />}>
          <Totals query={counts} />
        </Suspense>
      )}
      <ListStates list={props.list} url={props.url}>
        <Rows {...props} />
      </ListStates>
    </div>
  )
}
