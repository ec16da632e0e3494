import { useSyncExternalStore } from 'react'
import { cx } from '../cx'
import type { Stage } from './stage'
import styles from './swimlane.module.css'

/** Name of a lane, and what else is worth saying of it. */
export interface Lane {
  readonly label: string
  readonly hint?: string
}

interface LaneLabelsProps {
  readonly stage: Stage
  readonly lanes: readonly Lane[]
  readonly laneHeight: number
  /** The lane that the keyboard is in. */
  readonly current: number
}

/** Names of the lanes in view; the others do not exist. */
export function LaneLabels({ stage, lanes, laneHeight, current }: LaneLabelsProps) {
  const { scrollTop, height } = useSyncExternalStore(stage.subscribe, stage.look)
  const first = Math.max(0, Math.floor(scrollTop / laneHeight) - 2)
  const last = Math.min(lanes.length, Math.ceil((scrollTop + height) / laneHeight) + 2)
  return lanes.slice(first, last).map((lane, index) => (
    <div
      key={first + index}
      className={cx(styles.lane, first + index === current && styles.current)}
      style={{ top: (first + index) * laneHeight, height: laneHeight }}
      title={lane.label}
    >
      <span className={styles.laneName}>{lane.label}</span>
      {lane.hint !== undefined && <span className={styles.laneHint}>{lane.hint}</span>}
    </div>
  ))
}
