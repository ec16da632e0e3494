import type { Facet, Queries, Records } from '../domain/query/facets'
import { type TimelineQuery, timelineRules } from '../domain/query/timeline'
import type { TimelineEntry } from '../domain/timeline'
import type { Call, Reader } from '../sources/contract'
import { distinctCaveats } from '../sources/paging'
import { gather, type Gathered } from './ask'

/** So many ids fit into the address of a request, whatever server reads it. */
export const mostIds = 200

/** Entries of many incidents, asked for in turns; in the order of one answer. The whole is as old as its oldest part. */
export async function gatherEntries(
  reader: Reader<TimelineEntry, TimelineQuery>,
  query: TimelineQuery,
  limit: number,
  call: Call,
): Promise<Gathered<TimelineEntry>> {
  const ids = query.incidents ?? []
  if (ids.length <= mostIds) return gather<'timeline'>(reader, query, limit, call)
  const parts: Gathered<TimelineEntry>[] = []
  let left = limit
  for (let at = 0; at < ids.length && left > 0; at += mostIds) {
    const part = await gather<'timeline'>(reader, { ...query, incidents: ids.slice(at, at + mostIds) }, left, call)
    parts.push(part)
    left -= part.items.length
  }
  const items = parts.flatMap((part) => part.items).toSorted(timelineRules.comparer(query))
  const complete = parts.length * mostIds >= ids.length && parts.every((part) => part.complete)
  return {
    items,
    complete,
    asOf: parts.map(({ asOf }) => asOf).reduce((oldest, each) => (each < oldest ? each : oldest)),
    caveats: distinctCaveats(parts.flatMap(({ caveats }) => caveats)),
    ...(complete && { total: items.length }),
  }
}

/**
 * Reads a window of a source: `gather`, but for entries of more incidents than one request can name. The casts hold
 * because the facet `timeline` has the reader, the query and the records of entries.
 */
export const gatherWindow = <F extends Facet>(
  facet: F,
  reader: Reader<Records[F], Queries[F]>,
  query: Queries[F],
  limit: number,
  call: Call,
): Promise<Gathered<Records[F]>> =>
  facet === 'timeline'
    ? (gatherEntries(
        reader as unknown as Reader<TimelineEntry, TimelineQuery>,
        query as TimelineQuery,
        limit,
        call,
      ) as unknown as Promise<Gathered<Records[F]>>)
    : gather(reader, query, limit, call)
