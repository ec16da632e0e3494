import type { Facet, Records } from '../../domain/query/facets'
import type { Instant } from '../../domain/units'

type Moments = { readonly [F in Facet]?: (record: Records[F]) => readonly (Instant | undefined)[] }

/** The moments of a record that had passed when it was written down. Plans and due dates may lie ahead and say nothing. */
const momentsOf: Moments = {
  incidents: ({ opened, clocks }) => [opened, ...Object.values(clocks)],
  timeline: ({ at, recordedAt }) => [at, recordedAt],
  events: ({ at, planned }) => (planned ? [] : [at]),
  problems: ({ opened, fixes }) => [opened, ...fixes.map((fix) => fix.at)],
  improvements: ({ created, doneAt }) => [created, doneAt],
  requests: ({ proposedAt, decidedAt }) => [proposedAt, decidedAt],
}

/**
 * The newest moment that records tell of and that is not after `now`: a log is true up to there, however new the file
 * is that holds it. Undefined where they tell of none.
 */
export function newestMoment<F extends Facet>(
  facet: F,
  records: readonly Records[F][],
  now: Instant,
): Instant | undefined {
  const read = momentsOf[facet]
  if (!read) return undefined
  let newest: Instant | undefined
  for (const record of records)
    for (const at of read(record))
      if (at !== undefined && at <= now && (newest === undefined || at > newest)) newest = at
  return newest
}
