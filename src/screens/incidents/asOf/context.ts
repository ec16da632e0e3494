import { createContext, useContext, useMemo } from 'react'
import { incidentAsOf, knownBy } from '../../../domain/asOf'
import type { OpsEvent } from '../../../domain/event'
import type { Incident } from '../../../domain/incident'
import type { TimelineEntry } from '../../../domain/timeline'
import type { Instant } from '../../../domain/units'

const AsOfContext = createContext<Instant | undefined>(undefined)
export const AsOfProvider = AsOfContext.Provider

/** The moment that the screen shows, where that is not the present. */
export const useAsOf = (): Instant | undefined => useContext(AsOfContext)

/** The entries that could be read at the moment that is shown: all of them at present. */
export function useKnown(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const at = useAsOf()
  return useMemo(() => (at === undefined ? entries : entries.filter((entry) => knownBy(entry, at))), [entries, at])
}

/** The events that had happened at the moment that is shown, and those that were planned. */
export function useHappened(events: readonly OpsEvent[]): readonly OpsEvent[] {
  const at = useAsOf()
  return useMemo(
    () => (at === undefined ? events : events.filter((event) => event.at <= at || event.planned)),
    [events, at],
  )
}

/** Incidents beside the one that is shown: told by their clocks as far as the moment that is shown. */
export function useWere(incidents: readonly Incident[]): readonly Incident[] {
  const at = useAsOf()
  return useMemo(
    () => (at === undefined ? incidents : incidents.flatMap((each) => incidentAsOf(each, [], at) ?? [])),
    [incidents, at],
  )
}
