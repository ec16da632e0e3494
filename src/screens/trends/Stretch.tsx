import { dateText, dateTimeText } from '../../domain/time/format'
import { day24, instant } from '../../domain/units'
import { useMedia } from '../../ui'
import type { Against, Span } from './model/range'
import { counted } from './model/words'
import styles from './trends.module.css'

export interface StretchProps {
  readonly against: Against
  readonly span: Span
  /** The stretch compared with; absent where nothing was recorded then. */
  readonly before: Span | undefined
}

function comparedWith({ against, span, before }: StretchProps): string {
  if (before) {
    const days = `${dateText(before.from, span.zone)} – ${dateText(instant(before.to - 1), span.zone)}`
    return against === 'year' ? `against ${days}` : `against the ${counted(span.periods.length, span.step)} before`
  }
  if (against === 'year' && span.to - span.from > 366 * day24)
    return 'longer than a year: no year before to compare with'
  return 'no earlier records to compare with'
}

/** Whether the bar has room for the days beside the title. */
export const useRoomInBar = (): boolean => useMedia('(min-width: 1181px)')

/** The days that are looked at, and the ones they are compared with. */
export function Stretch(props: StretchProps) {
  const { from, to, now, live, zone } = props.span
  return (
    <span className={styles.stretch}>
      <span>
        {dateText(from, zone)} – {dateText(instant(Math.min(to - 1, now)), zone)}
        {!live && `, as of ${dateTimeText(now, zone)}`}
      </span>{' '}
      <span>{comparedWith(props)}</span>
    </span>
  )
}
