import { type KeyboardEvent, useRef, useState } from 'react'
import { hourOfWeek, weekdays } from './hours'
import styles from './hours.module.css'
import { MarkLink } from './MarkLink'

export interface HourWeekProps {
  /** Counts by hour of the week, 0 = Monday 00:00 … 167, in the zone shown. */
  readonly counts: readonly number[]
  readonly label: string
  /** Where the records of an hour are listed; absent where there are none. */
  readonly to?: (hour: number) => string | undefined
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)

const moves: Readonly<Record<string, readonly [days: number, hours: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, -23],
  End: [0, 23],
}

/** Hours × weekdays as a grid of tiles, the darker the more. One tab stop; arrow keys move, the line below reads out. */
export function HourWeek({ counts, label, to }: HourWeekProps) {
  const [at, setAt] = useState<number>()
  const [stop, setStop] = useState(0)
  const grid = useRef<HTMLDivElement>(null)
  const top = Math.max(...counts, 1)

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    const day = Math.min(6, Math.max(0, Math.floor(stop / 24) + move[0]))
    const hour = Math.min(23, Math.max(0, (stop % 24) + move[1]))
    grid.current?.querySelectorAll<HTMLElement>('[data-tile]')[day * 24 + hour]?.focus()
  }

  return (
    <div className={styles.hours}>
      <div ref={grid} className={styles.grid} role="grid" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        {weekdays.map((name, day) => (
          <div key={name} className={styles.day} role="row">
            <span role="rowheader" aria-label={name}>
              {name[0]}
            </span>
            {hours.map((hour) => {
              const index = day * 24 + hour
              const count = counts[index] ?? 0
              const at = to?.(index)
              const tile = {
                className: styles.tile,
                'aria-label': `${hourOfWeek(index)}: ${count}`,
                tabIndex: index === stop ? 0 : -1,
                style: {
                  background: `color-mix(in srgb, var(--accent) ${(6 + (count / top) * 90).toFixed(0)}%, transparent)`,
                },
                onFocus: () => {
                  setAt(index)
                  setStop(index)
                },
                onBlur: () => setAt(undefined),
                onPointerEnter: () => setAt(index),
                onPointerLeave: () => setAt(undefined),
              }
              return at === undefined ? (
                <span key={hour} role="gridcell" data-tile {...tile} />
              ) : (
                <span key={hour} className={styles.cell} role="gridcell">
                  <MarkLink to={at} data-tile {...tile} />
                </span>
              )
            })}
          </div>
        ))}
      </div>
      <div className={styles.axis} aria-hidden>
        {[0, 6, 12, 18].map((hour) => (
          <span key={hour}>{hour}:00</span>
        ))}
      </div>
      <p className={styles.read} aria-hidden>
        {at === undefined ? (
          <>
            0 <i className={styles.scale} /> {top} in the busiest hour
          </>
        ) : (
          `${hourOfWeek(at)}: ${counts[at] ?? 0}`
        )}
      </p>
    </div>
  )
}
