import { createContext, useContext, useMemo, useState } from 'react'
import { useHealth, useNow, useSources, useWindow } from '../../data'
import { duration, instant, type Instant } from '../../domain/units'
import { type Hands, steadied } from './steady'

/** What time it is for the wall: the server's, or where the data ends. */
export interface WallClock {
  /** False where there is nothing but copies: time stands where the newest of them does. */
  readonly live: boolean
  /** Server's clock minus this display's, in milliseconds. */
  readonly offset: number
  /** To the minute, and never back while the clocks just differ. */
  readonly at: Instant
}

const Context = createContext<WallClock>({ live: true, offset: 0, at: instant(0) })
export const WallClockProvider = Context.Provider
export const useWallClock = (): WallClock => useContext(Context)

const newest = { order: 'newest' } as const
/** Seconds between two looks at the clock. */
const step = 5
/** How long after a minute has turned the wall may take to know. */
export const minuteLag = duration(2 * step * 1000)

/** By the source of incidents that is believed first and has told its time. Undefined until a copy has told its end. */
export function useFindClock(): WallClock | undefined {
  const sources = useSources()
  const health = useHealth()
  const now = useNow(step)
  const tellers = sources.filter(({ source }) => source === undefined || source.readers.incidents !== undefined)
  const live = tellers.length === 0 || tellers.some(({ source }) => source?.snapshot !== true)
  const { asOf, state } = useWindow('incidents', newest, 1, !live)
  const told = tellers.map(({ id }) => health.get(id)?.clockOffset).find((each) => each !== undefined)
  const [hands, setHands] = useState<Hands>()
  const current = steadied(hands, told, now)
  if (current !== hands) setHands(current)
  const offset = live ? (current.offset ?? 0) : 0
  const stands = asOf ?? (state === 'loading' ? undefined : current.at)
  const at = live ? current.at : stands
  return useMemo(() => (at === undefined ? undefined : { live, offset, at }), [live, offset, at])
}

/** The present for one small part of the wall: it ticks where data is live, and stands where the data does. */
export function useTick(seconds: number): Instant {
  const { live, offset, at } = useWallClock()
  const now = useNow(seconds)
  return live ? instant(now + offset) : at
}
