import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useNow } from '../../data'
import type { Incident } from '../../domain/incident'
import type { Instant } from '../../domain/units'
import { type Facts, nextTurn, turned, turnedBy, type Turning } from '../../domain/wall/scenes'
import { useKeys } from '../../ui'
import type { Wishes } from './wishes'

/** When a key was last pressed or something clicked, to a few seconds. */
function useHand(wanted: boolean, now: Instant) {
  const [touched, touch] = useState<Instant>()
  const feel = useEffectEvent(() => touch(now))
  useEffect(() => {
    if (!wanted) return undefined
    const any = () => feel()
    for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, any)
    return () => {
      for (const kind of ['keydown', 'pointerdown']) removeEventListener(kind, any)
    }
  }, [wanted])
  return [touched, touch] as const
}

/** Seconds between two looks; a turn that is due is made to the second, by the clock that tells it. */
const step = 5

/** Which scene is shown. Time goes by this display's clock: copies stand still, scenes do not. */
export function useScenes({ scenes, rotate }: Pick<Wishes, 'scenes' | 'rotate'>, open: readonly Incident[]) {
  const now = useNow(step)
  const several = scenes.length > 1
  const [touched, touch] = useHand(several, now)
  const burning = useMemo(() => open.flatMap(({ id, severity }) => (severity === 1 ? [id] : [])), [open])
  const facts: Facts = {
    now,
    scenes,
    burning,
    ...(rotate !== undefined && { every: rotate }),
    ...(touched !== undefined && { touched }),
  }
  const [turning, setTurning] = useState<Turning>({ scene: scenes[0] ?? 'board', since: now, burning: [] })
  // While drawing, so that not one picture of another scene is seen once a SEV1 is told.
  const current = turned(turning, facts)
  if (current !== turning) setTurning(current)
  const byHand = (by: 1 | -1) => {
    touch(now)
    setTurning(turnedBy(current, facts, by))
  }
  const arrows = several && (current.scene !== 'board' || open.length === 0)
  const next = { label: 'Next scene', run: () => byHand(1) }
  const before = { label: 'Scene before', run: () => byHand(-1) }
  useKeys('Scenes of the wall', [
    ...(several ? [{ keys: 'PageDown', ...next }] : []),
    ...(several ? [{ keys: 'PageUp', ...before }] : []),
    ...(arrows ? [{ keys: 'ArrowRight', ...next }] : []),
    ...(arrows ? [{ keys: 'ArrowLeft', ...before }] : []),
  ])
  return {
    scene: current.scene,
    several,
    burning: burning.length > 0,
    turns: rotate !== undefined,
    due: nextTurn(current, facts),
    turn: (at: Instant) => setTurning(turned(current, { ...facts, now: at })),
  }
}
export type Scenes = ReturnType<typeof useScenes>
