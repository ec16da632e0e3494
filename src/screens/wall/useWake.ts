import { useEffect, useState } from 'react'

/** Whether the screen is kept on: `refused` by the browser (battery, policy), `unable` where it has no such thing. */
export type Wake = 'off' | 'held' | 'refused' | 'unable'

/** Keeps the screen on while the wall is shown and seen. A hidden page loses it: it is asked for again when seen. */
export function useWake(wanted: boolean): Wake {
  const able = 'wakeLock' in navigator
  const [held, setHeld] = useState<'off' | 'held' | 'refused'>('off')
  useEffect(() => {
    if (!wanted || !able) return undefined
    let lock: WakeLockSentinel | undefined
    let left = false
    const ask = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
      try {
        const got = await navigator.wakeLock.request('screen')
        if (left) return void got.release()
        lock = got
        got.addEventListener('release', () => !left && setHeld('off'))
        setHeld('held')
      } catch {
        if (!left) setHeld('refused')
      }
    }
    const again = () => void ask()
    document.addEventListener('visibilitychange', again)
    again()
    return () => {
      left = true
      document.removeEventListener('visibilitychange', again)
      void lock?.release()
    }
  }, [wanted, able])
  return wanted ? (able ? held : 'unable') : 'off'
}

/** What the foot says of it; nothing where it was not asked for. */
export const wakeWords: Readonly<Record<Wake, string>> = {
  off: 'the screen may go dark',
  held: 'screen kept on',
  refused: 'the screen may go dark: the browser refused to keep it on',
  unable: 'the screen may go dark: this browser cannot keep it on',
}
