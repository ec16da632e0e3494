import { useMemo } from 'react'
import type { Instant } from '../../domain/units'
import { ChipButton, Icon, PageBar, PanelBoundary, Segmented } from '../../ui'
import { type Anchor, AnchorProvider, useFindAnchor, useIsLive } from './anchor'
import { useAsOf } from './asOf/context'
import { PastProvider } from './asOf/PastProvider'
import { pastOf, startOf, useAsOfUrl } from './asOf/useAsOfUrl'
import { usePastList } from './asOf/usePast'
import { useMoments } from './useMoments'
import styles from './incidents.module.css'
import { Loading } from './list/ListStates'
import { Triage } from './list/Triage'
import { canLack, useLacking } from './list/useLacking'
import { RangeView } from './range/RangeView'
import { toQuery } from './query'
import { TableView } from './table/TableView'
import { type IncidentsUrl, useFilters } from './useFilters'
import { useIncidentList } from './useIncidentList'
import { useNames } from './useNames'
import { NoSource } from './NoSource'
import { Unsent } from './unsent/Unsent'
import { useWindow } from '../../data'

const nothing = {}

interface ViewsProps {
  readonly url: IncidentsUrl
  readonly anchor: Anchor
}

/** The lists as they were at that moment: which classes need a hand, and which fields, is judged of then. */
function PastLists({ url, at }: { readonly url: IncidentsUrl; readonly at: Instant }) {
  const names = useNames()
  const { filters } = url
  const query = useMemo(() => toQuery(filters, at), [filters, at])
  const past = usePastList(query, at)
  const { list, note } = useLacking(past.list, filters)
  const notes = [past.note, note].filter((each) => each !== undefined).join(' ')
  const View = url.view === 'table' ? TableView : Triage
  return <View url={url} list={list} names={names} note={notes === '' ? undefined : notes} />
}

/** The views that need the list. The query moves on with the anchor only by the hour, so answers are shared. */
function Lists({ url, anchor }: ViewsProps) {
  const names = useNames()
  const { filters } = url
  const query = useMemo(() => toQuery(filters, anchor.at), [filters, anchor.at])
  const whole = (url.view === 'triage' && filters.order === 'urgent') || canLack(filters)
  const { list, note } = useLacking(useIncidentList(query, whole), filters)
  return url.view === 'table' ? (
    <TableView url={url} list={list} names={names} note={note} query={query} />
  ) : (
    <Triage url={url} list={list} names={names} note={note} />
  )
}

function Views({ url, anchor }: ViewsProps) {
  const past = useAsOf()
  return url.view === 'timeline' ? (
    <PanelBoundary name="The timeline">
      <RangeView url={url} />
    </PanelBoundary>
  ) : past !== undefined ? (
    <PastLists url={url} at={past} />
  ) : (
    <Lists url={url} anchor={anchor} />
  )
}

/** Incidents: what burns and what burned, one by one, over time, as a table. */
export default function Incidents() {
  const live = useIsLive()
  const asOf = useAsOfUrl()
  const url = useFilters(live || asOf.at !== undefined)
  const newest = useFindAnchor()
  const past = newest && pastOf(asOf, newest)
  const anchor = newest && past !== undefined ? { live: false, at: past } : newest
  const { moment } = useMoments()
  const any = useWindow('incidents', nothing, 1)
  return (
    <>
      <PageBar title="Incidents">
        <Segmented
          label="View"
          value={url.view}
          onChange={url.setView}
          options={[
            { value: 'triage', label: 'Triage' },
            { value: 'timeline', label: 'Timeline' },
            { value: 'table', label: 'Table' },
          ]}
        />
        {newest && (
          <ChipButton
            pressed={past !== undefined}
            title="Show the incidents as they were at another moment"
            onClick={() => asOf.go(past === undefined ? startOf(newest) : undefined)}
          >
            <Icon name="clock" size={14} />
            As of …
          </ChipButton>
        )}
        {anchor && past === undefined && !anchor.live && (
          <span className={styles.asOf} title="The data stands still: ages and ranges are counted from here.">
            as of {moment(anchor.at)}
          </span>
        )}
      </PageBar>
      <Unsent />
      {any.state === 'absent' ? (
        <NoSource />
      ) : anchor && newest ? (
        <PastProvider at={past} url={asOf} newest={newest}>
          <AnchorProvider value={anchor}>
            <Views url={url} anchor={anchor} />
          </AnchorProvider>
        </PastProvider>
      ) : (
        <Loading view={any} />
      )}
    </>
  )
}
