import { useMemo } from 'react'
import { useHealth, useMoving, useNow, useSources, useWindow } from '../../data'
import { type Incident, isOpenAt } from '../../domain/incident'
import { after, day24, hour, type Id, type Instant, instant, minute } from '../../domain/units'
import { pictureOf } from '../../domain/wall/freshness'
import { byWall } from '../../domain/wall/order'
import type { Parameters } from './address'
import { incidentsOf, type Light, lightOf } from './believed'
import { minuteLag, useWallClock } from './clock'

/** Questions move on by the hour, so that answers are shared and no card waits for a new one every minute. */
const hourOf = (at: Instant): number => Math.floor(at / hour) * hour
const mostEvents = 5_000

/** What narrows the wall, in the domain's terms. */
export interface Narrowing {
  readonly teams: readonly Id[]
  readonly severities: Parameters['severities']
}

/** Seconds between two looks at how far sources can be believed. */
const step = 5

const cuts = new Set(['partial', 'truncated', 'set-aside'])

/** What burns, what burned in the last day, and how far to believe it. */
export function useIncidents({ teams, severities }: Narrowing) {
  const { at, live } = useWallClock()
  const sources = useSources()
  const health = useHealth()
  // Rounded up, for nothing may be called newer than it is.
  const now = instant(useNow(step) + step * 1000)
  const from = instant(hourOf(at) - day24)
  const query = useMemo(
    () => ({ teams, severities, burningFrom: from, order: 'severity' as const }),
    [teams, severities, from],
  )
  const view = useMoving('incidents', query, JSON.stringify([teams, severities]))
  // The clock is a minute wide: what opens or ends within it does so with the answer that tells it, not a minute later.
  const moment = live ? after(after(at, minute), minuteLag) : at
  const open = useMemo(
    () => view.items.filter((incident) => isOpenAt(incident, moment)).toSorted(byWall),
    [view.items, moment],
  )
  const tellers = sources.flatMap((source): readonly Light[] => {
    const part = view.parts.find((each) => each.source === source.id)
    if (!part) return []
    const known = health.get(source.id)
    return [incidentsOf(lightOf(source, known, now), part, known, now)]
  })
  const whole =
    view.state === 'ready' &&
    view.complete &&
    view.parts.every(({ caveats }) => !caveats.some(({ kind }) => cuts.has(kind)))
  return {
    view,
    open,
    tellers,
    picture: pictureOf(tellers),
    /** What was told lacks something: whatever is counted is at least so many. */
    cuts: view.parts.flatMap(({ caveats }) => caveats.filter(({ kind }) => cuts.has(kind))),
    /** Every source that could tell of incidents told all it has, just now. */
    sure: whole && tellers.every(({ belief }) => belief === 'live'),
  }
}
export type Incidents = ReturnType<typeof useIncidents>

/** The best light among the sources that tell an incident. */
export function lightFor(
  incident: Incident,
  { view, tellers }: Pick<Incidents, 'view' | 'tellers'>,
): Light | undefined {
  const order = ['live', 'copy', 'late', 'frozen', 'dead', 'waiting']
  return view.parts
    .filter(({ items }) => items.some(({ id }) => id === incident.id))
    .flatMap(({ source }) => tellers.find(({ id }) => id === source) ?? [])
    .toSorted((left, right) => order.indexOf(left.belief) - order.indexOf(right.belief))[0]
}

/** Every configured source, also those that tell no incidents. */
export function useLights(): readonly Light[] {
  const sources = useSources()
  const health = useHealth()
  const now = useNow(1)
  return sources.map((source) => lightOf(source, health.get(source.id), now))
}

/** Events of the last day and the next. */
export function useEvents() {
  const { at } = useWallClock()
  const around = hourOf(at)
  const query = useMemo(() => ({ from: instant(around - day24), to: instant(around + 2 * day24) }), [around])
  return useMoving('events', query, 'around', { limit: mostEvents })
}

const worst = { severities: [1], order: 'newest' } as const
const few = 20

/** The newest SEV1s, for telling how long ago the last one was. */
export const useWorst = ({ teams }: Narrowing) =>
  useWindow(
    'incidents',
    useMemo(() => ({ ...worst, teams }), [teams]),
    few,
  )
