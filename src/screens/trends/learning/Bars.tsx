import { Sparkline } from '../../../charts'
import { type BarPart, Link, StackBar } from '../../../ui'
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
  /** What the bar is made of; plain when absent. */
  readonly parts?: readonly BarPart[]
  /** Period by period, for a hint of its shape. */
  readonly shape?: readonly number[]
}

function Track({ bar: { label, count: n, parts }, width }: { readonly bar: Bar; readonly width: string }) {
  if (!parts)
    return (
      <span className={styles.track} aria-hidden>
        {n > 0 && <div className={styles.fill} style={{ width }} />}
      </span>
    )
  return (
    <span className={styles.track}>
      <div style={{ width }}>
        <StackBar label={label} parts={parts} />
      </div>
    </span>
  )
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
          <Track bar={bar} width={`${(100 * bar.count) / top}%`} />
          <span className={styles.count}>
            {bar.to !== undefined && bar.count > 0 ? (
              <Link to={bar.to} aria-label={`${bar.label}: ${counted(bar.count, 'incident')}`}>
                {count(bar.count)}
              </Link>
            ) : (
              count(bar.count)
            )}
          </span>
          <span className={styles.extra}>
            {bar.extra}
            {bar.shape && <Sparkline values={bar.shape} />}
          </span>
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
