import { memo } from 'react'
import { useZone } from '../../../data'
import type { Incident } from '../../../domain/incident'
import { dateTimeText, timeText } from '../../../domain/time/format'
import type { TimelineEntry } from '../../../domain/timeline'
import { formatInstant } from '../../../domain/units'
import { Button, cx, Icon, Note, Time } from '../../../ui'
import type { Names } from '../useNames'
import styles from './narrative.module.css'
import { entryWords, type Piece } from './entryWords'
import { ProblemLink } from './ProblemLink'
import { CorrectForm, whyNotCorrectable } from './narrative/CorrectForm'
import { Marks } from './narrative/Marks'

function Said({ piece }: { readonly piece: Piece }) {
  if (piece.problem !== undefined) return <ProblemLink id={piece.problem} />
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
  readonly incident: Incident
  readonly names: Names
  /** The date, where a new one begins. */
  readonly day?: string
  readonly outOfOrder: boolean
  readonly takenBack: boolean
  readonly unsent: boolean
  /** Its place, and how many there are. */
  readonly place: number
  readonly of: number
  readonly correcting: boolean
  /** Why no entry can be corrected, where none can. */
  readonly readOnly: string | undefined
  /** Opens the form over one entry, or none. */
  readonly onCorrect: (id: string | undefined) => void
}

/** One moment: when, what kind, who did what, what was said; late, displaced and corrected ones say so. */
export const Entry = memo(function Entry({ entry, incident, names, day, correcting, ...rest }: EntryProps) {
  const zone = useZone()
  const { icon, colour, pieces, body } = entryWords(entry, names)
  const time = timeText(entry.at, zone.name)
  const { readOnly, onCorrect, outOfOrder, takenBack, unsent, place, of } = rest
  return (
    <div role="listitem" aria-posinset={place} aria-setsize={of} className={styles.entry}>
      {day !== undefined && <div className={styles.day}>{day}</div>}
      <span className={styles.when}>
        <Time iso={formatInstant(entry.at)} absolute={dateTimeText(entry.at, zone.name)}>
          {time}
        </Time>
      </span>
      <span className={styles.node}>
        <span className={styles.icon} style={{ color: colour, borderColor: colour }}>
          <Icon name={icon} size={11} />
        </span>
      </span>
      <div className={styles.said}>
        <div className={styles.headline}>
          <span className={cx(takenBack && styles.back)}>
            {pieces.map((piece, index) => (
              <Said key={index} piece={piece} />
            ))}
          </span>
          <Marks entry={entry} outOfOrder={outOfOrder} takenBack={takenBack} unsent={unsent} />
          {!correcting && whyNotCorrectable(incident, entry) === undefined && (
            <span className={styles.correct}>
              <Button
                tone="quiet"
                aria-label={`Correct: ${time} ${pieces.map(({ text }) => text).join('')}`}
                disabledReason={readOnly}
                data-correct={entry.id}
                onClick={() => onCorrect(entry.id)}
              >
                Correct
              </Button>
            </span>
          )}
        </div>
        {correcting ? (
          <CorrectForm incident={incident} entry={entry} names={names} onClose={() => onCorrect(undefined)} />
        ) : (
          body !== undefined && (
            <div className={styles.box}>
              <Note text={body} />
            </div>
          )
        )}
        {entry.corrected !== undefined && (
          <details className={styles.corrected}>
            <summary>corrected: what it said at first</summary>
            <Note text={entry.corrected} />
          </details>
        )}
      </div>
    </div>
  )
})
