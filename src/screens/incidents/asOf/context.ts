import { createContext, useContext } from 'react'
import { knownBy } from '../../../domain/asOf'
import type { TimelineEntry } from '../../../domain/timeline'
import type { Instant } from '../../../domain/units'
import { useMemo } from 'react'

const AsOfContext = createContext<Instant | undefined>(undefined)
export const AsOfProvider = AsOfContext.Provider

/** The moment that the screen shows, where that is not the present. */
export const useAsOf = (): Instant | undefined => useContext(AsOfContext)

/** The entries that could be read at the moment that is shown: all of them at present. */
export function useKnown(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const at = useAsOf()
  return useMemo(() => (at === undefined ? entries : entries.filter((entry) => knownBy(entry, at))), [entries, at])
}
