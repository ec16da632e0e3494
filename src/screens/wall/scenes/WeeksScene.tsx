import { useMemo } from 'react'
import { useSummary, useZone } from '../../../data'
import { severities } from '../../../domain/incident'
import { buckets } from '../../../domain/time/buckets'
import { dayText } from '../../../domain/time/format'
import { day24, instant } from '../../../domain/units'
import { useWallClock } from '../clock'
import { Level } from '../Level'
import type { Narrowing } from '../useWall'
import { counted } from '../words'
import { Nothing, Scene } from './Scene'
import styles from './scene.module.css'

const levels = [...severities, undefined] as const

/** Of whole numbers; the lower one of two in the middle is not taken for both. */
const median = (values: readonly number[]): number | undefined => {
  const sorted = values.toSorted((left, right) => left - right)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

/** How many incidents began in each of the last weeks, by severity. The week that goes on is told apart: it is not over. */
export function WeeksScene({ narrowing, weeks }: { readonly narrowing: Narrowing; readonly weeks: number }) {
  const { at } = useWallClock()
  const { name: zone } = useZone()
  const { teams, severities: only } = narrowing
  const shown = useMemo(
    () => buckets(instant(at - (weeks - 1) * 7 * day24), instant(at + 1), 'week', zone).slice(-weeks),
    [at, zone, weeks],
  )
  const from = shown[0]?.start
  // To the end of the week that goes on: what moved on by the minute would be another question, without a last answer.
  const to = shown.at(-1)?.end
  const question = useMemo(
    () => ({
      query: {
        teams,
        severities: only,
        ...(from !== undefined && to !== undefined && { openedFrom: from, openedTo: to }),
      },
      bucket: 'week' as const,
      by: ['severity' as const],
      zone,
      now: at,
    }),
    [teams, only, from, to, at, zone],
  )
  const { state, summary, missing, caveats } = useSummary(question)
  const countOf = (week: string, level: (typeof levels)[number]) =>
    summary.cells
      .filter(({ bucket, key }) => bucket === week && key[0] === (level === undefined ? '' : String(level)))
      .reduce((sum, { count }) => sum + count, 0)
  const columns = shown.map(({ label, start, end }) => {
    const parts = levels.map((level) => ({ level, count: countOf(label, level) }))
    return { label, start, over: end <= at, parts, total: parts.reduce((sum, { count }) => sum + count, 0) }
  })
  const highest = Math.max(1, ...columns.map(({ total }) => total))
  const usual = median(columns.filter(({ over }) => over).map(({ total }) => total))
  const current = columns.find(({ over }) => !over)
  const lack = [
    ...missing.map(({ source, error }) => `without ${source}: ${error.message}`),
    ...caveats.map(({ text }) => text),
  ]
  if (state !== 'ready')
    return (
      <Scene title="Incidents by week">
        <Nothing>
          {state === 'loading'
            ? 'Waiting for the first answer …'
            : state === 'absent'
              ? 'No source tells incidents'
              : `No figures are known. ${lack.join(' · ')}`}
        </Nothing>
      </Scene>
    )
  return (
    <Scene title="Incidents by week" lack={[...new Set(lack)].join(' · ')}>
      <p className={styles.lead}>
        <b className="num">{current?.total ?? 0}</b> this week so far
        {usual !== undefined && (
          <>
            {' '}
            · median of the {columns.length - 1} weeks before <b className="num">{usual}</b>
          </>
        )}
      </p>
      <ol className={styles.weeks}>
        {columns.map(({ label, start, over, parts, total }) => (
          <li
            key={label}
            data-over={over || undefined}
            aria-label={`${counted(total, 'incident')} in the week of ${label}`}
          >
            <b className="num">{total}</b>
            <div className={styles.bar} style={{ height: `${(total / highest) * 100}%` }} aria-hidden="true">
              {parts.map(({ level, count }) => (
                <i key={level ?? 0} style={{ flexGrow: count, background: `var(--fill${level ?? 5})` }} />
              ))}
            </div>
            <span>{over ? dayText(start, zone) : 'so far'}</span>
          </li>
        ))}
      </ol>
      <p className={styles.legend}>
        {levels.map((level) => {
          const count = columns.reduce((sum, { label }) => sum + countOf(label, level), 0)
          return count === 0 ? null : (
            <span key={level ?? 0}>
              <Level level={level} /> <b className="num">{count}</b>
            </span>
          )
        })}
        <span>in {weeks} weeks, from each Monday on</span>
      </p>
    </Scene>
  )
}
