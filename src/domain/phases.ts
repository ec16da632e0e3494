import { toldBy } from './asOfTold'
import { type ClockInstant, clockInstants, type Incident, isOpenAt } from './incident'
import { narrated, takenBack } from './narrative'
import type { TimelineEntry } from './timeline'
import { between, type Duration, type Instant } from './units'

/** A moment that bounds a phase. `resumed`: it had ended and was taken up again, which only the timeline tells. */
export type PhaseMoment = ClockInstant | 'resumed'

/** An end that did not last: when it was thought over, where that is told, and when it was taken up again. */
export interface Resumption {
  readonly ended?: Instant
  readonly at: Instant
}

const over: ReadonlySet<string | undefined> = new Set(['resolved', 'closed'])

/** When an incident was taken up again, out of its timeline, in the order of time. What was taken back does not count. */
export function resumptionsOf(entries: readonly TimelineEntry[]): readonly Resumption[] {
  const gone = takenBack(entries)
  const standing = entries.filter(({ id, undoes }) => !gone.has(id) && undoes === undefined)
  const found: Resumption[] = []
  let ended: Instant | undefined
  for (const entry of narrated(standing, false)) {
    const { state } = toldBy(entry).after
    if (over.has(state)) ended ??= entry.at
    else if (entry.kind === 'resume' || (state !== undefined && ended !== undefined)) {
      found.push({ at: entry.at, ...(ended !== undefined && { ended }) })
      ended = undefined
    }
  }
  return found
}

/** The time between two recorded moments of an incident that follow each other, or from the last one to now. */
export interface Phase {
  readonly from: PhaseMoment
  /** Absent for the phase that goes on. */
  readonly to?: PhaseMoment
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

type Recorded = readonly [name: PhaseMoment, at: Instant]

/** The recorded moments in the order in which they should happen, each end that did not last before what followed. */
function momentsOf({ clocks }: Incident, resumptions: readonly Resumption[]): readonly Recorded[] {
  const told = clockInstants.flatMap((name): Recorded[] => {
    const at = clocks[name]
    return at === undefined ? [] : [[name, at]]
  })
  return resumptions.reduce((moments, { ended, at }) => {
    // The source may have kept the first end: then it stands there already.
    const known = ended === undefined || moments.some(([, moment]) => moment === ended)
    const more: Recorded[] = [...(known ? [] : [['resolved', ended] as const]), ['resumed', at]]
    const next = moments.findIndex(([, moment]) => moment > at)
    const place = next < 0 ? moments.length : next
    return [...moments.slice(0, place), ...more, ...moments.slice(place)]
  }, told)
}

/**
 * The phases of an incident in the order of its clocks, with those of an end that did not last where the timeline tells
 * of one. A moment that is not recorded makes no phase: its neighbours are joined, and it is named in `missing`.
 * Nothing is invented.
 */
export function phasesOf(incident: Incident, now: Instant, resumptions: readonly Resumption[] = []): Phases {
  const moments = momentsOf(incident, resumptions)
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
    ...moments.map(([name]) => (name === 'resumed' ? -1 : clockInstants.indexOf(name))),
    implied === undefined ? -1 : clockInstants.indexOf(implied),
  )
  return {
    phases: open ? [...phases, { from: last[0], start: last[1], length: between(last[1], now), kind: 'open' }] : phases,
    missing: clockInstants.slice(0, passed + 1).filter((name) => !moments.some(([told]) => told === name)),
  }
}
