import type { Facet, Queries, Records } from '../../domain/query/facets'
import type { Call, Caveat, Page, PageRequest, Reader, SetAside } from '../contract'
import { SourceError } from '../contract'
import { canonical, markOf } from '../paging'
import { readRecord } from '../rest/record'
import { type Parameters, parametersOfQuery } from './parameters'
import { type QueryName, queries } from './queries'
import type { Transport } from './transport'

/** Most records of a page: what is more goes into the next. */
const longest = 1000

/** Records that could not be read when they were last read, by facet and id. */
export type Aside = Map<string, SetAside>

/** The question that lists a facet in the order of the query. */
const listing = <F extends Facet>(facet: F, query: Queries[F]): QueryName => {
  if (facet !== 'incidents') return facet as Exclude<Facet, 'incidents'>
  return `incidents-${'order' in query && query.order ? query.order : 'newest'}`
}

/** How many columns the order of a question has. */
const keysOf = (name: QueryName): number => new Set(queries[name].match(/\{after\d+:/g)).size

const jsonOf = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

/** Parameters that say where a page begins: the last place of the page before. */
function placed(cursor: string | undefined, mark: string, keys: number, source: string): Parameters {
  const none = Array.from({ length: keys }, () => '0')
  if (cursor === undefined) return { paged: false, ...Object.fromEntries(none.map((each, at) => [`after${at}`, each])) }
  const place = cursor.startsWith(`${mark}.`) ? jsonOf(cursor.slice(mark.length + 1)) : undefined
  if (!Array.isArray(place) || place.length !== keys)
    throw new SourceError('bad-response', source, 'The cursor belongs to another query: begin at the first page')
  return { paged: true, ...Object.fromEntries(place.map((each, at) => [`after${at}`, String(each)])) }
}

/** Reads one facet: each page is one question, which begins where the page before ended. */
export function createReader<F extends Facet>(
  facet: F,
  source: string,
  transport: Transport,
  aside: Aside,
): Reader<Records[F], Queries[F]> {
  /** The record of a row, noted where it cannot be read. */
  function recordOf(row: readonly unknown[]): Records[F] | undefined {
    const value = jsonOf(row[0])
    const read = value === undefined ? { reason: 'It is no JSON.' } : readRecord(facet, value)
    const id = String(row.at(-1))
    if ('record' in read) {
      aside.delete(`${facet} ${id}`)
      return read.record
    }
    aside.set(`${facet} ${id}`, { facet, record: id, place: `table ${facet}, column record`, reason: read.reason })
    return undefined
  }

  async function list(query: Queries[F], { limit, cursor }: PageRequest, call: Call): Promise<Page<Records[F]>> {
    const name = listing(facet, query)
    const mark = markOf(canonical(facet, query))
    const most = Math.min(limit, longest)
    const page = placed(cursor, mark, keysOf(name), source)
    // One more than wanted tells whether there is another page.
    const asked = { ...parametersOfQuery[facet](query, source), ...page, limit: most + 1 }
    const { rows, asOf } = await transport.ask(name, asked, call)
    const told = rows.slice(0, most)
    const records = told.map(recordOf)
    const items = records.filter((record) => record !== undefined)
    const count = told.length - items.length
    const caveats: readonly Caveat[] =
      count > 0 ? [{ kind: 'set-aside', text: `${count} of these ${facet} could not be read`, count }] : []
    const last = rows.length > most ? told.at(-1) : undefined
    return { items, asOf, caveats, ...(last && { cursor: `${mark}.${JSON.stringify(last.slice(1))}` }) }
  }

  async function get(id: string, call: Call): Promise<Records[F] | undefined> {
    const name = listing(facet, {})
    const asked = {
      ...parametersOfQuery[facet]({}, source),
      ...placed(undefined, '', keysOf(name), source),
      ids: [id],
      limit: 1,
    }
    const { rows } = await transport.ask(name, asked, call)
    const [row] = rows
    if (!row) return undefined
    const record = recordOf(row)
    if (record) return record
    throw new SourceError('bad-response', source, `${id} cannot be read: ${aside.get(`${facet} ${id}`)?.reason ?? ''}`)
  }

  return { list, get }
}
