import type { ComponentType } from 'react'
import type { IconName } from '../ui'
import type { ViewName } from './paths'

interface ScreenModule {
  readonly default: ComponentType
}

/** Every folder of `screens` that is a screen. Each is loaded when it is first opened. */
const screens = import.meta.glob<ScreenModule>('../screens/*/index.tsx')

export interface Place {
  readonly view: ViewName
  readonly label: string
  readonly icon: IconName
  /** Pressed after `g`. */
  readonly key: string
  /** Stands in the rail; the others are reached from where they belong. */
  readonly inRail?: boolean
  /** It has the whole window: no rail, no bar. */
  readonly bare?: true
  readonly load: () => Promise<ScreenModule>
}

const known: readonly Omit<Place, 'load'>[] = [
  { view: 'ownership', label: 'Ownership', icon: 'matrix', key: 'o', inRail: true },
  { view: 'incidents', label: 'Incidents', icon: 'pulse', key: 'i', inRail: true },
  { view: 'trends', label: 'Trends', icon: 'trend', key: 't', inRail: true },
  { view: 'problems', label: 'Problems', icon: 'flag', key: 'p' },
  { view: 'reviews', label: 'Reviews and requests', icon: 'flag', key: 'r' },
  { view: 'parties', label: 'Teams and people', icon: 'person', key: 'm' },
  { view: 'transfer', label: 'Plan a transfer', icon: 'matrix', key: 'x' },
  { view: 'wall', label: 'Wall', icon: 'screen', key: 'w', inRail: true, bare: true },
  { view: 'sources', label: 'Sources', icon: 'data', key: 's', inRail: true },
]

/** The views there are, in the order of the rail. The first is the one that opens first. */
export const places: readonly Place[] = known.flatMap((place) => {
  const load = screens[`../screens/${place.view}/index.tsx`]
  return load ? [{ ...place, load }] : []
})

/** The view at a path inside the app; at its root the first one. */
export function placeAt(path: string): Place | undefined {
  const name = path.replaceAll(/^\/+|\/+$/g, '').toLowerCase()
  return name === '' ? places[0] : places.find(({ view }) => view === name)
}
