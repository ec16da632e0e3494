import type { ReactNode } from 'react'
import { IconButton } from '../Button'
import type { Stage } from './stage'
import styles from './swimlane.module.css'

interface ControlsProps {
  readonly stage: Stage
  /** Whether the table is shown, and the way to change that. */
  readonly table: boolean
  readonly onTable: (shown: boolean) => void
  readonly children: ReactNode
}

/** Everything the pointer and the keys do, as buttons. `children` stand before them. */
export function Controls({ stage, table, onTable, children }: ControlsProps) {
  return (
    <div className={styles.controls}>
      <div className={styles.before}>{children}</div>
      <div role="group" aria-label="Move and zoom" className={styles.move}>
        <IconButton icon="left" label="Earlier" onClick={() => stage.pan(-0.4)} />
        <IconButton icon="right" label="Later" onClick={() => stage.pan(0.4)} />
        <IconButton icon="minus" label="Zoom out" onClick={() => stage.zoom(2)} />
        <IconButton icon="plus" label="Zoom in" onClick={() => stage.zoom(0.5)} />
        <IconButton icon="fit" label="Show all" onClick={() => stage.go(stage.shown.limits)} />
        <IconButton
          icon="list"
          label={table ? 'Hide the table' : 'Show as a table'}
          aria-expanded={table}
          onClick={() => onTable(!table)}
        />
      </div>
    </div>
  )
}
