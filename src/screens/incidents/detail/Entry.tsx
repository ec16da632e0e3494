import { pathTo } from '../../../app/paths'
import { useZone } from '../../../data'
import { lateBy } from '../../../domain/narrative'
import { dateTimeText, durationText, timeText } from '../../../domain/time/format'
import type { TimelineEntry } from '../../../domain/timeline'
import { formatInstant } from '../../../domain/units'
import { Badge, Icon, Link, Note, Time } from '../../../ui'
import type { Names } from '../useNames'
import styles from './narrative.module.css'
import { entryWords, type Piece } from './entryWords'

function Said({ piece }: { readonly piece: Piece }) {
  if (piece.problem !== undefined) return <Link to={pathTo('problems', { id: piece.problem })}>{piece.text}</Link>
  if (piece.arrow)
    return (
      <span className={styles.arrow}>
        <Icon name="arrow" size={12} />
        <span className="hidden">{piece.text}</span>
      </span>
    )
  return <span className={piece.strong ? styles.strong : undefined}>{piece.text}</span>
}

interface EntryProps {
  readonly entry: TimelineEntry
  readonly names: Names
  /** The date, where a new one begins. */
  readonly day?: string
}

/** One moment: when, what kind, who did what, what was said; late and corrected ones say so. */
export function Entry({ entry, names, day }: EntryProps) {
  const zone = useZone()
  const { icon, colour, pieces, body } = entryWords(entry, names)
  const late = lateBy(entry)
  return (
    <li className={styles.entry}>
      {day !== undefined && <div className={styles.day}>{day}</div>}
      <span className={styles.when}>
        <Time iso={formatInstant(entry.at)} absolute={dateTimeText(entry.at, zone.name)}>
          {timeText(entry.at, zone.name)}
        </Time>
      </span>
      <span className={styles.node}>
        <span className={styles.icon} style={{ color: colour, borderColor: colour }}>
          <Icon name={icon} size={11} />
        </span>
      </span>
      <div className={styles.said}>
        <div>
          {pieces.map((piece, index) => (
            <Said key={index} piece={piece} />
          ))}
          {late !== undefined && entry.recordedAt !== undefined && (
            <span className={styles.late} title={`Recorded ${dateTimeText(entry.recordedAt, zone.name)}`}>
              <Badge tone="stale">recorded {durationText(late)} later</Badge>
            </span>
          )}
        </div>
        {body !== undefined && (
          <div className={styles.box}>
            <Note text={body} />
            {entry.corrected !== undefined && (
              <details className={styles.corrected}>
                <summary>corrected: what it said before</summary>
                <Note text={entry.corrected} />
              </details>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
