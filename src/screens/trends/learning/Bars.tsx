import { Link } from '../../../ui'
import { count, counted } from '../model/words'
import styles from './learning.module.css'

/** So many incidents of one kind, and where exactly these are listed. */
export interface Bar {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly to?: string | undefined
  /** What else is known of them. */
  readonly extra?: string
}

/** Counts as lines of text with a bar each; every count opens its records. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const top = Math.max(1, ...bars.map((bar) => bar.count))
  return (
    <ol className={styles.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className={styles.bar}>
          <span className={styles.label} title={bar.label}>
            {bar.label}
          </span>
          <span className={styles.track} aria-hidden>
            {bar.count > 0 && <div className={styles.fill} style={{ width: `${(100 * bar.count) / top}%` }} />}
          </span>
          <span className={styles.count}>
            {bar.to !== undefined && bar.count > 0 ? (
              <Link to={bar.to} aria-label={`${bar.label}: ${counted(bar.count, 'incident')}`}>
                {count(bar.count)}
              </Link>
            ) : (
              count(bar.count)
            )}
          </span>
          <span className={styles.extra}>{bar.extra}</span>
        </li>
      ))}
    </ol>
  )
}

/** The same numbers as a table. */
export const tableOfBars = (caption: string, first: string, bars: readonly Bar[], more = 'More') => ({
  caption,
  columns: [first, 'Incidents', more],
  rows: bars.map((bar) => ({
    key: bar.key,
    cells: [bar.label, count(bar.count), bar.extra ?? ''],
    ...(bar.to !== undefined && bar.count > 0 && { links: [undefined, bar.to] }),
  })),
})
