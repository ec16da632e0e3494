import { useMemo } from 'react'
import { isWhole, useSources, useMoving, useZone } from '../../../data'
import type { OpsEvent } from '../../../domain/event'
import { buckets } from '../../../domain/time/buckets'
import { dayText, timeText, weekdayText } from '../../../domain/time/format'
import { day24, hour, type Instant, instant } from '../../../domain/units'
import { cx } from '../../../ui'
import { useWallClock } from '../clock'
import { useFit } from '../useFit'
import type { Names } from '../useNames'
import { counted } from '../words'
import { lackOf } from './lack'
import { Nothing, Scene } from './Scene'
import styles from './scene.module.css'

const ahead = 7 * day24
/** Something that goes on now may have begun long ago. */
const back = 30 * day24
const mostEvents = 2_000
/** No panel has room for more. */
const most = 40

/** What goes on and what comes within a week, the next first. */
const comingOf = (events: readonly OpsEvent[], now: Instant): readonly OpsEvent[] =>
  events
    .filter(({ at, until }) => (until ?? at) >= now && at < now + ahead)
    .toSorted((left, right) => left.at - right.at)

/** `now, until 18:00` · `Sat 21 Nov 18:00–19:30` */
function whenText({ at, until }: OpsEvent, now: Instant, zone: string): string {
  const day = (moment: Instant) => `${weekdayText(moment, zone)} ${dayText(moment, zone)}`
  const time = (moment: Instant, beside: Instant) =>
    day(moment) === day(beside) ? timeText(moment, zone) : `${day(moment)} ${timeText(moment, zone)}`
  if (at <= now) return until === undefined ? 'now' : `now, until ${time(until, now)}`
  const start = day(at) === day(now) ? `today ${timeText(at, zone)}` : `${day(at)} ${timeText(at, zone)}`
  return until === undefined ? start : `${start} – ${time(until, at)}`
}

interface PlannedSceneProps {
  readonly names: Names
  /** Width in letters. */
  readonly wide: number
  /** The week stands below each title, over the whole width. */
  readonly upright: boolean
}

/** The name of a day as far as there is room for seven of them. */
function dayName(day: Instant, zone: string, wide: number): string {
  if (wide < 18) return ''
  return wide < 40 ? weekdayText(day, zone) : `${weekdayText(day, zone)} ${dayText(day, zone).split(' ')[0]}`
}

/** What is planned for the next seven days, as an agenda. The last goes first where there is no room, and is counted. */
export function PlannedScene({ names, wide, upright }: PlannedSceneProps) {
  const { at } = useWallClock()
  const { name: zone } = useZone()
  const sources = useSources()
  const from = Math.floor(at / hour) * hour
  const view = useMoving(
    'events',
    useMemo(() => ({ planned: true, from: instant(from - back), to: instant(from + ahead + hour) }), [from]),
    'planned',
    { limit: mostEvents },
  )
  const [container, gone] = useFit('y')
  const days = buckets(at, instant(at + ahead), 'day', zone).slice(1)
  const share = (moment: number) => Math.min(100, Math.max(0, ((moment - at) / ahead) * 100))
  const coming = comingOf(view.items, at)
  const lack = lackOf(view, 'events', (source) => sources.find(({ id }) => id === source)?.title ?? source)
  return (
    <Scene title="Planned for the next 7 days" lack={lack}>
      <div ref={container} className={styles.agenda}>
        {coming.length > 0 && (
          <div className={styles.head} data-rank={0} aria-hidden="true">
            <span />
            <p>
              {days.map(({ start }) => (
                <i key={start} style={{ left: `${share(start)}%` }}>
                  {dayName(start, zone, upright ? wide : wide / 2)}
                </i>
              ))}
            </p>
          </div>
        )}
        {coming.slice(0, most).map((event, index) => (
          <div
            key={event.id}
            className={gone.has(index + 1) ? styles.gone : styles.row}
            data-rank={index + 1}
            data-now={event.at <= at || undefined}
          >
            <div>
              <div className={styles.what}>{names.text(event.title)}</div>
              <b className={cx(styles.when, 'num')}>{whenText(event, at, zone)}</b>{' '}
              <span className={styles.where}>
                {event.workloads.slice(0, 3).map(names.workload).join(', ')}
                {event.workloads.length > 3 && ` +${event.workloads.length - 3}`}
              </span>
            </div>
            <div className={styles.days} aria-hidden="true">
              {days.map(({ start }) => (
                <i key={start} style={{ left: `${share(start)}%` }} />
              ))}
              <b style={{ left: `${share(event.at)}%`, right: `${100 - share(event.until ?? event.at)}%` }} />
            </div>
          </div>
        ))}
        {(gone.size > 0 || coming.length > most) && (
          <p data-rank={0}>
            {counted(gone.size + Math.max(0, coming.length - most), 'more', 'more')}, later than these
          </p>
        )}
      </div>
      {coming.length === 0 && view.state === 'ready' && (
        <Nothing>{isWhole(view) ? 'Nothing is planned' : 'Nothing that is planned is known'}</Nothing>
      )}
    </Scene>
  )
}
