import type { CSSProperties } from 'react'
import { useNow } from '../../data'
import { driftAt } from '../../domain/wall/drift'

const still = { x: 0, y: 0 }

/** Where the picture stands against burn-in, for the style sheet: it moves space from one edge to the other, so nothing is cut. */
export function useDrift(wanted: boolean): CSSProperties {
  const now = useNow(60)
  const { x, y } = wanted ? driftAt(now) : still
  return { '--drift-x': x, '--drift-y': y } as CSSProperties
}
