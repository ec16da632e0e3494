import { type Instant, minute } from '../units'

/** How far a reading can be believed now, from the best to the worst. */
export const beliefs = ['live', 'copy', 'late', 'frozen', 'dead', 'waiting'] as const
export type Belief = (typeof beliefs)[number]

/** One source of incidents as the wall takes it. */
export interface Told {
  readonly belief: Belief
  /** Milliseconds since what it told was true, by its own clock. */
  readonly age?: number
}

/** `live`: everything is. `partly`: something is, and something is not. Else nothing is, and this is the best there is. */
export type Picture = 'live' | 'partly' | Exclude<Belief, 'live'>

/** The whole picture, of every source that could tell of incidents. */
export function pictureOf(told: readonly Told[]): Picture {
  const live = told.filter(({ belief }) => belief === 'live').length
  if (live === told.length && live > 0) return 'live'
  if (live > 0) return 'partly'
  const best = beliefs.find((belief) => belief !== 'live' && told.some((each) => each.belief === belief))
  return best === undefined || best === 'live' ? 'waiting' : best
}

/** Browser clocks are wrong by some seconds; more than this is told. */
export const tellableSkew = 5_000

/** What the record of an event that must come again and again says of the monitoring. */
export type Heartbeat =
  | { readonly kind: 'beats'; readonly at: Instant }
  /** `at`: the last there was, where one is recorded. */
  | { readonly kind: 'missing'; readonly at?: Instant }
  /** Whoever would tell it does not answer: nobody knows. */
  | { readonly kind: 'unknown' }

/** A heartbeat that is older than this is missing. */
export const heartbeatEvery = 5 * minute

/** `beats`: when it was seen. `heard`: everybody who tells events has answered just now. */
export function heartbeatOf(beats: readonly Instant[], heard: boolean, now: Instant): Heartbeat {
  const past = beats.filter((at) => at <= now + tellableSkew)
  const at = past.length === 0 ? undefined : past.reduce((latest, each) => (each > latest ? each : latest))
  if (at !== undefined && now - at < heartbeatEvery) return { kind: 'beats', at }
  if (!heard) return { kind: 'unknown' }
  return { kind: 'missing', ...(at !== undefined && { at }) }
}
