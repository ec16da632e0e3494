import { useState } from 'react'
import type { Incident } from '../../domain/incident'
import type { Id, Instant } from '../../domain/units'
import { duration, minute } from '../../domain/units'
import { useTick } from './clock'

interface Pick {
  readonly id: Id
  readonly at: Instant
}

/** A pick is let go of when nobody presses a key for so long: the next person must not act on it by accident. */
const letGoAfter = duration(minute)

/** Which card the keys are about. */
export function usePick(ordered: readonly Incident[], columns: number) {
  const now = useTick(5)
  const [pick, setPick] = useState<Pick>()
  const current =
    pick !== undefined && now - pick.at < letGoAfter ? ordered.find(({ id }) => id === pick.id) : undefined
  const to = (incident: Incident | undefined) => setPick(incident && { id: incident.id, at: now })
  const move = (by: number) => {
    const at = current === undefined ? -1 : ordered.indexOf(current)
    const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), ordered.length - 1)
    to(ordered[next])
  }
  return { current, to, move, down: () => move(columns), up: () => move(-columns) }
}
export type Picking = ReturnType<typeof usePick>
