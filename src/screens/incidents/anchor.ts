import { createContext, useContext } from 'react'
import { useNow, useSources, useWindow } from '../../data'
import { instant, type Instant } from '../../domain/units'

/** The newest moment there is: the present, or the end of a log that stands still. */
export interface Anchor {
  readonly live: boolean
  readonly at: Instant
}

const AnchorContext = createContext<Anchor>({ live: false, at: instant(0) })
export const AnchorProvider = AnchorContext.Provider
export const useAnchor = (): Anchor => useContext(AnchorContext)

const newest = { order: 'newest' } as const

/** Whether any source of incidents is more than a copy of the past. */
export const useIsLive = (): boolean =>
  useSources().some(({ source }) => source?.readers.incidents !== undefined && source.snapshot !== true)

/** The anchor of the sources: it moves by the minute where one is live. Undefined until a log has told its end. */
export function useFindAnchor(): Anchor | undefined {
  const live = useIsLive()
  const now = useNow(60)
  const { asOf, state } = useWindow('incidents', newest, 1, !live)
  if (live) return { live, at: now }
  if (asOf !== undefined) return { live, at: asOf }
  return state === 'loading' ? undefined : { live, at: now }
}

/** The present for one small part of the screen: ticks where it is live, stands where the data does. */
export function useTick(seconds: number): Instant {
  const { live, at } = useAnchor()
  const now = useNow(seconds)
  return live ? now : at
}
