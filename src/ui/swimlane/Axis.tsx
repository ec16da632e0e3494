import { useSyncExternalStore } from 'react'
import { toX } from './span'
import type { Stage } from './stage'
import styles from './swimlane.module.css'

const edge = 30

/** The times under the plot. Labels that would be cut at the edges are moved inside. */
export function Axis({ stage }: { readonly stage: Stage }) {
  const { ticks, span, width } = useSyncExternalStore(stage.subscribe, stage.look)
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticks.map((tick) => {
        const x = toX(span, width, tick.at)
        const side = x < edge ? styles.first : x > width - edge ? styles.last : undefined
        return (
          <span
            key={tick.at}
            className={[styles.tick, side, tick.major && styles.major].filter(Boolean).join(' ')}
            style={{ left: x }}
          >
            {tick.label}
          </span>
        )
      })}
    </div>
  )
}
