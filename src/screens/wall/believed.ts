import { type ConfiguredSource, type Freshness, type Health, type SourceState, stateOf, type View } from '../../data'
import { durationText } from '../../domain/time/format'
import { type Instant, instant, minute } from '../../domain/units'
import type { Belief } from '../../domain/wall/freshness'

type Part = View<'incidents'>['parts'][number]

const beliefOf: Readonly<Record<Freshness, Belief>> = {
  fresh: 'live',
  snapshot: 'copy',
  ageing: 'late',
  stale: 'frozen',
  dead: 'dead',
  unknown: 'waiting',
}

/** One source on the wall. */
export interface Light {
  readonly id: string
  readonly title: string
  readonly belief: Belief
  /** When what it told was true, as this display's clock would have it. */
  readonly since?: Instant
  /** Its words, where it failed or was refused. */
  readonly error?: string
  /** What kind of failure or refusal that is. */
  readonly fault?: ConfiguredSource['fault']
}

/** Milliseconds after which a reading is late and frozen: two and four looks. */
const late = minute / 2
const frozen = minute

const wordsOf = ({ source, health }: SourceState): string | undefined => source.refused ?? health?.error?.message

/** `now` may be a few seconds ahead, never behind: nothing is called newer than it is. */
export function lightOf(source: ConfiguredSource, health: Health | undefined, now: Instant): Light {
  const state = stateOf(source, health, now)
  const error = wordsOf(state)
  const fault = source.fault ?? health?.error?.fault
  return {
    id: source.id,
    title: source.title,
    belief: beliefOf[state.freshness],
    ...(health?.asOf !== undefined && { since: instant(health.asOf - (health.clockOffset ?? 0)) }),
    ...(error !== undefined && { error }),
    ...(fault && { fault }),
  }
}

const order: readonly Belief[] = ['live', 'late', 'frozen', 'dead']

/**
 * A source as far as its incidents go: it may answer other questions just now and still owe this one. Never better than
 * its light.
 */
export function incidentsOf(light: Light, part: Part | undefined, health: Health | undefined, now: Instant): Light {
  if (!part) return light
  if (part.asOf === undefined) return { ...light, belief: part.error || light.belief === 'dead' ? 'dead' : 'waiting' }
  const since = instant(part.asOf - (health?.clockOffset ?? 0))
  if (light.belief === 'copy') return { ...light, since }
  const own: Belief = now - since >= frozen ? 'frozen' : now - since >= late || part.error ? 'late' : 'live'
  const belief = order.indexOf(own) > order.indexOf(light.belief) ? own : light.belief
  return { ...light, belief, since, ...(part.error && { error: part.error.message, fault: part.error.fault }) }
}

/** What each belief is called. */
export const beliefWords: Readonly<Record<Belief, string>> = {
  live: 'live',
  copy: 'a copy',
  late: 'late',
  frozen: 'frozen',
  dead: 'not reached',
  waiting: 'waiting',
}

/** `2 s`, then as every length; never negative. */
export function shortAge(since: Instant, now: Instant): string {
  const age = Math.max(0, now - since)
  return age < minute ? `${Math.floor(age / 1000)} s` : durationText(age)
}

/** `Larkmere frozen · 4 min` */
export const lightWords = ({ title, belief, since }: Light, now: Instant): string =>
  `${title} ${beliefWords[belief]}${since === undefined ? '' : ` · ${shortAge(since, now)}`}`
