import { createContext } from 'react'

/** `blocked`: the browser lets nothing sound before somebody presses a key or clicks. `unable`: it has no sound at all. */
export type DeviceState = 'ready' | 'blocked' | 'unable'

/** The door to the loudspeaker. */
export interface Speaker {
  readonly state: () => DeviceState
  readonly subscribe: (listener: () => void) => () => void
  /** To be called while somebody presses a key or clicks: browsers unblock sound only then. */
  readonly unlock: () => void
  /** Sounds once, for about a second and a half. Nothing happens where it is blocked. */
  readonly play: () => void
  /** Silence at once. */
  readonly stop: () => void
  readonly close: () => void
}

const noSpeaker: Speaker = {
  state: () => 'unable',
  subscribe: () => () => {},
  unlock: () => {},
  play: () => {},
  stop: () => {},
  close: () => {},
}

/** Three times two notes, a fourth apart: clear in a noisy room, and no siren. */
const notes = [0, 0.5, 1].flatMap((at) => [
  { at, hertz: 659.3 },
  { at: at + 0.2, hertz: 880 },
])
const length = 0.19
const loudness = 0.5
/** Seconds in which a note comes and goes: at once would click. */
const edge = 0.015

/** One note at `at` seconds of the context's time. */
function note(context: AudioContext, output: AudioNode, hertz: number, at: number): OscillatorNode {
  const oscillator = new OscillatorNode(context, { type: 'triangle', frequency: hertz })
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(loudness, at + edge)
  volume.gain.setValueAtTime(loudness, at + length - edge)
  volume.gain.linearRampToValueAtTime(0, at + length)
  oscillator.connect(volume).connect(output)
  oscillator.addEventListener('ended', () => volume.disconnect())
  oscillator.start(at)
  oscillator.stop(at + length)
  return oscillator
}

/** The loudspeaker of the browser, by Web Audio: a tone made here, for which nothing is loaded. */
export function webSpeaker(): Speaker {
  if (typeof AudioContext === 'undefined') return noSpeaker
  const context = new AudioContext()
  let sounding: readonly OscillatorNode[] = []
  // Refused without a gesture: then `state` says so.
  const unlock = () => void context.resume().catch(() => undefined)
  const stop = () => {
    for (const each of sounding) each.stop()
    sounding = []
  }
  unlock()
  return {
    state: () => (context.state === 'running' ? 'ready' : 'blocked'),
    subscribe: (listener) => {
      context.addEventListener('statechange', listener)
      return () => context.removeEventListener('statechange', listener)
    },
    unlock,
    play: () => {
      // Notes for a clock that stands would all sound at once when it goes again.
      if (context.state !== 'running') return
      stop()
      sounding = notes.map(({ at, hertz }) => note(context, context.destination, hertz, context.currentTime + at))
    },
    stop,
    close: () => {
      stop()
      void context.close().catch(() => undefined)
    },
  }
}

/** How the wall comes by a loudspeaker: tests hand in one that can be listened to. */
export const SpeakerContext = createContext<() => Speaker>(webSpeaker)
