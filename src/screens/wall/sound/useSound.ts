import { useContext, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react'
import { useNow, useZone } from '../../../data'
import { endText, isWithin } from '../../../domain/wall/hours'
import { type SoundState, soundStateOf } from '../../../domain/wall/sound'
import { instant } from '../../../domain/units'
import { type KeyBinding, useKeys } from '../../../ui'
import { useWallClock } from '../clock'
import type { Wishes } from '../wishes'
import { type Speaker, SpeakerContext } from './speaker'

const never = () => () => {}

/** A loudspeaker that is there for as long as somebody asks for its state: nothing is opened while a picture is drawn. */
function whileWatched(make: () => Speaker): Omit<Speaker, 'close'> {
  let speaker: Speaker | undefined
  return {
    state: () => speaker?.state() ?? 'blocked',
    subscribe: (listener) => {
      speaker = make()
      const leave = speaker.subscribe(listener)
      return () => {
        leave()
        speaker?.close()
        speaker = undefined
      }
    },
    unlock: () => speaker?.unlock(),
    play: () => speaker?.play(),
    stop: () => speaker?.stop(),
  }
}

/** What browsers take for a gesture. */
const gestures = ['keydown', 'pointerdown'] as const

/** The sound of the wall: whether it can be heard, why not, and the keys that change that. */
export function useSound({ sound: wanted, quiet: hours }: Pick<Wishes, 'sound' | 'quiet'>) {
  const make = useContext(SpeakerContext)
  const speaker = useMemo(() => (wanted ? whileWatched(make) : undefined), [wanted, make])
  const device = useSyncExternalStore(speaker?.subscribe ?? never, () => speaker?.state() ?? 'blocked')
  const [muted, setMuted] = useState(false)
  const { name: zone } = useZone()
  const { offset } = useWallClock()
  const now = instant(useNow(60) + offset)
  const quiet = hours !== undefined && isWithin(hours, now, zone)
  const state = soundStateOf({ wanted, device, muted, quiet })

  const unlock = useEffectEvent(() => speaker?.unlock())
  const blocked = state === 'blocked'
  useEffect(() => {
    if (!blocked) return undefined
    const any = () => unlock()
    for (const kind of gestures) addEventListener(kind, any)
    return () => {
      for (const kind of gestures) removeEventListener(kind, any)
    }
  }, [blocked])
  useEffect(() => {
    if (state !== 'armed') speaker?.stop()
  }, [state, speaker])

  const keys: readonly KeyBinding[] = [
    { keys: 'm', label: 'Mute, or let sound', run: () => !blocked && setMuted(!muted) },
    { keys: 's', label: 'Try the sound', run: () => speaker?.play() },
  ]
  useKeys('Sound of the wall', wanted ? keys : [])
  return { state, speaker, words: wordsOf(state, hours && endText(hours)) }
}
export type Sound = ReturnType<typeof useSound>

/** What the foot says of it: every state has words of its own. */
function wordsOf(state: SoundState, until: string | undefined): string {
  const words: Readonly<Record<SoundState, string>> = {
    unasked: 'sound: not asked for',
    armed: 'sound on',
    blocked: 'sound blocked by the browser: press a key (kiosk: --autoplay-policy=no-user-gesture-required)',
    muted: 'sound muted (M)',
    quiet: `sound: quiet until ${until}`,
    unable: 'sound: this browser has none',
  }
  return words[state]
}
