import { useMemo } from 'react'
import { PageBar, PanelBoundary, Segmented } from '../../ui'
import { type Anchor, AnchorProvider, useFindAnchor, useIsLive } from './anchor'
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
import { useWindow } from '../../data'

const nothing = {}

/** The views that need the list. The query moves on with the anchor only by the hour, so answers are shared. */
function Lists({ url, anchor }: { readonly url: IncidentsUrl; readonly anchor: Anchor }) {
  const names = useNames()
  const { filters } = url
  const query = useMemo(() => toQuery(filters, anchor.at), [filters, anchor.at])
  const whole = (url.view === 'triage' && filters.order === 'urgent') || canLack(filters)
  const { list, note } = useLacking(useIncidentList(query, whole), filters)
  return url.view === 'table' ? (
    <TableView url={url} list={list} names={names} note={note} />
  ) : (
    <Triage url={url} list={list} names={names} note={note} />
  )
}

function Views({ url, anchor }: { readonly url: IncidentsUrl; readonly anchor: Anchor }) {
  return url.view === 'timeline' ? (
    <PanelBoundary name="The timeline">
      <RangeView url={url} />
    </PanelBoundary>
  ) : (
    <Lists url={url} anchor={anchor} />
  )
}

/** Incidents: what burns and what burned, one by one, over time, as a table. */
export default function Incidents() {
  const live = useIsLive()
  const url = useFilters(live)
  const anchor = useFindAnchor()
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
        {anchor && !anchor.live && (
          <span className={styles.asOf} title="The data stands still: ages and ranges are counted from here.">
            as of {moment(anchor.at)}
          </span>
        )}
      </PageBar>
      {any.state === 'absent' ? (
        <NoSource />
      ) : anchor ? (
        <AnchorProvider value={anchor}>
          <Views url={url} anchor={anchor} />
        </AnchorProvider>
      ) : (
        <Loading view={any} />
      )}
    </>
  )
}
