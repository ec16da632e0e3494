import { type Level, SeverityGlyph } from '../SeverityGlyph'
import { type ReactNode, useState } from 'react'
import { Button, IconButton } from '../Button'
import type { Mark } from './hit'
import { thousands } from './numbers'
import styles from './swimlane.module.css'

/** A mark in words. */
export interface Told {
  readonly title: string
  /** When, how long, whose: one line. */
  readonly detail: string
  /** Shows the severity's glyph; undefined: none. */
  readonly level?: Level | 'unknown'
}

export interface CardPlace {
  readonly x: number
  readonly y: number
  readonly marks: readonly Mark[]
  /** All that lie there, of which `marks` may be a part. */
  readonly count: number
  readonly lane: number
  /** Held open, so that one can choose among several. */
  readonly pinned: boolean
}

interface CardProps {
  readonly place: CardPlace
  readonly width: number
  readonly tell: (mark: Mark) => Told
  readonly onOpen: (mark: Mark) => void
  readonly onClose: () => void
  /** A list of the whole lane, where there is one. */
  readonly more?: ReactNode
}

const hovering = 3
const choosing = 20

const Words = ({ told }: { readonly told: Told }) => (
  <>
    {told.level !== undefined && <SeverityGlyph level={told.level === 'unknown' ? undefined : told.level} size={16} />}
    <span className={styles.words}>
      <b>{told.title}</b>
      <span className="muted num">{told.detail}</span>
    </span>
  </>
)

/** What lies under the pointer; pinned, a list to choose from. */
export function Card({ place, width, tell, onOpen, onClose, more }: CardProps) {
  const [most, setMost] = useState(choosing)
  const shown = place.marks.slice(0, place.pinned ? most : hovering)
  const left = place.count - shown.length
  const next = Math.min(choosing, place.marks.length - shown.length)
  const side = place.x > width * 0.6 ? { right: width - place.x + 14 } : { left: place.x + 14 }
  return (
    <div className={styles.card} style={{ top: place.y + 14, ...side }} data-pinned={place.pinned || undefined}>
      {place.pinned && (
        <div className={styles.cardHead}>
          <span className="num">{thousands(place.count)} here</span>
          <IconButton icon="close" label="Close" onClick={onClose} />
        </div>
      )}
      <ul>
        {shown.map((mark) => (
          <li key={`${mark.column} ${mark.at}`}>
            {place.pinned ? (
              <button type="button" onClick={() => onOpen(mark)}>
                <Words told={tell(mark)} />
              </button>
            ) : (
              <Words told={tell(mark)} />
            )}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p className="muted num">
          and {thousands(left)} more{place.pinned ? '' : ': click for the list'}
        </p>
      )}
      {place.pinned && (
        <p className={styles.cardFoot}>
          {next > 0 && (
            <Button tone="quiet" onClick={() => setMost(most + choosing)}>
              Show {next} more
            </Button>
          )}
          {more}
        </p>
      )}
    </div>
  )
}
