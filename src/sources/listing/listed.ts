import type * as v from 'valibot'
import { type Facet, facetNames, type Records } from '../../domain/query/facets'
import type { Id, Instant } from '../../domain/units'
import type { Backend } from './backend'
import type { Opening } from '../catalogue'
import { type Call, type Caveat, type CommandTaker, contractVersion, type SetAside, type Source } from '../contract'
import type { Gatherable } from '../engine/gatherer'
import { type GatherOptions, gathered } from '../engine/gathered'
import type { RemoteEngine } from '../engine/remote'
import { type Histories, withHistories } from './histories'
import { parsed } from './parsed'

/** A page as the backend words it. */
export interface WirePage {
  readonly items: readonly unknown[]
  /** Where the next page begins; absent on the last one. */
  readonly cursor?: string
  readonly total?: number
  readonly caveats?: readonly Caveat[]
}

/** How one facet is read from a backend that can only list. */
export interface Listing<F extends Facet, S extends v.GenericSchema = v.GenericSchema> {
  /** What one item must look like. An item that does not fit is set aside with the reason. */
  readonly schema: S
  /** One page of all there is, from the cursor on. */
  readonly page: (cursor: string | undefined, call: Call) => Promise<WirePage>
  /** The same of what changed at or after a moment, where the backend can tell. */
  readonly changes?: (since: Instant, cursor: string | undefined, call: Call) => Promise<WirePage>
  /** One item by our id, fresh, or undefined where there is none. Absent: looked for among all pages. */
  readonly one?: (id: Id, call: Call) => Promise<unknown>
  /** Calls back when the backend says that something changed, where it tells. Returns the way to stop. */
  readonly watch?: (changed: () => void) => () => void
  /** The records an item tells: usually one; none where it is of no concern. Throws `Unreadable`. */
  readonly map: (item: v.InferOutput<S>) => readonly Records[F][]
  /** What an item is called while it cannot be read. */
  readonly nameOf?: (item: unknown) => string | undefined
  /** Where the items come from, for people. */
  readonly place: string
}

/** The facets of a backend. `listing` keeps each one's types together. */
export type Listings = { readonly [F in Facet]?: AnyListing<F> }

/** A listing whose schema only it knows. */
export interface AnyListing<F extends Facet> extends Pick<Listing<F>, 'page' | 'changes' | 'one' | 'watch' | 'place'> {
  readonly read: (item: unknown, position: number) => { readonly records: readonly Records[F][] } | SetAside
}

const idOf = (item: unknown): string | undefined => {
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined
  return typeof item.id === 'string' || typeof item.id === 'number' ? String(item.id) : undefined
}

/** A facet's listing, with its schema and mapper closed in. */
export function listing<F extends Facet, S extends v.GenericSchema>(facet: F, told: Listing<F, S>): AnyListing<F> {
  const { schema, map, nameOf = idOf, ...rest } = told
  return {
    ...rest,
    read: (item, position) => {
      const verdict = parsed(schema, item, map)
      if ('value' in verdict) return { records: verdict.value }
      const record = nameOf(item) ?? `number ${position + 1} of its page`
      return { facet, record, place: told.place, reason: verdict.reason }
    },
  }
}

/** What is needed to make a source of listings. */
export interface ListedSource {
  readonly opening: Opening
  /** What the backend is called where the configuration does not say. */
  readonly title: string
  readonly backend: Backend
  readonly listings: Listings
  /** Timelines that have to be asked for incident by incident. */
  readonly histories?: Histories
  readonly commands?: CommandTaker
  /** Milliseconds until what was gathered is asked for again; half a minute. */
  readonly renewAfter?: number
  readonly close?: () => void
}

/** Reads one facet page by page, and keeps what cannot be read. */
function readerOfListing<F extends Facet>(
  facet: F,
  { page, changes, one, watch, read }: AnyListing<F>,
  backend: Backend,
  aside: Map<string, SetAside>,
): Gatherable<Records[F], object> {
  const records = ({ items, caveats, ...rest }: WirePage) => {
    const found = items.flatMap((item, position): readonly Records[F][] => {
      const told = read(item, position)
      if ('records' in told) return told.records
      aside.set(`${facet} ${told.record}`, told)
      return []
    })
    const unread = [...aside.values()].filter((each) => each.facet === facet).length
    const text = `${unread} of the ${facet} of this source could not be read: Sources lists them`
    return {
      items: found,
      asOf: backend.present(),
      // Said once, on the last page, when all are known.
      caveats: [
        ...(caveats ?? []),
        ...(unread > 0 && rest.cursor === undefined ? [{ kind: 'set-aside' as const, text, count: unread }] : []),
      ],
      ...(rest.cursor !== undefined && { cursor: rest.cursor }),
      // What could not be read is not among ours.
      ...(rest.total !== undefined && unread === 0 && { total: rest.total }),
    }
  }
  const forget = () => {
    for (const [key, each] of aside) if (each.facet === facet) aside.delete(key)
  }
  const found = async (id: Id, call: Call): Promise<unknown> => {
    let cursor: string | undefined
    do {
      const next = await page(cursor, call)
      const item = next.items.find((each, position) => {
        const told = read(each, position)
        return 'records' in told && told.records.some((record) => record.id === id)
      })
      if (item !== undefined) return item
      cursor = next.cursor
    } while (cursor !== undefined)
    return undefined
  }
  return {
    list: async (_query, { cursor }, call) => {
      if (cursor === undefined) forget()
      return records(await page(cursor, call))
    },
    ...(changes && { changes: async (since, { cursor }, call) => records(await changes(since, cursor, call)) }),
    ...(watch && { watch }),
    get: async (id, call) => {
      const item = await (one ?? found)(id, call)
      if (item === undefined) return undefined
      const told = read(item, 0)
      return 'records' in told ? told.records.find((record) => record.id === id) : undefined
    },
  }
}

/**
 * A source over a backend that can only list: every query, order, text and summary is answered by the engine, which
 * gathers each facet when it is first asked for and asks again for what changed.
 */
export function openListed(told: ListedSource, engine: RemoteEngine, options?: Partial<GatherOptions>): Source {
  const { opening, backend, listings, histories, commands } = told
  const aside = new Map<string, SetAside>()
  const readers = Object.fromEntries(
    facetNames.flatMap((facet) => {
      const each: AnyListing<Facet> | undefined = listings[facet]
      return each ? [[facet, readerOfListing(facet, each, backend, aside)]] : []
    }),
  )
  const beneath: Source = {
    contract: contractVersion,
    id: opening.id,
    title: opening.title || told.title,
    readers,
    ...(commands && { commands }),
    clockOffset: () => backend.clockOffset(),
    setAside: () => Promise.resolve([...aside.values()]),
    close: () => told.close?.(),
  }
  const whole = gathered(beneath, engine, { now: opening.now, renewAfter: told.renewAfter ?? 30_000, ...options })
  return histories ? withHistories(whole, histories, engine, { now: opening.now, backend }) : whole
}
