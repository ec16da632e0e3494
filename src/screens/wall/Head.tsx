import { severities, type Incident, endOf } from '../../domain/incident'
import { day24 } from '../../domain/units'
import { cx, SeverityGlyph } from '../../ui'
import { useWallClock } from './clock'
import { Clock } from './Ticking'
import { useFit } from './useFit'
import type { Incidents } from './useWall'
import styles from './wall.module.css'
import { severityWord } from './words'

interface HeadProps {
  readonly incidents: Incidents
  /** What narrows the wall, in words. */
  readonly only: string
  /** Counts and clock one above the other. */
  readonly narrow: boolean
}

const levels = [...severities, undefined] as const

/** How many of each severity burn, what the last day resolved, what the wall is narrowed to, and the clock. */
export function Head({ incidents: { open, view, sure, cuts }, only, narrow }: HeadProps) {
  const { at } = useWallClock()
  const [container, gone] = useFit('x')
  const resolved = view.items.filter((incident: Incident) => {
    const end = endOf(incident)
    return end !== undefined && end <= at && end > at - day24
  }).length
  const counts = levels.flatMap((level) => {
    const count = open.filter(({ severity }) => severity === level).length
    return count === 0 ? [] : [{ level, count }]
  })
  const least = sure || resolved === 0 ? '' : 'at least '
  const hidden = (index: number) => (gone.has(index) ? styles.gone : undefined)
  return (
    <header className={cx(styles.top, narrow && styles.narrow)}>
      <div ref={container} className={styles.counts}>
        {counts.map(({ level, count }) => (
          <span key={level ?? 0} className={styles.count} data-rank={0}>
            <SeverityGlyph level={level} size="var(--glyph)" label={`${severityWord(level)}:`} />
            <b className="num">
              {cuts.length > 0 && <span aria-label="at least">≥ </span>}
              {count}
            </b>
          </span>
        ))}
        {only !== '' && (
          <span className={styles.only} data-rank={0}>
            only {only}
          </span>
        )}
        {view.state === 'ready' && (
          <span className={hidden(counts.length + (only === '' ? 0 : 1))} data-rank={1}>
            {least}
            {resolved} resolved in the last 24 h
          </span>
        )}
      </div>
      <Clock />
    </header>
  )
}
