import { useSyncExternalStore } from 'react'
import type { Stage } from './stage'
import { thousands } from './numbers'
import styles from './swimlane.module.css'

/** How many of the marks in view are drawn as counts: nothing is left out unsaid. */
export function Caption({ stage }: { readonly stage: Stage }) {
  const { marks, counted } = useSyncExternalStore(stage.onTally, stage.tally)
  if (counted === 0) return null
  return (
    <p className={`${styles.caption} muted num`}>
      {thousands(counted)} of {thousands(marks)} drawn as counts: click one for its list, zoom in to tell them apart.
    </p>
  )
}
