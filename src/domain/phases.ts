import { type ClockInstant, clockInstants, type Clocks, type Incident, isOpenAt } from './incident'
import { between, type Duration, type Instant } from './units'

/** The time between two recorded moments of an incident that follow each other, or from the last one to now. */
export interface Phase {
  readonly from: ClockInstant
  /** Absent for the phase that goes on. */
  readonly to?: ClockInstant
  readonly start: Instant
  readonly length: Duration
  /** `fault`: the later moment lies before the earlier one, so the length is negative and says nothing. */
  readonly kind: 'ended' | 'open' | 'fault'
}

/** The phases of one incident in order, and the moments between which some could not be told. */
export interface Phases {
  readonly phases: readonly Phase[]
  /** Moments that must have been, by the state or by a later moment, and are not recorded. */
  readonly missing: readonly ClockInstant[]
}

/** The furthest moment that a state says has passed. */
const impliedBy: Readonly<Record<string, ClockInstant>> = {
  acknowledged: 'acknowledged',
  mitigating: 'acknowledged',
  resolved: 'resolved',
  closed: 'closed',
}

const recorded = (clocks: Clocks): readonly (readonly [ClockInstant, Instant])[] =>
  clockInstants.flatMap((name) => {
    const at = clocks[name]
    return at === undefined ? [] : [[name, at] as const]
  })

/**
 * The phases of an incident in the order of its clocks. A moment that is not recorded makes no phase: its neighbours
 * are joined, and it is named in `missing`. Nothing is invented.
 */
export function phasesOf(incident: Incident, now: Instant): Phases {
  const moments = recorded(incident.clocks)
  const phases = moments.slice(1).flatMap(([to, end], index): Phase[] => {
    const before = moments[index]
    if (!before) return []
    const length = between(before[1], end)
    return [{ from: before[0], to, start: before[1], length, kind: length < 0 ? 'fault' : 'ended' }]
  })
  const last = moments.at(-1)
  const open = isOpenAt(incident, now) && last !== undefined && now >= last[1]
  const implied = impliedBy[incident.state]
  const passed = Math.max(
    last === undefined ? -1 : clockInstants.indexOf(last[0]),
    implied === undefined ? -1 : clockInstants.indexOf(implied),
  )
  return {
    phases: open ? [...phases, { from: last[0], start: last[1], length: between(last[1], now), kind: 'open' }] : phases,
    missing: clockInstants.slice(0, passed + 1).filter((name) => incident.clocks[name] === undefined),
  }
}
