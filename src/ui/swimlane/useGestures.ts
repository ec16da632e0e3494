import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { lengthOf, toTime } from './span'
import type { Stage } from './stage'

const clickSlack = 4
/** One notch of a wheel is about 100 units. */
const wheelZoom = 0.0016

interface Grip {
  /** Where it went down, and where it was last. */
  readonly x: number
  last: number
  readonly from: number
  readonly to: number
  moved: boolean
}

export interface Gestures {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerMove: (event: PointerEvent) => void
  readonly onPointerUp: (event: PointerEvent) => void
  readonly onPointerCancel: (event: PointerEvent) => void
}

export interface GestureHandlers {
  /** Over a place, without a button held. */
  readonly onHover: (x: number, y: number) => void
  readonly onClick: (x: number, y: number) => void
  /** The picture moves: what was said of a place no longer holds. */
  readonly onMove: () => void
}

/**
 * Drag pans, two fingers pinch, a sideways wheel pans; Ctrl (or ⌘) with the wheel zooms where the pointer is. A plain
 * wheel is left to the page, or zooms where `wheelZooms` says that there is nothing to scroll.
 */
export function useGestures(
  stage: Stage,
  area: RefObject<HTMLElement | null>,
  wheelZooms: boolean,
  { onHover, onClick, onMove }: GestureHandlers,
): Gestures {
  const grips = useRef(new Map<number, Grip>())
  const spread = useRef(0)

  useEffect(() => {
    const element = area.current
    if (!element) return
    const wheel = (event: WheelEvent) => {
      const { width, span } = stage.look()
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey
      if (sideways) {
        event.preventDefault()
        stage.pan((event.deltaX || event.deltaY) / Math.max(width, 1))
        return
      }
      if (!wheelZooms && !event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const x = event.clientX - element.getBoundingClientRect().left
      stage.zoom(Math.exp(event.deltaY * wheelZoom * (event.ctrlKey ? 3 : 1)), toTime(span, width, x))
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [stage, area, wheelZooms])

  const place = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const pinch = (own: Grip, x: number) => {
    const other = [...grips.current.values()].find((grip) => grip !== own)
    if (!other) return
    const apart = Math.max(Math.abs(x - other.last), 8)
    const { span, width } = stage.look()
    if (spread.current > 0) stage.zoom(spread.current / apart, toTime(span, width, (x + other.last) / 2))
    spread.current = apart
  }

  const release = (event: PointerEvent) => {
    grips.current.delete(event.pointerId)
    spread.current = 0
    // A finger that stays pans on from where it is, not from where it was before the pinch.
    const { from, to } = stage.look().span
    for (const [id, grip] of grips.current) grips.current.set(id, { ...grip, x: grip.last, from, to })
  }
  return {
    onPointerDown: (event) => {
      const { span, width } = stage.look()
      if (event.button !== 0 || width === 0) return
      grips.current.set(event.pointerId, { x: place(event).x, last: place(event).x, ...span, moved: false })
    },
    onPointerMove: (event) => {
      const { x, y } = place(event)
      const grip = grips.current.get(event.pointerId)
      if (!grip) return event.pointerType === 'mouse' ? onHover(x, y) : undefined
      if (!grip.moved && Math.abs(x - grip.x) < clickSlack) return
      if (!grip.moved) event.currentTarget.setPointerCapture(event.pointerId)
      grip.moved = true
      grip.last = x
      onMove()
      if (grips.current.size > 1) return pinch(grip, x)
      const by = ((grip.x - x) / stage.look().width) * lengthOf(grip)
      stage.go({ from: grip.from + by, to: grip.to + by })
    },
    onPointerUp: (event) => {
      const grip = grips.current.get(event.pointerId)
      release(event)
      if (grip && !grip.moved) onClick(place(event).x, place(event).y)
    },
    onPointerCancel: release,
  }
}
