import { type ConfiguredSource, useSetAside } from '../../data'
import { VirtualList } from '../../ui'
import styles from './Sources.module.css'
import { count, facetWords } from './words'

interface SetAsideListProps {
  readonly configured: ConfiguredSource
  /** When the source last answered: it is asked anew then. */
  readonly asOf: number | undefined
}

/** The records of one source that could not be read: where each stands and why. */
export function SetAsideList({ configured, asOf }: SetAsideListProps) {
  const { records, error } = useSetAside(configured, asOf)
  if (error) return <p className={styles.more}>What was set aside could not be told: {error.message}</p>
  if (!records) return null
  // A copy is read as a whole; of a backend, as much as was asked for.
  const whole = configured.source?.snapshot === true
  if (records.length === 0)
    return <p className={styles.more}>{whole ? 'Every record' : 'Every record read so far'} could be read.</p>
  return (
    <details className={styles.more}>
      <summary>
        {count(records.length, 'record was', 'records were')} set aside{!whole && ', of those read so far'}
      </summary>
      <div className={styles.aside}>
        <VirtualList
          label={`Records of ${configured.title} that were set aside`}
          items={records}
          itemKey={({ facet, place, record }) => `${facet} ${place} ${record}`}
          estimate={54}
          render={({ facet, place, record, reason }) => (
            <div className={styles.record}>
              <code>{place}</code>
              <span className="muted">
                {facetWords[facet]}: {record}
              </span>
              <span>{reason}</span>
            </div>
          )}
        />
      </div>
    </details>
  )
}
