import { useSyncExternalStore } from 'react'
import type { Span } from './columns'
import type { Tick } from './paint'
import { type Limits, toX } from './span'
import type { Stage } from './stage'
import styles from './overview.module.css'
import { useBrush } from './useBrush'

/** How much there is in each stretch of the whole time. `worst` of the `count` are the gravest. */
export type Density = readonly (Span & { readonly count: number; readonly worst: number })[]

interface OverviewProps {
  readonly stage: Stage
  readonly label: string
  readonly density: Density
  readonly limits: Limits
  /** A moment in words, for whoever hears where the window is. */
  readonly say: (at: number) => string
  readonly ticksOf: (span: Span, width: number) => readonly Tick[]
}

/** The drawing has this many units across, whatever its width, and this many up. */
const units = 1000
const tall = 28

/** Columns as one path: a rectangle each would be hundreds of elements. */
function pathOf(density: Density, limits: Span, of: 'count' | 'worst', most: number): string {
  return density
    .filter((column) => column[of] > 0)
    .map((column) => {
      const left = toX(limits, units, column.from)
      const wide = Math.max(toX(limits, units, column.to) - left, 1)
      const high = Math.max((column[of] / most) * tall, 1)
      return `M${left.toFixed(1)} ${tall}v${(-high).toFixed(1)}h${wide.toFixed(1)}v${high.toFixed(1)}z`
    })
    .join('')
}

const percent = (share: number): string => `${(Math.min(Math.max(share, 0), 1) * 100).toFixed(3)}%`

/** All the time there is, how much happened when, and the window one looks through: to drag, to stretch, by keys. */
export function Overview({ stage, label, density, limits, say, ticksOf }: OverviewProps) {
  const { span, width } = useSyncExternalStore(stage.subscribe, stage.look)
  const brush = useBrush(stage)
  const most = Math.max(...density.map(({ count }) => count), 1)
  const from = toX(limits, 1, span.from)
  const to = toX(limits, 1, span.to)
  const slider = (held: 'from' | 'to' | 'window', name: string, now: number, text: string) => ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': name,
    'aria-valuemin': limits.from,
    'aria-valuemax': limits.to,
    'aria-valuenow': Math.round(now),
    'aria-valuetext': text,
    onKeyDown: brush.onKeyDown(held),
  })
  return (
    <div role="group" aria-label={label} className={styles.overview} {...brush.pointer}>
      <svg viewBox={`0 0 ${units} ${tall}`} preserveAspectRatio="none" aria-hidden="true" className={styles.drawing}>
        <path className={styles.all} d={pathOf(density, limits, 'count', most)} />
        <path className={styles.worst} d={pathOf(density, limits, 'worst', most)} />
      </svg>
      <div className={styles.outside} style={{ left: 0, width: percent(from) }} />
      <div className={styles.outside} style={{ left: percent(to), right: 0 }} />
      <div
        {...slider('window', 'Window', (span.from + span.to) / 2, `${say(span.from)} to ${say(span.to)}`)}
        className={styles.window}
        style={{ left: percent(from), width: percent(to - from) }}
      />
      <div
        {...slider('from', 'Start of the window', span.from, say(span.from))}
        data-end="from"
        className={styles.end}
        style={{ left: percent(from) }}
      />
      <div
        {...slider('to', 'End of the window', span.to, say(span.to))}
        data-end="to"
        className={styles.end}
        style={{ left: `max(${percent(to)}, calc(${percent(from)} + var(--least)))` }}
      />
      <div className={styles.ticks} aria-hidden="true">
        {ticksOf(limits, width).map((tick) => (
          <span key={tick.at} style={{ left: percent(toX(limits, 1, tick.at)) }}>
            {tick.label}
          </span>
        ))}
      </div>
    </div>
  )
}
