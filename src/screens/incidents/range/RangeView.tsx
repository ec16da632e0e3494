import { useMemo, useState } from 'react'
import { endOf, type Incident } from '../../../domain/incident'
import { durationText } from '../../../domain/time/format'
import { type Instant, instant } from '../../../domain/units'
import { isWhole } from '../../../data'
import { ChipButton, EmptyState, FailedState, PartialNote, Segmented, Skeleton } from '../../../ui'
import { type Marker, Swimlane, type Told } from '../../../ui/swimlane'
import { eventDetail } from '../eventWords'
import { Filters } from '../Filters'
import styles from '../incidents.module.css'
import { rangeNames, rangeText } from '../query'
import { type IncidentsUrl, laneChoices } from '../useFilters'
import { useMissing } from '../useMissing'
import { useMoments } from '../useMoments'
import { type Names, useNames } from '../useNames'
import { counted, severityWord, stateWord } from '../words'
import { touches } from './look'
import { useLanes } from './useLanes'
import { useRange } from './useRange'

const laneWords = { workload: 'Workload', team: 'Team', severity: 'Severity' } as const

/** One incident in a line: how it stands, since when, how long, whose. */
function incidentTold(incident: Incident, now: Instant, names: Names, moment: (at: Instant) => string): Told {
  const end = endOf(incident)
  const length =
    end === undefined ? `${durationText(now - incident.opened)} so far` : durationText(end - incident.opened)
  const ended = incident.state === 'resolved' || incident.state === 'closed'
  return {
    title: incident.title,
    detail: [
      incident.id,
      severityWord(incident.severity),
      stateWord(incident.state),
      moment(incident.opened),
      end === undefined && ended ? 'end not recorded' : length,
      incident.team === undefined ? 'no owner' : names.party(incident.team),
    ].join(' · '),
    level: incident.severity ?? 'unknown',
  }
}

/** Incidents of a range over time, in lanes by workload, team or severity, with the events around them. */
export function RangeView({ url }: { readonly url: IncidentsUrl }) {
  const names = useNames()
  const { ticksOf, moment } = useMoments()
  const [withEvents, setWithEvents] = useState(true)
  const { anchor, range, look, limits, incidents, events } = useRange(url, withEvents)
  const shownEvents = withEvents ? events.items : none
  const { lanes, bars, points, bands } = useLanes(incidents.items, shownEvents, url.by, look, anchor, names)

  const markers = useMemo((): readonly Marker[] => [{ at: anchor, label: 'now', tone: 'now' }], [anchor])
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
  const missingEvents = useMissing(events)
  const total = incidents.total ?? incidents.items.length
  const within = incidents.items.filter((each) => touches(each, look)).length
  return (
    <div className={styles.range}>
      <Filters url={url} names={names} />
      {incidents.state === 'loading' && <Skeleton label="Incidents are loading" rows={10} />}
      {incidents.state === 'failed' && (
        <FailedState what="Incidents could not be read" where={missing} onRetry={incidents.retry} />
      )}
      {incidents.state === 'ready' && (
        <div className={styles.plotCard}>
          {missing !== '' && <PartialNote>Not all incidents are shown. {missing}</PartialNote>}
          {withEvents && missingEvents !== '' && missingEvents !== missing && (
            <PartialNote>Not all events are shown. {missingEvents}</PartialNote>
          )}
          {missing === '' && !incidents.complete && (
            <PartialNote>
              The first {counted(incidents.items.length, 'incident')} of {total.toLocaleString('en')} in this range:
              zoom in to see all.
            </PartialNote>
          )}
          {withEvents && missingEvents === '' && !events.complete && events.state === 'ready' && (
            <PartialNote>
              The first {counted(events.items.length, 'event')} of this range: zoom in to see all.
            </PartialNote>
          )}
          {lanes.length === 0 && !isWhole(incidents) ? (
            <EmptyState title="No incident was heard of in this range" icon="warn">
              There may be some: not everything was heard. {missing}
            </EmptyState>
          ) : lanes.length === 0 ? (
            <EmptyState title="Nothing burned in this range" icon="check">
              Choose a longer range, or remove a filter.
            </EmptyState>
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
              laneHeight={[points.at.length > 0 ? 36 : 28, 84]}
              onSpan={(span) => url.setLook(instant(Math.round(span.from)), instant(Math.round(span.to)))}
              onOpen={(column, index) => {
                const id = column === 'bars' ? incidents.items[index]?.id : shownEvents[index]?.incident
                if (id !== undefined) url.select(id, 'triage')
              }}
            >
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
              <ChipButton pressed={withEvents} onClick={() => setWithEvents(!withEvents)}>
                Events
              </ChipButton>
              <span className={`${styles.rangeText} num`}>
                {counted(within, 'incident')} · {moment(look.from)} – {moment(look.to)}
                {incidents.outdated && ' …'}
              </span>
            </Swimlane>
          )}
        </div>
      )}
    </div>
  )
}

const none: readonly never[] = []
