import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { type Clock, useZone } from '../../data'
import { timeTextToSecond } from '../../domain/time/format'
import type { Instant } from '../../domain/units'
import { crashed, mend } from './mending'
import styles from './kiosk.module.css'

export interface MendProps {
  /** What is not there, such as “The wall stopped working”. */
  readonly what: string
  /** The words of what went wrong. */
  readonly why: string
  readonly clock: Clock
  readonly retry: () => void
  /** For tests: what loading the page anew does. */
  readonly reload?: () => void
}

/** Milliseconds that a reload may take to begin. */
const grace = 45_000

const second = (now: number): number => now - (now % 1000)

/** Stands where a display's picture cannot be drawn: says so from afar, lives visibly, and brings the picture back. */
export default function Mend({ what, why, clock, retry, reload }: MendProps) {
  const { name: zone } = useZone()
  const [since] = useState(() => clock.now())
  const [at] = useState(() => crashed(since))
  // Clocks are told by the second, so that what is drawn is the same until the next.
  const now = useSyncExternalStore(
    (listener) => clock.subscribe(1, listener),
    () => second(clock.now()),
  ) as Instant
  const bringBack = useEffectEvent(() => void mend(clock, retry, reload))
  // The second only comes where the browser did not reload as it was told.
  const drawAgain = useEffectEvent(() => retry())
  useEffect(() => {
    const timers = [setTimeout(() => bringBack(), at - since), setTimeout(() => drawAgain(), at - since + grace)]
    return () => timers.forEach((timer) => clearTimeout(timer))
  }, [at, since])
  return (
    <div role="alert" className={styles.mend}>
      <time className="num">{timeTextToSecond(now, zone)}</time>
      <h2>{what}</h2>
      <p>What burns is not shown since {timeTextToSecond(since, zone)}.</p>
      <p>{why}</p>
      <p>
        It is brought back at {timeTextToSecond(at, zone)}, without anybody doing anything. Until then look elsewhere:
        the sources themselves are not touched by this.
      </p>
    </div>
  )
}
