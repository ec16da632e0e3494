import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Entries drawn together. A long timeline draws only the chunks near to what is in view. */
export const chunkSize = 20

/** Pixels of an entry that was not drawn yet. */
const guess = 62

/** Pixels around the view in which chunks are drawn. */
const margin = 1200

/** What scrolls it, where that is not the page. */
function scrollerOf(element: Element): Element | null {
  for (let above = element.parentElement; above; above = above.parentElement)
    if (/auto|scroll/.test(getComputedStyle(above).overflowY)) return above
  return null
}

interface ChunkProps {
  /** How many entries it holds. */
  readonly count: number
  /** The first is drawn at once. */
  readonly first: boolean
  /** One of it is being worked on: it stays. */
  readonly held: boolean
  readonly children: ReactNode
}

/** A part of a long list: drawn when it comes near, and as high as it was when it is not. */
export function Chunk({ count, first, held, children }: ChunkProps) {
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(first || typeof IntersectionObserver === 'undefined')
  const [height, setHeight] = useState(count * guess)
  useEffect(() => {
    const element = box.current
    if (!element || typeof IntersectionObserver === 'undefined') return
    const watch = new IntersectionObserver(
      (seen) => {
        const last = seen.at(-1)
        if (!last) return
        // What has the focus stays, so that the focus is not lost.
        const stays = last.isIntersecting || element.contains(document.activeElement)
        if (!stays && last.boundingClientRect.height > 0) setHeight(last.boundingClientRect.height)
        setNear(stays)
      },
      { root: scrollerOf(element), rootMargin: `${margin}px 0px` },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const drawn = near || held
  return (
    <div ref={box} role="presentation" {...(!drawn && { style: { height } })}>
      {drawn && children}
    </div>
  )
}
