import { isWhole } from '../../data'
import type { OpsEvent } from '../../domain/event'
import { type Incident, endOf, isOpenAt } from '../../domain/incident'
import { durationText } from '../../domain/time/format'
import { day24, type Instant } from '../../domain/units'
import { ended, lastWorst } from '../../domain/wall/recent'
import { useWallClock } from './clock'
import { Moment } from './Ticking'
import type { Names } from './useNames'
import { type Narrowing, useEvents, useWorst } from './useWall'

/** Days where there are some: nobody in the room needs the minutes. */
const longText = (ms: number): string => (ms >= day24 ? `${Math.floor(ms / day24)} d` : durationText(ms))

/** How long ago the last SEV1 was over. */
export function Since({ narrowing }: { readonly narrowing: Narrowing }) {
  const { at } = useWallClock()
  const view = useWorst(narrowing)
  if (view.state !== 'ready') return null
  const last = lastWorst(view.items, at)
  if (!last) return isWhole(view) ? <>No SEV1 is recorded</> : null
  const burning = view.items.some((incident) => isOpenAt(incident, at))
  return (
    <>
      <b className="num">{longText(last.ago)}</b> since the last SEV1 {last.from === 'start' && 'began '}
      {burning && 'before this one'}
    </>
  )
}

/** Planned, and still to come within a day or going on: the next first. */
export function plannedOf(events: readonly OpsEvent[], now: Instant): readonly OpsEvent[] {
  return events
    .filter(({ planned, at, until }) => planned && (until ?? at) >= now && at <= now + day24)
    .toSorted((left, right) => left.at - right.at)
}

/** What is planned, in a line. `none`: what to say where every source told that there is nothing. */
export function Planned({ most, none }: { readonly most: number; readonly none?: string }) {
  const { at } = useWallClock()
  const view = useEvents()
  const planned = plannedOf(view.items, at)
  if (planned.length === 0) return none !== undefined && isWhole(view) ? <>{none}</> : null
  return (
    <>
      {planned.slice(0, most).map((event, index) => (
        <span key={event.id}>
          {index > 0 && ' · '}
          {event.title}{' '}
          <b>
            {event.at > at ? (
              <>
                from <Moment at={event.at} />
              </>
            ) : event.until !== undefined ? (
              <>
                until <Moment at={event.until} />
              </>
            ) : (
              'now'
            )}
          </b>
        </span>
      ))}
      {planned.length > most && ` · +${planned.length - most} more`}
    </>
  )
}

/** What was last back to normal. */
export function BackToNormal({ incidents, names }: { readonly incidents: readonly Incident[]; readonly names: Names }) {
  const { at } = useWallClock()
  const [last] = ended(incidents, at)
  const end = last && endOf(last)
  if (!last || end === undefined) return null
  const where = last.workloads[0]
  return (
    <>
      {where === undefined ? last.id : names.workload(where)} back to normal at{' '}
      <b>
        <Moment at={end} />
      </b>
    </>
  )
}
