import { dateTimeText } from '../../../domain/time/format'
import type { Instant } from '../../../domain/units'
import styles from './figures.module.css'

export interface AboutProps {
  readonly label: string
  /** What is counted, in one or two sentences. */
  readonly definition: string
  readonly formula: string
  /** Whose method it is, where it is not plain counting. */
  readonly source?: string
  readonly asOf: Instant
  readonly zone: string
}

/** How a figure is counted: what a reader needs to check it. */
export function About({ label, definition, formula, source, asOf, zone }: AboutProps) {
  return (
    <details className={styles.about}>
      <summary aria-label={`How it is counted: ${label}`} title="How it is counted">
        ?
      </summary>
      <p>{definition}</p>
      <p>{formula}</p>
      {source !== undefined && <p>{source}</p>}
      <p>As of {dateTimeText(asOf, zone)}.</p>
    </details>
  )
}
