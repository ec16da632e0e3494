import { duration, type Duration, type Id, type Instant, instant, minute } from '../units'

/** What the wall can show. `board`: what burns. */
export const sceneNames = ['board', 'lanes', 'planned', 'weeks'] as const
export type SceneName = (typeof sceneNames)[number]
export const isScene = (name: string): name is SceneName => sceneNames.some((each) => each === name)

/** Which scene is shown, and what has to be remembered for the next turn. */
export interface Turning {
  readonly scene: SceneName
  /** When it came, or when what held it was over. */
  readonly since: Instant
  /** SEV1s that were open at the last look. */
  readonly burning: readonly Id[]
}

/** What decides about the next turn. */
export interface Facts {
  readonly now: Instant
  /** In the order of the address; never empty. The first is the one that is shown when nobody wants another. */
  readonly scenes: readonly SceneName[]
  /** Time for one scene; absent where they do not turn by themselves. */
  readonly every?: Duration
  /** The open SEV1s. */
  readonly burning: readonly Id[]
  /** When a hand last did something here. */
  readonly touched?: Instant
}

/** For so long after the last key, nothing turns by itself. */
export const handFor = duration(minute)

const isHeld = ({ touched, now }: Facts): boolean => touched !== undefined && now - touched < handFor

const firstOf = ({ scenes }: Facts): SceneName => scenes[0] ?? 'board'

/** By hand: the scene after, or with -1 before, the one that is shown. */
export function turnedBy(turning: Turning, facts: Facts, by: 1 | -1): Turning {
  const { scenes, now } = facts
  const at = scenes.indexOf(turning.scene)
  const from = at < 0 && by < 0 ? 0 : at
  return { ...turning, scene: scenes[(from + by + scenes.length) % scenes.length] ?? 'board', since: now }
}

/** When the next turn comes; undefined while something holds the scene, or nothing ever turns. */
export function nextTurn({ since }: Turning, facts: Facts): Instant | undefined {
  const { every, burning, scenes, touched } = facts
  if (every === undefined || scenes.length < 2 || burning.length > 0 || isHeld(facts)) return undefined
  const from = touched === undefined ? since : Math.max(since, touched + handFor)
  return instant(from + every)
}

/**
 * The scene after one more look. Several scenes give way to the board at once when a SEV1 opens, and stay there as long
 * as one is open; only a hand may look at another for a while. One single scene is what was asked for: it stays. The
 * same object as long as nothing changes.
 */
export function turned(turning: Turning, facts: Facts): Turning {
  const { now, scenes, every, burning } = facts
  const arrived = burning.some((id) => !turning.burning.includes(id))
  const over = turning.burning.length > 0 && burning.length === 0
  const same = !arrived && burning.length === turning.burning.length
  const kept: Turning = same ? turning : { ...turning, burning, ...(over && { since: now }) }
  const to = (scene: SceneName): Turning => (scene === kept.scene ? kept : { ...kept, scene, since: now })
  if (scenes.length < 2) return to(firstOf(facts))
  if (arrived) return to('board')
  if (isHeld(facts)) return kept
  if (burning.length > 0) return to('board')
  if (every === undefined) return to(firstOf(facts))
  const due = nextTurn(kept, facts)
  return due !== undefined && now >= due ? turnedBy(kept, facts, 1) : kept
}
