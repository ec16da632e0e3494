import { createContext, useContext } from 'react'
import { useHealth, useNow, useSources, useWindow } from '../../data'
import { instant, type Instant } from '../../domain/units'

/** What time it is for the wall: the server's, or where the data ends. */
export interface WallClock {
  /** False where there is nothing but copies: time stands where the newest of them does. */
  readonly live: boolean
  /** Server's clock minus this display's, in milliseconds. */
  readonly offset: number
  /** To the minute. */
  readonly at: Instant
}

const Context = createContext<WallClock>({ live: true, offset: 0, at: instant(0) })
export const WallClockProvider = Context.Provider
export const useWallClock = (): WallClock => useContext(Context)

const newest = { order: 'newest' } as const
const minute = 60

/** By the source of incidents that is believed first and has told its time. Undefined until a copy has told its end. */
export function useFindClock(): WallClock | undefined {
  const sources = useSources()
  const health = useHealth()
  const now = useNow(minute)
  const tellers = sources.filter(({ source }) => source === undefined || source.readers.incidents !== undefined)
  const live = tellers.length === 0 || tellers.some(({ source }) => source?.snapshot !== true)
  const { asOf, state } = useWindow('incidents', newest, 1, !live)
  const offset = tellers.map(({ id }) => health.get(id)?.clockOffset).find((each) => each !== undefined) ?? 0
  if (live) return { live, offset, at: instant(now + offset) }
  if (asOf !== undefined) return { live, offset: 0, at: asOf }
  return state === 'loading' ? undefined : { live, offset: 0, at: now }
}

/** The present for one small part of the wall: it ticks where data is live, and stands where the data does. */
export function useTick(seconds: number): Instant {
  const { live, offset, at } = useWallClock()
  const now = useNow(seconds)
  return live ? instant(now + offset) : at
}
