import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { Span } from './columns'
import { lengthOf, type Limits, toTime, toX, within } from './span'
import type { Stage } from './stage'

/** What a pointer holds: the window as a whole, one of its ends, or a new one that is drawn. */
export type Held = 'window' | 'from' | 'to' | 'new'

/** Pixels beside an end within which it is taken. */
const reach = 7
/** A window narrower than this is taken as a whole: its ends could not be told apart. */
const narrow = 3 * reach
const slack = 4

/** What lies under the pointer at `x`. */
export function heldAt(span: Span, limits: Span, width: number, x: number): Held {
  const left = toX(limits, width, span.from)
  const right = toX(limits, width, span.to)
  if (right - left >= narrow) {
    if (Math.abs(x - left) <= reach) return 'from'
    if (Math.abs(x - right) <= reach) return 'to'
  }
  const middle = (left + right) / 2
  return Math.abs(x - middle) <= Math.max((right - left) / 2, reach) ? 'window' : 'new'
}

/** The end whose grip an element is: grips lie outside the window, where they never cover each other. */
const gripOf = (target: EventTarget): 'from' | 'to' | undefined => {
  const end = target instanceof HTMLElement ? target.dataset['end'] : undefined
  return end === 'from' || end === 'to' ? end : undefined
}

/** The window after one end went to a time: the other stays, and they do not cross. */
export function pulled(span: Span, end: 'from' | 'to', time: number, limits: Limits): Span {
  if (end === 'from') return { from: Math.max(limits.from, Math.min(time, span.to - limits.least)), to: span.to }
  return { from: span.from, to: Math.min(limits.to, Math.max(time, span.from + limits.least)) }
}

interface Grip {
  readonly held: Held
  readonly x: number
  readonly span: Span
  moved: boolean
}

/** Dragging and keys of the overview. A click beside the window brings it there. */
export function useBrush(stage: Stage) {
  const grip = useRef<Grip | undefined>(undefined)
  const place = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, width: Math.max(box.width, 1) }
  }
  const limits = () => stage.shown.limits
  const centre = (time: number, span: Span) =>
    stage.go(within({ from: time - lengthOf(span) / 2, to: time + lengthOf(span) / 2 }, limits()))

  const step = (event: KeyboardEvent, held: Held): boolean => {
    const { span } = stage.look()
    const by = lengthOf(span) * (event.shiftKey ? 0.5 : 0.1)
    const later = event.key === 'ArrowRight' || event.key === 'ArrowUp'
    if (!later && event.key !== 'ArrowLeft' && event.key !== 'ArrowDown') {
      if (held !== 'window' || (event.key !== 'Home' && event.key !== 'End')) return false
      stage.pan(event.key === 'Home' ? -1e6 : 1e6)
      return true
    }
    if (held === 'from' || held === 'to') stage.go(pulled(span, held, span[held] + (later ? by : -by), limits()))
    else stage.pan((later ? 1 : -1) * (event.shiftKey ? 0.5 : 0.1))
    return true
  }
  return {
    pointer: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return
        const { x, width } = place(event)
        const { span } = stage.look()
        event.currentTarget.setPointerCapture(event.pointerId)
        grip.current = { held: gripOf(event.target) ?? heldAt(span, limits(), width, x), x, span, moved: false }
      },
      onPointerMove: (event: PointerEvent) => {
        const own = grip.current
        if (!own) return
        const { x, width } = place(event)
        if (!own.moved && Math.abs(x - own.x) < slack) return
        own.moved = true
        const time = toTime(limits(), width, x)
        if (own.held === 'new') {
          const start = toTime(limits(), width, own.x)
          const length = Math.max(Math.abs(time - start), limits().least)
          stage.go({ from: Math.min(start, time), to: Math.min(start, time) + length })
        } else if (own.held === 'window') {
          const by = time - toTime(limits(), width, own.x)
          stage.go(within({ from: own.span.from + by, to: own.span.to + by }, limits()))
        } else {
          const by = time - toTime(limits(), width, own.x)
          stage.go(pulled(own.span, own.held, own.span[own.held] + by, limits()))
        }
      },
      onPointerUp: (event: PointerEvent) => {
        const own = grip.current
        grip.current = undefined
        const { x, width } = place(event)
        if (own && !own.moved && own.held === 'new') centre(toTime(limits(), width, x), own.span)
      },
      onPointerCancel: () => {
        grip.current = undefined
      },
    },
    onKeyDown: (held: Held) => (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !step(event, held)) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
