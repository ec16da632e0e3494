import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'

/** How far down the page was, by the entry of the history. Of this tab only: a page loaded anew begins at its top. */
const places = new Map<string, number>()

/** The entry whose place is wanted: the one a way back names, else the one that is shown. */
const wantedOf = (state: unknown, key: string): string =>
  typeof state === 'object' && state !== null && 'at' in state && typeof state.at === 'string' ? state.at : key

const gestures = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Keeps how far down the reader was, and goes there again on the way back: panels come one by one and push each other
 * down, so it stays there until the reader moves. Returns where the page is to be put, and the name of the place.
 */
export function usePlace(): readonly [RefObject<HTMLDivElement | null>, string] {
  const page = useRef<HTMLDivElement>(null)
  const { key, state } = useLocation()
  const wanted = wantedOf(state, key)
  // Before the page is taken away: without it there is nothing to scroll, which is no place to remember.
  useLayoutEffect(() => {
    const content = page.current
    const scroller = content?.closest('main')
    if (!content || !scroller) return
    const left = places.get(wanted) ?? 0
    scroller.scrollTop = 0
    const reach = () => {
      if (scroller.scrollHeight - scroller.clientHeight >= left) scroller.scrollTop = left
    }
    const growth = new ResizeObserver(reach)
    const remember = () => void places.set(key, scroller.scrollTop)
    const stop = () => {
      growth.disconnect()
      for (const gesture of gestures) scroller.removeEventListener(gesture, stop)
    }
    scroller.addEventListener('scroll', remember, { passive: true })
    for (const gesture of gestures) scroller.addEventListener(gesture, stop, { passive: true })
    if (left > 0) growth.observe(content)
    return () => {
      stop()
      scroller.removeEventListener('scroll', remember)
    }
  }, [key, wanted])
  return [page, key]
}
