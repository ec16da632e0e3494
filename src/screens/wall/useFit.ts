import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { dropped } from '../../domain/wall/drop'

const none: ReadonlySet<number> = new Set()
const same = (left: ReadonlySet<number>, right: ReadonlySet<number>): boolean =>
  left.size === right.size && [...left].every((each) => right.has(each))

const pixels = (text: string): number => Number.parseFloat(text) || 0

/** Measures the pieces of a container, those that were dropped too: they keep their width, without taking room. */
export function measure(container: HTMLElement, axis: 'x' | 'y'): ReadonlySet<number> {
  const style = getComputedStyle(container)
  const between = pixels(axis === 'y' ? style.rowGap : style.columnGap)
  const padding =
    axis === 'y'
      ? pixels(style.paddingTop) + pixels(style.paddingBottom)
      : pixels(style.paddingLeft) + pixels(style.paddingRight)
  const room = (axis === 'y' ? container.clientHeight : container.clientWidth) - padding + between
  const pieces = [...container.children]
    .filter((child) => child instanceof HTMLElement)
    .map((child) => ({
      rank: Number(child.dataset.rank ?? 0),
      size: axis === 'y' ? child.offsetHeight : Math.max(child.offsetWidth, child.scrollWidth),
    }))
    .map(({ rank, size }) => (size === 0 ? { rank: 0, size } : { rank, size: size + between }))
  return dropped(pieces, room + 0.5)
}

/** How often what is gone may change before the next paint: more, and two ways to fit take turns for ever. */
const most = 3

/**
 * Which children of the container have to go so that the others fit, by position. Each child says its rank in
 * `data-rank` (`dropped` says what it means) and takes no room while it is gone. `prepare` sets the container up before
 * each look at it.
 */
export function useFit(
  axis: 'x' | 'y',
  prepare?: (container: HTMLElement) => void,
): readonly [RefObject<HTMLDivElement | null>, ReadonlySet<number>] {
  const container = useRef<HTMLDivElement>(null)
  const prepared = useRef(prepare)
  const [gone, setGone] = useState(none)
  const known = useRef(none)
  const turns = useRef(0)
  const look = useRef(() => {
    if (!container.current) return
    prepared.current?.(container.current)
    const next = measure(container.current, axis)
    const before = known.current
    if (same(before, next)) return
    turns.current += 1
    // React draws anew at once, without a break: promises go on when it has come to rest.
    if (turns.current === 1) void Promise.resolve().then(() => (turns.current = 0))
    // A piece may measure otherwise while it is gone: what ends the turns is to drop whatever either way drops.
    const wanted = turns.current > most ? new Set([...before, ...next]) : next
    if (same(before, wanted)) return
    known.current = wanted
    setGone(wanted)
  })
  // Words change with every answer: looked at after each drawing, and whenever a size changes without one.
  useLayoutEffect(() => {
    prepared.current = prepare
    look.current()
  })
  useEffect(() => {
    const element = container.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => look.current())
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  })
  return [container, gone]
}
