import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { type Command, targetOf } from '../domain/command'
import type { Facet } from '../domain/query/facets'
import type { Id } from '../domain/units'
import { type Source, SourceError } from '../sources/contract'
import { readerOf } from '../sources/paging'
import { asError } from './ask'

/** An answer as it stands in the cache: of a list, or of one record. */
export interface Cached {
  readonly items: readonly { readonly id: Id }[]
  readonly total?: number
}

export const isCached = (data: unknown): data is Cached =>
  typeof data === 'object' && data !== null && 'items' in data && Array.isArray(data.items)

/** The keys of lists and records are [source, facet, shape, query]. */
export const isOf = (key: QueryKey, facet: Facet): boolean => key[1] === facet

/** More claims than this about one activity are not looked through. */
const manyClaims = 1_000

/** Whether the source declares what the command would take away: of several that tell an activity, only some may. */
async function declares(source: Source, command: Command, signal: AbortSignal): Promise<boolean> {
  if (command.kind !== 'request-change') return true
  const taken = command.steps.filter(({ op }) => op === 'take')
  const reader = readerOf(source, 'assignments')
  if (taken.length === 0 || !reader) return true
  const { items } = await reader.list({ activities: [command.activity] }, { limit: manyClaims }, { signal })
  return taken.every(({ role, party }) =>
    items.some((each) => each.claim === 'declared' && each.role === role && each.party === party),
  )
}

/**
 * The first source, in order of belief, that takes the command and has the record; of several that tell an activity,
 * the first that declares what is to be taken away. One that cannot be asked does not stand in the way of the next; its
 * error is told when none takes it.
 */
export async function taker(sources: readonly Source[], command: Command): Promise<Source> {
  const target = targetOf(command)
  const { signal } = new AbortController()
  let failed: SourceError | undefined
  let second: Source | undefined
  for (const source of sources) {
    if (!source.commands?.takes.includes(command.kind)) continue
    // What belongs to no record is kept by whoever is believed first.
    if (!target) return source
    try {
      if ((await readerOf(source, target.facet)?.get(target.id, { signal })) === undefined) continue
      if (await declares(source, command, signal)) return source
      second ??= source
    } catch (cause) {
      failed ??= asError(cause, source.id)
    }
  }
  if (second) return second
  const who = target ? `No source that has ${target.id}` : 'No source'
  throw failed ?? new SourceError('unsupported', sources[0]?.id ?? '', `${who} takes ${command.kind}`)
}

/** The versions of one record, by the source that tells it. */
export type Seen = ReadonlyMap<unknown, string | undefined>

/** The versions of the record that a command concerns, as the answers in the cache have them. */
export function seenVersions(client: QueryClient, command: Command): Seen {
  const target = targetOf(command)
  const seen = new Map<unknown, string | undefined>()
  if (!target) return seen
  for (const [key, data] of client.getQueriesData({ predicate: ({ queryKey }) => isOf(queryKey, target.facet) })) {
    const found = isCached(data) ? data.items.find(({ id }) => id === target.id) : undefined
    if (found) seen.set(key[0], 'version' in found && typeof found.version === 'string' ? found.version : undefined)
  }
  return seen
}

/**
 * The version to send to a source. A person sees one record of many sources, with the version of the first that has one:
 * that says nothing to another source, which is told its own version of the same moment. A version that is no longer
 * the one on screen is sent as it is, so that the source can refuse it.
 */
export function versionFor(
  source: Source,
  sources: readonly Source[],
  seen: Seen,
  version: string | undefined,
): string | undefined {
  const believed = sources.map(({ id }) => seen.get(id)).find((each) => each !== undefined)
  return version !== undefined && version === believed ? seen.get(source.id) : version
}
