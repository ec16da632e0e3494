import { type Facet, facetRules, type Queries, type Records } from '../../domain/query/facets'
import {
  type Call,
  type Caveat,
  type Page,
  type PageRequest,
  type Reader,
  type SetAside,
  SourceError,
} from '../contract'
import { readJson } from '../http'
import type { Client } from './client'
import { type Offered, shared } from './offered'
import { parametersOf } from './question'
import { readRecord } from './record'
import { sifted } from './sift'

/** The most that a page may hold on this wire. */
const longest = 1000

/** The records of one facet that could not be read when they were last read. */
export interface Aside {
  /** All of them are told anew. */
  begin(facet: Facet): void
  add(record: SetAside): void
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : undefined

const nameOf = (value: unknown, position: number): string => idOf(value) ?? `number ${position + 1} of the page`

/** Reads one facet of one backend. */
export function createReader<F extends Facet>(
  facet: F,
  client: Client,
  aside: Aside,
  offered: Offered,
): Reader<Records[F], Queries[F]> {
  const { source, url } = client.address
  /** By id, or by what they say where they name none. */
  const unread = new Map<string, SetAside>()

  /** Notes what a page could not be read of. A record is good again once it is read, or gone from where it stood. */
  function note(place: string, read: readonly string[], failed: ReadonlyMap<string, SetAside>): void {
    if (unread.size === 0 && failed.size === 0) return
    for (const [key, each] of unread) if (each.place === place) unread.delete(key)
    for (const id of read) unread.delete(id)
    for (const [key, each] of failed) unread.set(key, each)
    aside.begin(facet)
    for (const each of unread.values()) aside.add(each)
  }

  async function asked(query: Queries[F], { limit, cursor }: PageRequest, call: Call) {
    const parameters = parametersOf(query)
    parameters.set('limit', String(Math.min(limit, longest)))
    if (cursor !== undefined) parameters.set('cursor', cursor)
    const path = `/v1/${facet}?${parameters.toString()}`
    const page = await client.read(path, 'Page', call)
    const items: Records[F][] = []
    const failed = new Map<string, SetAside>()
    page.items.forEach((value, position) => {
      const read = readRecord(facet, value)
      if ('record' in read) return void items.push(read.record)
      const record = nameOf(value, position)
      const key = idOf(value) ?? JSON.stringify(value)
      failed.set(key, { facet, record, place: url + path, reason: read.reason })
    })
    note(
      url + path,
      page.items.flatMap((value) => {
        const id = idOf(value)
        return id === undefined || failed.has(id) ? [] : [id]
      }),
      failed,
    )
    const caveats: Caveat[] = [...(page.caveats ?? [])]
    const count = failed.size
    if (count > 0) caveats.push({ kind: 'set-aside', text: `${count} of these ${facet} could not be read`, count })
    const answer: Page<Records[F]> = {
      items,
      asOf: client.moment(page.asOf),
      caveats,
      ...(page.cursor !== undefined && { cursor: page.cursor }),
      // The backend counts what could not be read: then its total is not ours.
      ...(page.total !== undefined && count === 0 && { total: page.total }),
    }
    return answer
  }

  /** Limits that the backend does not know are tested here. */
  async function list(query: Queries[F], page: PageRequest, call: Call): Promise<Page<Records[F]>> {
    const { theirs, ours } = shared(query, offered.limits)
    if (!ours) return asked(query, page, call)
    const passes: (record: Records[F]) => boolean = facetRules[facet].matcher(ours)
    const sifting = { source, facet, query, longest, passes }
    return sifted((part) => asked(theirs, part, call), sifting)(page)
  }

  async function get(id: string, call: Call): Promise<Records[F] | undefined> {
    // No address can hold these: they would name the list, or what stands above it.
    if (id === '' || id === '.' || id === '..') return undefined
    const path = `/v1/${facet}/${encodeURIComponent(id)}`
    const response = await client.request(path, call, { accept: [404] })
    if (response.status === 404) {
      await response.body?.cancel()
      return undefined
    }
    const read = readRecord(facet, await readJson(response, source, call))
    if ('record' in read) return read.record
    throw new SourceError('bad-response', source, `${id} cannot be read: ${read.reason}`)
  }

  return { list, get }
}
