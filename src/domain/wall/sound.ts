import type { Incident } from '../incident'
import { duration, type Duration, type Id, type Instant, minute } from '../units'
import { isPressing } from './order'

/** How often it sounds again for what nobody acknowledged, unless the address says otherwise. */
export const repeatUsual = duration(2 * minute)

/** What the alarm remembers from one look to the next. An episode is the time for which one SEV1 stays unacknowledged. */
export interface Alarm {
  /** Every source has answered or failed since the picture was opened: from now on, what appears is new. */
  readonly opened: boolean
  /** Of every episode that goes on: when it last sounded, or counts as having sounded. */
  readonly episodes: ReadonlyMap<Id, Instant>
}

/** Before the first look. */
export const unheard: Alarm = { opened: false, episodes: new Map() }

/** What the alarm sees at one moment. */
export interface Look {
  readonly now: Instant
  readonly every: Duration
  /** Every incident once, whoever tells it. */
  readonly incidents: readonly Incident[]
  /** Told just now: what is old, or a copy, does not sound. */
  readonly isBelieved: (incident: Incident) => boolean
  /** Every source has answered or failed at least once. */
  readonly settled: boolean
  /** Nothing is missing by a fault: what is not told is not there. */
  readonly sure: boolean
}

export interface Heard {
  readonly alarm: Alarm
  /** `new`: an episode began. `again`: one has gone on for so long. Absent where nothing is to sound. */
  readonly sound?: 'new' | 'again'
}

/** Episodes that still go on. What is not told any more, by fault perhaps, is neither over nor new when it is back. */
function going({ episodes }: Alarm, { incidents, sure }: Look): ReadonlyMap<Id, Instant> {
  const told = new Map(incidents.map((incident) => [incident.id, incident]))
  return new Map(
    [...episodes].filter(([id]) => {
      const incident = told.get(id)
      return incident ? isPressing(incident) : !sure
    }),
  )
}

/**
 * Whether it sounds now. Only an unacknowledged SEV1 does: when it appears, when it gets that severe, when it burns
 * again; then every `every` until somebody acknowledges it. What was there when the picture was opened does not sound
 * as new, but its time runs from then. One sound speaks for all that are unacknowledged: their time begins anew. At most
 * one sound comes of one look, and for one episode at most one in `every`.
 */
export function listen(alarm: Alarm, look: Look): Heard {
  const { now, every, incidents, isBelieved, settled } = look
  const before = going(alarm, look)
  const pressing = incidents.filter((incident) => isPressing(incident) && isBelieved(incident))
  if (!alarm.opened) {
    // Also what is old, for it is nothing new when its source is back.
    const present = incidents.filter((incident) => isPressing(incident) && !before.has(incident.id))
    const episodes = new Map([...before, ...present.map(({ id }) => [id, now] as const)])
    return { alarm: { opened: settled, episodes } }
  }
  const isNew = pressing.some(({ id }) => !before.has(id))
  const isDue = pressing.some(({ id }) => now - (before.get(id) ?? now) >= every)
  const sounds = isNew || isDue
  // A clock that is set back must not make anybody wait for longer.
  const kept = [...before].map(([id, last]) => [id, last > now ? now : last] as const)
  const episodes = new Map([...kept, ...(sounds ? pressing.map(({ id }) => [id, now] as const) : [])])
  return { alarm: { opened: true, episodes }, ...(sounds && { sound: isNew ? 'new' : 'again' }) }
}

/** Why it would or would not be heard. `unasked`: the address does not want it. */
export type SoundState = 'unasked' | 'armed' | 'blocked' | 'muted' | 'quiet' | 'unable'

/** What keeps a sound from being heard, the most lasting reason first. */
export function soundStateOf(facts: {
  readonly wanted: boolean
  readonly device: 'ready' | 'blocked' | 'unable'
  readonly muted: boolean
  readonly quiet: boolean
}): SoundState {
  if (!facts.wanted) return 'unasked'
  if (facts.device !== 'ready') return facts.device
  if (facts.muted) return 'muted'
  return facts.quiet ? 'quiet' : 'armed'
}
