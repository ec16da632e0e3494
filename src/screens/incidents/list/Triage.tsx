import { useMemo, useRef, useState } from 'react'
import type { Incident } from '../../../domain/incident'
import { Icon, phone, useKeys, useMedia, VirtualList } from '../../../ui'
import { useAsOf } from '../asOf/context'
import { PastDetail } from '../asOf/PastDetail'
import { Detail } from '../detail/Detail'
import { Filters } from '../Filters'
import styles from '../incidents.module.css'
import { Arrange } from '../Arrange'
import type { IncidentsUrl } from '../useFilters'
import type { IncidentList } from '../useIncidentList'
import type { Names } from '../useNames'
import { ListStates } from './ListStates'
import { Bulk } from './Bulk'
import { Row } from './Row'
import { Total, totalOf } from './Total'
import { useBusy } from './useBusy'
import { useMarks } from './useMarks'
import { useQueue } from './useQueue'
import { useSteady } from './useSteady'
import { Waiting } from './Waiting'

const idOf = (incident: Incident): string => incident.id

interface TriageProps {
  readonly url: IncidentsUrl
  readonly list: IncidentList
  readonly names: Names
  /** Why a filter is not applied. */
  readonly note: string | undefined
}

/** List at the left, the chosen incident at the right; on a phone one after the other. */
export function Triage({ url, list, names, note }: TriageProps) {
  const small = useMedia(phone)
  const then = useAsOf()
  const { total } = list.view
  const queue = useQueue(list, url.filters.order === 'urgent')
  const { busy, handlers } = useBusy()
  const marks = useMarks()
  const of = useMemo(() => JSON.stringify([url.filters, then]), [url.filters, then])
  const steady = useSteady(queue.items, of, busy || marks.any || url.selected !== undefined)
  const { items } = steady
  const pane = useRef<HTMLElement>(null)
  const rows = useRef<HTMLDivElement>(null)
  // Beside the list something is always shown. What came first stays, whatever arrives: it is being read. Another
  // question begins anew.
  const [preview, setPreview] = useState<{ readonly of: string; readonly id: string }>()
  if (preview?.of !== of && items[0] && !list.view.outdated) setPreview({ of, id: items[0].id })
  const shown = url.selected ?? (small ? undefined : preview?.id)
  const at = items.findIndex(({ id }) => id === shown)
  const step = (by: number) => {
    const next = items[at < 0 ? 0 : Math.min(Math.max(at + by, 0), items.length - 1)]
    if (next) url.select(next.id)
  }
  useKeys('Incidents', [
    { keys: 'j', label: 'Next incident', run: () => step(1) },
    { keys: 'k', label: 'Previous incident', run: () => step(-1) },
    { keys: 'o', label: 'Go into the incident', run: () => (at < 0 ? step(0) : pane.current?.focus()) },
    { keys: 'u', label: 'Back to the list', run: () => url.select(undefined) },
    { keys: 'x', label: 'Mark, to treat several as one', run: () => shown !== undefined && marks.toggle(shown) },
  ])
  const toRow = () => rows.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus()
  const listed = (
    <section className={styles.list} aria-label="Incidents">
      <Filters
        url={url}
        names={names}
        items={list.view.items}
        total={totalOf(list)}
        note={[note, queue.note].filter(Boolean).join(' ') || undefined}
      />
      <div className={styles.count}>
        <Total list={list} />
        <Arrange url={url} />
      </div>
      <Bulk marks={marks} items={items} names={names} onLeave={toRow} />
      <Waiting count={steady.waiting} onShow={steady.show} />
      <ListStates list={list} url={url}>
        <div ref={rows} className={styles.rows} {...handlers}>
          <VirtualList
            label="Incidents"
            items={items}
            itemKey={idOf}
            estimate={58}
            selected={shown}
            onOpen={(incident) => url.select(incident.id)}
            onEnd={list.more}
            render={(incident) => (
              <Row
                incident={incident}
                names={names}
                place={queue.place(incident.id)}
                gone={steady.gone.has(incident.id)}
                marked={marks.isMarked(incident.id)}
                onMark={marks.toggle}
              />
            )}
            {...(total !== undefined && { total })}
          />
        </div>
      </ListStates>
    </section>
  )
  const detail = (
    <section ref={pane} tabIndex={-1} className={styles.pane} aria-label="Incident">
      {small && (
        <button type="button" className={styles.back} onClick={() => url.select(undefined)}>
          <Icon name="left" size={14} />
          All incidents
        </button>
      )}
      {then === undefined ? (
        <Detail key={shown ?? ''} id={shown} names={names} />
      ) : (
        <PastDetail key={shown ?? ''} id={shown} at={then} names={names} />
      )}
    </section>
  )
  if (small) return url.selected === undefined ? listed : detail
  return (
    <div className={styles.two}>
      {listed}
      {detail}
    </div>
  )
}
