import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Room } from '../../domain/wall/layout'
import type { Screen } from '../../domain/wall/type'

const subscribe = (listener: () => void) => {
  addEventListener('resize', listener)
  return () => removeEventListener('resize', listener)
}

/** The size of the window: on a wall, of the panel. */
export function useScreen(): Screen {
  const width = useSyncExternalStore(subscribe, () => innerWidth)
  const height = useSyncExternalStore(subscribe, () => innerHeight)
  return { width, height }
}

/** The room an element has; the window's until that is known. */
export function useRoom() {
  const screen = useScreen()
  const element = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<Room>()
  useLayoutEffect(() => {
    if (!element.current) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, room && room.width > 0 ? room : screen] as const
}
