import { useZone } from '../../../../data'
import { earlyBy, lateBy } from '../../../../domain/narrative'
import { dateText, dateTimeText, durationText, timeText } from '../../../../domain/time/format'
import type { TimelineEntry } from '../../../../domain/timeline'
import { formatInstant } from '../../../../domain/units'
import { Badge, Time } from '../../../../ui'
import styles from '../narrative.module.css'

interface MarksProps {
  readonly entry: TimelineEntry
  readonly outOfOrder: boolean
  readonly takenBack: boolean
  /** It shows what no source has taken yet. */
  readonly unsent: boolean
}

/** When it was written down, where that was not when it happened, and what else stands out about the entry. */
export function Marks({ entry, outOfOrder, takenBack, unsent }: MarksProps) {
  const { name } = useZone()
  const late = lateBy(entry)
  const early = earlyBy(entry)
  if (late === undefined && early === undefined && !outOfOrder && !takenBack && !unsent) return null
  const { at, recordedAt } = entry
  return (
    <span className={styles.marks}>
      {late !== undefined && <Badge tone="stale">recorded {durationText(late)} later</Badge>}
      {early !== undefined && <Badge tone="bad">recorded {durationText(early)} before it happened</Badge>}
      {recordedAt !== undefined && (late ?? early) !== undefined && (
        <span className={styles.recorded}>
          at{' '}
          <Time iso={formatInstant(recordedAt)} absolute={dateTimeText(recordedAt, name)}>
            {dateText(recordedAt, name) !== dateText(at, name) && `${dateText(recordedAt, name)} `}
            {timeText(recordedAt, name)}
          </Time>
        </span>
      )}
      {outOfOrder && (
        <span title="It happened before an entry that was recorded earlier.">
          <Badge tone="stale">out of order</Badge>
        </span>
      )}
      {takenBack && <Badge>taken back</Badge>}
      {unsent && <Badge tone="warn">waits to be sent</Badge>}
    </span>
  )
}
