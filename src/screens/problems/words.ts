import { countText, counted } from '../../domain/countText'
import type { ActionKind, ProblemState, WorkState } from '../../domain/problem'
import { localText, momentsAt } from '../../domain/time/local'
import { durationText } from '../../domain/time/format'
import { day24, type Instant, unknownText } from '../../domain/units'
import type { Tone } from '../../ui'
import type { Order } from './address'

export { countText, counted }

export const stateNames: Readonly<Record<ProblemState, string>> = {
  identified: 'Identified',
  analysing: 'Analysing',
  'known-error': 'Known error',
  'fix-in-progress': 'Fix in progress',
  resolved: 'Resolved',
}

export const workNames: Readonly<Record<WorkState, string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
}

export const kindNames: Readonly<Record<ActionKind, string>> = {
  prevent: 'Prevent',
  detect: 'Detect',
  mitigate: 'Mitigate',
  learn: 'Learn',
}

export const orderNames: Readonly<Record<Order, string>> = {
  incidents: 'most incidents first',
  open: 'longest open first',
  newest: 'newest first',
}

/** A value of an open vocabulary, as people read it. */
export function openText<T extends string>(names: Readonly<Record<T, string>>, value: string): string {
  const raw = unknownText(value)
  if (raw !== undefined) return `unknown (${raw})`
  return Object.entries<string>(names).find(([key]) => key === value)?.[1] ?? value
}

export const stateTone = (state: string): Tone =>
  state === 'resolved' ? 'ok' : state === 'fix-in-progress' ? 'accent' : state === 'known-error' ? 'warn' : 'neutral'

/** Whole days of 24 hours; what is shorter in hours or minutes. */
export const daysText = (length: number): string =>
  length < day24 ? durationText(length) : `${countText(Math.floor(length / day24))} d`

/** `2026-11-20`: the day of a moment in the zone. */
export const dayOf = (at: Instant, zone: string): string => localText(at, zone).slice(0, 10)

/** The last minute of a day in the zone: what is due on a day may be done until it ends. Undefined where it is no day. */
export const endOf = (day: string, zone: string): Instant | undefined => momentsAt(`${day}T23:59`, zone)?.at(-1)
