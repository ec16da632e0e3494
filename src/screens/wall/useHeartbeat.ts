import { useMemo } from 'react'
import { useMoving } from '../../data'
import { day24, hour, instant } from '../../domain/units'
import { type Heartbeat, heartbeatOf } from '../../domain/wall/freshness'
import { useTick, useWallClock } from './clock'

/** A beat a second would be no heartbeat any more. */
const most = 5_000

/** Whether the event that must come again and again still comes; undefined where none is named. */
export function useHeartbeat(rule: string | undefined): Heartbeat | undefined {
  const { at } = useWallClock()
  const now = useTick(15)
  const from = Math.floor(at / hour) * hour
  const recent = useMemo(() => ({ rules: [rule ?? ''], from: instant(from - hour) }), [rule, from])
  const day = useMemo(() => ({ rules: [rule ?? ''], from: instant(from - day24) }), [rule, from])
  const near = useMoving('events', recent, `hour ${rule}`, { limit: most, enabled: rule !== undefined })
  const missing = near.state === 'ready' && near.items.length === 0
  const far = useMoving('events', day, `day ${rule}`, { limit: most, enabled: rule !== undefined && missing })
  if (rule === undefined || near.state === 'loading') return undefined
  const heard = near.state === 'ready' && near.parts.every(({ error, pending }) => !error && !pending)
  return heartbeatOf(
    [...near.items, ...far.items].map((event) => event.at),
    heard,
    now,
  )
}
