import { duration, type Duration } from '../../domain/units'
import { type Hours, hoursForm, readHours } from '../../domain/wall/hours'
import { isScene, type SceneName, sceneNames } from '../../domain/wall/scenes'
import { repeatUsual } from '../../domain/wall/sound'

/** What the address wishes of sound, scenes and the panel itself. */
export interface Wishes {
  readonly sound: boolean
  /** When nothing is to be heard, every day. */
  readonly quiet?: Hours
  /** After how long it sounds again for what nobody acknowledged. */
  readonly repeat: Duration
  /** Never empty. */
  readonly scenes: readonly SceneName[]
  /** How long each scene is shown; absent where they do not turn by themselves. */
  readonly rotate?: Duration
  /** When the picture is dimmed, every day. */
  readonly night?: Hours
  /** Moves a little against burn-in. */
  readonly drift: boolean
}

/** The keys of the address that are read here. */
export const wishKeys = 'sound quiet repeat scene rotate night drift'.split(' ')

const units: Readonly<Record<string, number>> = { '': 1_000, s: 1_000, m: 60_000, h: 3_600_000 }

/** A length such as `45`, `45s`, `2m`; a plain number is seconds. Undefined for anything else. */
export function lengthOf(text: string): Duration | undefined {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(s|m|h|)$/.exec(text.trim()) ?? []
  return number === undefined ? undefined : duration(Number(number) * (units[unit ?? ''] ?? 1_000))
}

/** What reads the address tells of a part that means nothing. */
export interface Reading {
  readonly query: URLSearchParams
  readonly tell: (key: string, because: string) => void
  readonly flag: (key: string) => boolean
}

/** A length between two others. What is none, or too short or long, is told by `form`. */
export function lengthBetween(
  { query, tell }: Reading,
  key: string,
  [least, most]: readonly [number, number],
  form: string,
): Duration | undefined {
  const text = query.get(key)
  if (text === null) return undefined
  const found = lengthOf(text)
  if (found !== undefined && found >= least && found <= most) return found
  tell(key, form)
  return undefined
}

function hours({ query, tell }: Reading, key: string): Hours | undefined {
  const text = query.get(key)
  if (text === null) return undefined
  const found = readHours(text)
  if (!found) tell(key, hoursForm)
  return found
}

function scenesOf({ query, tell }: Reading): readonly SceneName[] {
  const named = (query.get('scene') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  if (named.some((name) => !isScene(name))) tell('scene', `of ${sceneNames.join(', ')}`)
  const known = [...new Set(named)].filter(isScene)
  return known.length === 0 ? ['board'] : known
}

/** Reads them. Whatever means nothing, or nothing without another part, is told. */
export function readWishes(reading: Reading): Wishes {
  const { query, tell, flag } = reading
  const sound = flag('sound')
  const quiet = hours(reading, 'quiet')
  const repeat = lengthBetween(reading, 'repeat', [15_000, 3_600_000], '15s to 1h, such as 2m')
  for (const key of ['quiet', 'repeat']) if (query.has(key) && !sound) tell(key, 'needs sound=1')
  const scenes = scenesOf(reading)
  const rotate = lengthBetween(reading, 'rotate', [5_000, 3_600_000], '5s to 1h, such as 30s')
  if (rotate !== undefined && scenes.length < 2) tell('rotate', 'needs two scenes, such as scene=board,lanes')
  const night = hours(reading, 'night')
  // It drifts unless told not to, and a word that means nothing does not tell it.
  const stands = !flag('drift') && /^(0|false|no|off)$/i.test(query.get('drift') ?? '')
  return {
    sound,
    repeat: repeat ?? repeatUsual,
    scenes,
    drift: !stands,
    ...(quiet && { quiet }),
    ...(rotate !== undefined && scenes.length > 1 && { rotate }),
    ...(night && { night }),
  }
}
