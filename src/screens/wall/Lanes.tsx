import { useMemo } from 'react'
import { useZone } from '../../data'
import { cx } from '../../ui'
import { endOf, type Incident, isOpenAt } from '../../domain/incident'
import type { OpsEvent } from '../../domain/event'
import { timeTicks } from '../../domain/time/ticks'
import { day24, hour, type Id, type Instant, instant } from '../../domain/units'
import { byWall } from '../../domain/wall/order'
import { useWallClock } from './clock'
import styles from './lanes.module.css'
import type { Names } from './useNames'
import { counted, severityWord } from './words'

interface LanesProps {
  readonly incidents: readonly Incident[]
  readonly events: readonly OpsEvent[]
  readonly names: Names
  /** How many lanes there is room for. */
  readonly most?: number
  /** Over the whole panel: higher lanes, each with what burned in it. */
  readonly tall?: boolean
}

/** Height of a tall lane, in lines of text. */
export const laneText = 3
const ticks = 7

interface Lane {
  readonly workload: Id
  readonly incidents: readonly Incident[]
  readonly events: readonly OpsEvent[]
}

/** The workloads where most burns and burned; what burns now comes first. */
function lanesOf(incidents: readonly Incident[], events: readonly OpsEvent[], now: Instant): readonly Lane[] {
  const weight = ({ incidents: own }: Lane) =>
    own.reduce((sum, incident) => sum + (isOpenAt(incident, now) ? 100 / (incident.severity ?? 5) : 1), 0)
  return [...new Set(incidents.flatMap(({ workloads }) => workloads))]
    .map((workload) => ({
      workload,
      incidents: incidents.filter(({ workloads }) => workloads.includes(workload)),
      events: events.filter(({ workloads }) => workloads.includes(workload)),
    }))
    .toSorted((left, right) => weight(right) - weight(left))
}

/** `2 open · 3 incidents` */
function laneWords(own: readonly Incident[], now: Instant): string {
  const burning = own.filter((incident) => isOpenAt(incident, now)).length
  return `${burning > 0 ? `${burning} open · ` : ''}${counted(own.length, 'incident')}`
}

/** The last 24 hours by workload: bars are incidents, the higher the worse, the worst before others, ticks are events. For the eye only: no pointer. */
export function Lanes({ incidents, events, names, most = 4, tall = false }: LanesProps) {
  const { at } = useWallClock()
  const { name: zone } = useZone()
  const from = instant(at - day24)
  const to = instant(at + hour / 2)
  const share = (moment: number) => Math.min(100, Math.max(0, ((moment - from) / (to - from)) * 100))
  const lanes = useMemo(() => lanesOf(incidents, events, at), [incidents, events, at])
  if (lanes.length === 0) return null
  const shown = lanes.slice(0, most)
  const axis = timeTicks(from, to, ticks, zone).filter(({ at: tick }) => share(tick) > 2 && share(tick) < 96)
  const told = shown.map((lane) => `${names.workload(lane.workload)} ${counted(lane.incidents.length, 'incident')}`)
  return (
    <section className={cx(styles.lanes, tall && styles.tall)} aria-label="The last 24 hours">
      <p className="hidden">{told.join(', ')}</p>
      {shown.map(({ workload, incidents: own, events: marks }) => (
        <div key={workload} className={styles.lane}>
          <span className={styles.name}>
            {names.workload(workload)}
            {tall && <small>{laneWords(own, at)}</small>}
          </span>
          <svg className={styles.plot} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            {marks.map(({ id, at: mark }) => (
              <rect key={id} x={share(mark)} y={4} width={0.14} height={5} className={styles.mark} />
            ))}
            {own
              .toSorted(byWall)
              .toReversed()
              .map((incident) => {
                const x = share(incident.opened)
                const end = share(endOf(incident) ?? at)
                const high = 10 - ((incident.severity ?? 5) - 1) * 1.3
                return (
                  <rect
                    key={incident.id}
                    x={x}
                    y={10 - high}
                    width={Math.max(0.3, end - x)}
                    height={high}
                    fill={`var(--fill${incident.severity ?? 5})`}
                    opacity={isOpenAt(incident, at) ? 1 : 0.6}
                  >
                    <title>{`${severityWord(incident.severity)} ${incident.id}`}</title>
                  </rect>
                )
              })}
            <rect x={share(at)} y={0} width={0.16} height={10} className={styles.now} />
          </svg>
        </div>
      ))}
      <div className={styles.axis} aria-hidden="true">
        {axis.map(({ at: tick, label }) => (
          <span key={tick} style={{ left: `${share(tick)}%` }}>
            {label}
          </span>
        ))}
        {lanes.length > most && <em>+{lanes.length - most} more</em>}
      </div>
    </section>
  )
}
