import type { Facet, Queries, Records } from '../domain/query/facets'
import { facetOrders } from '../domain/query/orders'
import type { Instant } from '../domain/units'
import type { Caveat, SourceError } from './contract'

/** One source's part of an answer: what it last said, and what is wrong with it now. */
export interface Part<R> {
  readonly source: string
  readonly items: readonly R[]
  /** False while the source has more than it was asked for. */
  readonly complete: boolean
  readonly total?: number
  readonly asOf?: Instant
  readonly caveats: readonly Caveat[]
  readonly error?: SourceError
  readonly pending: boolean
}

/** Where sources tell one record differently. The first value is the believed one. */
export interface Disagreement {
  readonly facet: Facet
  readonly id: string
  readonly field: string
  readonly claims: readonly { readonly source: string; readonly value: unknown }[]
}

/** One picture of many sources. */
export interface Picture<R> {
  readonly items: readonly R[]
  /** Sources that tell each record, in order of belief, where more than one does. */
  readonly claims: ReadonlyMap<string, readonly string[]>
  readonly disagreements: readonly Disagreement[]
  /** Exact number of matching records, where every source knows its own and they share none. */
  readonly total?: number
  readonly complete: boolean
  /** The oldest reading that took part: the picture is no fresher than that. */
  readonly asOf?: Instant
  readonly parts: readonly Part<R>[]
}

const bookkeeping = new Set(['id', 'version', 'type'])

const same = (left: unknown, right: unknown): boolean =>
  left === right ||
  (typeof left === 'object' && typeof right === 'object' && JSON.stringify(left) === JSON.stringify(right))

/** Lists of moments that each source keeps for itself: they add up, they do not contradict one another. */
const logs = new Set(['history', 'exceptions'])

const momentOf = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number' ? value.at : 0

/** What all of them tell, each thing once, the newest first. */
function together(lists: readonly unknown[]): readonly unknown[] {
  const told = new Map(lists.flat().map((each) => [JSON.stringify(each), each]))
  return [...told.values()].toSorted((left, right) => momentOf(right) - momentOf(left))
}

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0)

/** Fills what the believed record lacks from the next source, and notes what they tell differently. */
function join<R extends object>(
  facet: Facet,
  id: string,
  claims: readonly { source: string; record: R }[],
  disagreements: Disagreement[],
): R {
  const fields = new Set(claims.flatMap(({ record }) => Object.keys(record)))
  const believed: Record<string, unknown> = {}
  for (const field of fields) {
    const told = claims
      .map(({ source, record }) => ({ source, value: (record as Record<string, unknown>)[field] }))
      .filter(({ value }) => value !== undefined)
    const filled = told.find(({ value }) => !isEmpty(value)) ?? told[0]
    believed[field] = filled?.value
    const views = told.filter(({ value }) => !isEmpty(value))
    if (logs.has(field)) believed[field] = together(told.map(({ value }) => value))
    else if (!bookkeeping.has(field) && views.some(({ value }) => !same(value, filled?.value)))
      disagreements.push({ facet, id, field, claims: views })
  }
  return believed as R
}

/**
 * Many answers to one query become one picture. Parts come in order of belief. Records join by id; where sources
 * disagree, the first is believed and the disagreement is kept. While a source has more to give, items that would come
 * after its last one are held back, so that the order stays right when the rest arrives.
 */
export function merge<F extends Facet>(
  facet: F,
  query: Queries[F],
  parts: readonly Part<Records[F]>[],
): Picture<Records[F]> {
  const rules = facetOrders[facet]
  const compare = rules.comparer(query)
  const byId = new Map<string, { source: string; record: Records[F] }[]>()
  for (const part of parts)
    for (const record of part.items) {
      const id = rules.id(record)
      const told = byId.get(id)
      if (told) told.push({ source: part.source, record })
      else byId.set(id, [{ source: part.source, record }])
    }

  const disagreements: Disagreement[] = []
  const claims = new Map<string, readonly string[]>()
  const items: Records[F][] = []
  for (const [id, told] of byId) {
    if (told.length > 1)
      claims.set(
        id,
        told.map(({ source }) => source),
      )
    const [first] = told
    if (first) items.push(told.length === 1 ? first.record : join(facet, id, told, disagreements))
  }
  const answering = parts.filter((part) => part.items.length > 0)
  if (answering.length > 1) items.sort(compare)

  const horizons = parts.flatMap((part) => (part.complete || part.items.length === 0 ? [] : part.items.slice(-1)))
  const [horizon] = horizons.toSorted(compare)
  const shown =
    horizon === undefined || answering.length < 2 ? items : items.filter((item) => compare(item, horizon) <= 0)

  const complete = parts.every((part) => part.complete)
  const totals = parts.map((part) => part.total ?? (part.complete ? part.items.length : undefined))
  const times = parts.flatMap((part) => (part.asOf === undefined ? [] : [part.asOf]))
  const known = totals.every((total) => total !== undefined)
  const total = complete
    ? items.length
    : known && (claims.size === 0 || answering.length < 2)
      ? totals.reduce<number>((sum, each) => sum + (each ?? 0), 0)
      : undefined
  return {
    items: shown,
    claims,
    disagreements,
    complete,
    parts,
    ...(total !== undefined && { total }),
    ...(times.length > 0 && { asOf: times.reduce((left, right) => (right < left ? right : left)) }),
  }
}
