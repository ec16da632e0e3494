import { parseAsBoolean, useQueryState } from 'nuqs'
import { useMemo } from 'react'
import { isWhole } from '../../../data'
import { instant } from '../../../domain/units'
import { ChipButton, EmptyState, FailedState, Segmented, Skeleton } from '../../../ui'
import { type Marker, Swimlane } from '../../../ui/swimlane'
import { useAsOf } from '../asOf/context'
import { eventDetail } from '../eventWords'
import { Filters } from '../Filters'
import styles from '../incidents.module.css'
import { isListed, rangeNames, rangeText } from '../query'
import { type IncidentsUrl, laneChoices } from '../useFilters'
import { useMissing } from '../useMissing'
import { useMoments } from '../useMoments'
import { counted } from '../words'
import { LaneList } from './LaneList'
import { touches } from './look'
import { RangeNotes } from './RangeNotes'
import { incidentTold } from './told'
import { useLaneNames } from './useLaneNames'
import { useLanes } from './useLanes'
import { useRange } from './useRange'

const laneWords = { workload: 'Workload', team: 'Team', severity: 'Severity', problem: 'Problem' } as const

/** Incidents of a range over time, in lanes by workload, team, severity or problem, with the events around them. */
export function RangeView({ url }: { readonly url: IncidentsUrl }) {
  const names = useLaneNames(url.by === 'problem')
  const { ticksOf, moment } = useMoments()
  const past = useAsOf()
  const [withEvents, setWithEvents] = useQueryState('events', parseAsBoolean.withDefault(true))
  const { anchor, range, look, limits, incidents, events, density, note } = useRange(url, withEvents)
  const shownEvents = withEvents ? events.items : none
  const { lanes, keys, bars, points, bands } = useLanes(incidents.items, shownEvents, url.by, look, anchor, names)

  const markers = useMemo(
    (): readonly Marker[] => [{ at: anchor, label: past === undefined ? 'now' : 'as of', tone: 'now' }],
    [anchor, past],
  )
  const tell = useMemo(
    () => (column: 'bars' | 'points', index: number) => {
      const incident = incidents.items[index]
      const event = shownEvents[index]
      if (column === 'bars' && incident) return incidentTold(incident, anchor, names, moment)
      return event ? { title: event.title, detail: eventDetail(event, moment) } : { title: '', detail: '' }
    },
    [incidents.items, shownEvents, anchor, names, moment],
  )
  const missing = useMissing(incidents)
  // With a filter on, something else may have burned.
  const calm = !isListed(url.filters) && url.filters.status === 'all'
  const within = incidents.items.filter((each) => touches(each, look)).length
  const controls = (
    <>
      <Segmented
        label="Range"
        value={range ?? 'own'}
        options={[
          ...rangeNames.map((value) => ({ value, label: rangeText[value] })),
          ...(range === undefined ? [{ value: 'own' as const, label: 'As moved' }] : []),
        ]}
        onChange={(value) => value !== 'own' && url.setRange(value)}
      />
      <Segmented
        label="Lanes by"
        value={url.by}
        options={laneChoices.map((value) => ({ value, label: laneWords[value] }))}
        onChange={url.setBy}
      />
      <ChipButton pressed={withEvents} onClick={() => void setWithEvents(!withEvents)}>
        Events
      </ChipButton>
      <span className={`${styles.rangeText} num`}>
        {counted(within, 'incident')} · {moment(look.from)} – {moment(look.to)}
        {incidents.outdated && ' …'}
      </span>
    </>
  )
  return (
    <div className={styles.range}>
      <Filters url={url} names={names} />
      {incidents.state === 'loading' && <Skeleton label="Incidents are loading" rows={10} />}
      {incidents.state === 'failed' && (
        <FailedState what="Incidents could not be read" where={missing} onRetry={incidents.retry} />
      )}
      {incidents.state === 'ready' && (
        <div className={styles.plotCard}>
          <RangeNotes {...{ note, incidents }} {...(withEvents && { events })} />
          {lanes.length === 0 ? (
            <>
              <div className={styles.emptyTools}>{controls}</div>
              {!isWhole(incidents) ? (
                <EmptyState title="No incident was heard of in this range" icon="warn">
                  There may be some: not everything was heard. {missing}
                </EmptyState>
              ) : calm ? (
                <EmptyState title="Nothing burned in this range" icon="check">
                  Choose a longer range to see what burned before.
                </EmptyState>
              ) : (
                <EmptyState title="No incident matches in this range" icon="filter">
                  Choose a longer range, or remove a filter.
                </EmptyState>
              )}
            </>
          ) : (
            <Swimlane
              fill
              label={`Incidents by ${url.by}`}
              lanes={lanes}
              bars={bars}
              points={points}
              markers={markers}
              bands={bands}
              span={look}
              limits={limits}
              now={anchor}
              ticksOf={ticksOf}
              tell={tell}
              density={density}
              say={(at) => moment(instant(Math.round(at)))}
              listOf={(lane) => <LaneList url={url} look={look} lane={keys[lane]} label={lanes[lane]?.label ?? ''} />}
              laneHeight={[points.at.length > 0 ? 36 : 28, 84]}
              onSpan={(span) => url.setLook(instant(Math.round(span.from)), instant(Math.round(span.to)))}
              onOpen={(column, index) => {
                const id = column === 'bars' ? incidents.items[index]?.id : shownEvents[index]?.incident
                if (id !== undefined) url.select(id, 'triage')
              }}
            >
              {controls}
            </Swimlane>
          )}
        </div>
      )}
    </div>
  )
}

const none: readonly never[] = []
