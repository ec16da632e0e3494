import { useEffect, useEffectEvent, useRef } from 'react'
import type { Span } from './columns'
import type { Stage } from './stage'

/** The reader has come to rest when nothing moved for this long. */
const restAfter = 250

/** Goes where the caller looks, and tells the caller where the reader came to rest since. */
export function useRest(stage: Stage, span: Span, onSpan: ((span: Span) => void) | undefined): void {
  /** What the caller knows: a span that it gave is not told back to it. */
  const told = useRef<Span>(span)
  useEffect(() => {
    told.current = { from: span.from, to: span.to }
    stage.go(told.current)
  }, [stage, span.from, span.to])
  const rest = useEffectEvent((at: Span) => {
    if (at.from === told.current.from && at.to === told.current.to) return
    told.current = at
    onSpan?.(at)
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = stage.look().span
    const stop = stage.subscribe(() => {
      const at = stage.look().span
      if (at.from === last.from && at.to === last.to) return
      last = at
      clearTimeout(timer)
      timer = setTimeout(() => rest(at), restAfter)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [stage])
}
