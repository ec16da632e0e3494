import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Glyphs reach a little beyond their line without anything being cut. */
const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element): boolean =>
  scrollWidth > clientWidth + 2 || scrollHeight > clientHeight * 1.2

/** How many texts in there, of those with `data-cut`, are longer than what is seen of them. */
export const countCut = (container: HTMLElement): number =>
  [...container.querySelectorAll('[data-cut]')].filter(isCut).length

/** The same of the container as it is drawn: nothing is cut in silence. */
export function useCut(container: RefObject<HTMLElement | null>): number {
  const [count, setCount] = useState(0)
  const look = useRef(() => {
    setCount(container.current ? countCut(container.current) : 0)
  })
  // Words change with every answer, the room with every window: looked at after each drawing.
  useLayoutEffect(() => look.current())
  useEffect(() => {
    // Fonts that come later make other lines of the same words.
    void document.fonts?.ready.then(() => look.current())
  }, [])
  return count
}
