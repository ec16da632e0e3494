import type { DeviceState, Speaker } from '../../src/screens/wall/sound/speaker'

/** A loudspeaker that can be listened to: what it was told, and switches for what a browser does. */
export function fakeSpeaker(first: DeviceState = 'ready') {
  let state = first
  const listeners = new Set<() => void>()
  const told: string[] = []
  const become = (next: DeviceState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const speaker: Speaker = {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    unlock: () => {
      if (state === 'blocked') become('ready')
    },
    play: () => void told.push('play'),
    stop: () => void told.push('stop'),
    close: () => void told.push('close'),
  }
  return { make: () => speaker, told, become, played: () => told.filter((each) => each === 'play').length }
}
