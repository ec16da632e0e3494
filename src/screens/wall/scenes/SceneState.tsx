import { useEffect, useEffectEvent } from 'react'
import { useNow } from '../../../data'
import type { SceneName } from '../../../domain/wall/scenes'
import type { Scenes } from '../useScenes'

/** What each scene is called. */
export const sceneTitles: Readonly<Record<SceneName, string>> = {
  board: 'Incidents',
  lanes: 'Last 24 hours',
  planned: 'Planned',
  weeks: 'Weeks',
}

function Countdown({ due, turn }: { readonly due: NonNullable<Scenes['due']>; readonly turn: Scenes['turn'] }) {
  const now = useNow(1)
  const look = useEffectEvent(() => turn(now))
  useEffect(() => {
    if (now >= due) look()
  }, [now, due])
  return <span className="num">next in {Math.max(0, Math.ceil((due - now) / 1000))} s</span>
}

/** Which scene is shown and when the next comes, or what holds it. Nothing where there is only one. */
export function SceneState({ scenes: { scene, several, burning, turns, due, turn } }: { readonly scenes: Scenes }) {
  if (!several) return null
  return (
    <span>
      {sceneTitles[scene]}
      {turns && ' · '}
      {due !== undefined && <Countdown due={due} turn={turn} />}
      {turns && due === undefined && (burning ? 'held: a SEV1 is open' : 'held: a key was pressed')}
    </span>
  )
}
