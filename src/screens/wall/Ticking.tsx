import { useZone } from '../../data'
import type { Incident } from '../../domain/incident'
import { updateDuty } from '../../domain/duties'
import { dayText, durationText, timeText, timeTextToSecond, weekdayText, zoneText } from '../../domain/time/format'
import { day24, formatInstant, type Instant, minute } from '../../domain/units'
import { cx } from '../../ui'
import { useTick, useWallClock } from './clock'
import styles from './wall.module.css'

/** Ticks every second: as long as it moves, the page lives. */
export function Clock() {
  const { live } = useWallClock()
  const { name } = useZone()
  const now = useTick(1)
  return (
    <time className={styles.clock} dateTime={formatInstant(now)}>
      <span className="num">{timeTextToSecond(now, name)}</span>{' '}
      <small>
        {zoneText(now, name)} · {weekdayText(now, name)} {dayText(now, name)}
        {!live && ' · stands still'}
      </small>
    </time>
  )
}

/** How long it has burned; never negative. */
export function Age({ since }: { readonly since: Instant }) {
  const now = useTick(1)
  return (
    <time className={styles.age} dateTime={formatInstant(since)}>
      {durationText(Math.max(0, now - since))}
    </time>
  )
}

/** A moment of about now: the time alone, with the day where it is another one. */
export function Moment({ at }: { readonly at: Instant }) {
  const { name } = useZone()
  const now = useTick(60)
  const far = Math.abs(now - at) > day24 / 2 && dayText(at, name) !== dayText(now, name)
  return (
    <time dateTime={formatInstant(at)} className="num">
      {far ? `${dayText(at, name)} ${timeText(at, name)}` : timeText(at, name)}
    </time>
  )
}

const soon = 5 * minute

/** When the next update is due, or by how much it is late. */
export function Due({ incident, narrow = false }: { readonly incident: Incident; readonly narrow?: boolean }) {
  const now = useTick(1)
  const duty = updateDuty(incident, now)
  if (!duty) return null
  const left = duty.due - now
  if (duty.overdue)
    return (
      <span className={styles.overdue}>
        update <b className="num">{durationText(-left)}</b> late
      </span>
    )
  return (
    <span>
      {narrow ? 'update' : 'next update'} in{' '}
      <b className={cx('num', left < soon && styles.soon)}>{durationText(left)}</b>
    </span>
  )
}
