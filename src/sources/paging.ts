import type { Facet, Queries, Records } from '../domain/query/facets'
import type { Instant } from '../domain/units'
import { type Call, type Caveat, type Page, type Question, type Reader, type Source, SourceError } from './contract'

/**
 * The reader of a facet. TypeScript cannot relate `Readers[F]` to `Reader<Records[F], …>` for a generic F;
 * the mapped type `Readers` guarantees it for each F.
 */
export const readerOf = <F extends Facet>(
  source: Source,
  facet: F,
): Reader<Records[F], Queries[F], Question<F>> | undefined =>
  source.readers[facet] as Reader<Records[F], Queries[F], Question<F>> | undefined

/** The parts of a query that limit, in one order: two queries that mean the same have the same text. */
export function canonical(facet: Facet, query: object): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
  return `${facet} ${JSON.stringify(parts)}`
}

/** FNV-1a over code units, 32 bits, from the given basis (http://www.isthe.com/chongo/tech/comp/fnv/). */
function fnv1a(text: string, basis: number): number {
  let hash = basis
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/**
 * A short text that stands for what a cursor belongs to. 64 bits: that two questions of one session share it by chance
 * is out of the question; it guards against mistakes, not against attack.
 */
export const markOf = (text: string): string =>
  fnv1a(text, 0x811c9dc5).toString(36) + fnv1a(text, 0x2b1ff1e5).toString(36)

/** A cursor that continues at `offset` of the answer with that mark. */
export const cursorAt = (mark: string, offset: number): string => `${mark}.${offset.toString(36)}`

/**
 * Where a page begins. A cursor that was not made for this answer, or for an answer that has changed since, throws the
 * fault `bad-response`: going on would lose or double records.
 */
export function offsetOf(cursor: string | undefined, mark: string, total: number, source: string): number {
  if (cursor === undefined) return 0
  const [, of, at] = /^([0-9a-z]+)\.([0-9a-z]+)$/.exec(cursor) ?? []
  const offset = Number.parseInt(at ?? '', 36)
  if (of === mark && offset > 0 && offset < total) return offset
  throw new SourceError(
    'bad-response',
    source,
    of === undefined || Number.isNaN(offset)
      ? `The cursor "${cursor.slice(0, 40)}" is not one of ours: begin at the first page`
      : 'The cursor is of another query, or records changed since: begin at the first page',
  )
}

/** Rejects with the fault `aborted` when the call was, or is before `work` settles. Other faults pass through. */
export async function unlessAborted<T>(
  call: Call,
  source: string,
  what: string,
  work: () => T | Promise<T>,
): Promise<T> {
  const { signal } = call
  const aborted = () => new SourceError('aborted', source, `${what} was no longer wanted`, { cause: signal.reason })
  if (signal.aborted) throw aborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(aborted())
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    const value = await Promise.race([promise, Promise.resolve().then(work)])
    if (signal.aborted) throw aborted()
    return value
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/** All of a reader's records, and what its pages said about them. */
export interface Whole<R> {
  readonly items: readonly R[]
  /** The oldest page: the whole is no fresher than that. */
  readonly asOf: Instant
  readonly caveats: readonly Caveat[]
}

/** Page after page, to the end. A cursor that leads back to itself throws `bad-response` instead of going round for ever. */
export async function* pagesOf<R, Q>(
  reader: Pick<Reader<R, Q>, 'list'>,
  query: Q,
  { limit, source }: { readonly limit: number; readonly source: string },
  call: Call,
): AsyncGenerator<Page<R>> {
  const seen = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await reader.list(query, { limit, ...(cursor !== undefined && { cursor }) }, call)
    yield page
    cursor = page.cursor
    if (cursor !== undefined && seen.has(cursor))
      throw new SourceError('bad-response', source, `Paging came back to the cursor "${cursor.slice(0, 40)}"`)
    if (cursor !== undefined) seen.add(cursor)
  } while (cursor !== undefined)
}

/** One of each caveat, as pages repeat them. */
export const distinctCaveats = (caveats: readonly Caveat[]): readonly Caveat[] => [
  ...new Map(caveats.map((each) => [`${each.kind} ${each.text}`, each])).values(),
]

/** Every record that matches, however many pages that takes. */
export async function listAll<R, Q>(
  reader: Reader<R, Q>,
  query: Q,
  options: { readonly limit: number; readonly source: string },
  call: Call,
): Promise<Whole<R>> {
  const items: R[] = []
  const caveats: Caveat[] = []
  let asOf: Instant | undefined
  for await (const page of pagesOf(reader, query, options, call)) {
    items.push(...page.items)
    caveats.push(...page.caveats)
    if (asOf === undefined || page.asOf < asOf) asOf = page.asOf
  }
  if (asOf === undefined) throw new SourceError('bad-response', options.source, 'Not a single page came')
  return { items, asOf, caveats: distinctCaveats(caveats) }
}
