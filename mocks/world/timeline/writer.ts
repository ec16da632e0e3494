import type { Incident } from '../../../src/domain/incident'
import type { TimelineEntry } from '../../../src/domain/timeline'
import type { Instant } from '../../../src/domain/units'

export type Words = Pick<TimelineEntry, 'kind'> & Omit<Partial<TimelineEntry>, 'id' | 'incident' | 'at' | 'sequence'>

/** Writes one incident's entries, numbered in the order in which they were written down. */
export function writer(incident: Incident, into: TimelineEntry[]): (at: Instant, words: Words) => void {
  let sequence = 0
  return (at, words) => {
    sequence += 1
    into.push({ id: `${incident.id}/${sequence}`, incident: incident.id, at, sequence, recordedAt: at, ...words })
  }
}
