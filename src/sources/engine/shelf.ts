import { type Facet, facetRules, type Queries, type Records } from '../../domain/query/facets'
import type { FacetRules } from '../../domain/query/rules'
import type { Id } from '../../domain/units'
import { canonical, cursorAt, markOf, offsetOf } from '../paging'
import type { PageRequest } from '../contract'
import { indices } from './arrays'
import { Ordered } from './order'

/** A page of an answer. The total is exact: everything is here. */
export interface Window<R> {
  readonly items: readonly R[]
  /** Absent on the last page. */
  readonly cursor?: string
  readonly total: number
}

/** A faster way to the same answer than asking each record. */
export interface Shortcut<R, Q> {
  /** Takes note of the record that now stands in the row. */
  hold(row: number, record: R): void
  /** Forgets all rows. */
  clear(): void
  /** The matching rows in the order of `sorted`, or undefined where it knows no faster way. */
  select(query: Q, sorted: Uint32Array, sort: (rows: Uint32Array) => Uint32Array): Uint32Array | undefined
  /** The query's order of rows, where it knows a faster way to it. */
  comparer?(query: Q): (left: number, right: number) => number
}

/** Queries whose hits are remembered a facet: the lists, counts and details that one screen shows side by side. */
const remembered = 8

/** `order` is the only part of a query that a comparer looks at. */
const orderName = (query: object): string => ('order' in query && typeof query.order === 'string' ? query.order : '')
const idsIn = (query: object): readonly Id[] =>
  'ids' in query && Array.isArray(query.ids) ? (query.ids as readonly Id[]) : []

/** All records of one facet: by id, in every order asked for, and the hits of the latest queries. */
export class Shelf<F extends Facet> {
  readonly records: Records[F][] = []
  private readonly facet: F
  private readonly rules: FacetRules<Records[F], Queries[F]>
  private readonly rowOf = new Map<Id, number>()
  private readonly orders = new Map<string, Ordered>()
  private readonly hitsOf = new Map<string, Uint32Array>()
  private readonly shortcut: Shortcut<Records[F], Queries[F]> | undefined
  /** What was put since `begin`. */
  private fresh: Set<Id> | undefined
  private revision = 0
  private lying = indices(0)

  constructor(facet: F, shortcut?: (records: readonly Records[F][]) => Shortcut<Records[F], Queries[F]>) {
    this.facet = facet
    this.rules = facetRules[facet]
    this.shortcut = shortcut?.(this.records)
  }

  put(records: readonly Records[F][]): void {
    for (const record of records) {
      const id = this.rules.id(record)
      const row = this.rowOf.get(id) ?? this.records.length
      this.rowOf.set(id, row)
      this.fresh?.add(id)
      this.records[row] = record
      this.shortcut?.hold(row, record)
      for (const order of this.orders.values()) order.touch(row)
    }
    this.hitsOf.clear()
    this.revision += 1
  }

  /** Takes note of what is put from now on. */
  begin(): void {
    this.fresh = new Set()
  }

  /** Drops every record that was not put since `begin`. */
  settle(): void {
    const { fresh } = this
    this.fresh = undefined
    if (fresh) this.keep((id) => fresh.has(id))
  }

  /** Drops the records that are named. */
  remove(ids: ReadonlySet<Id>): void {
    this.keep((id) => !ids.has(id))
  }

  private keep(stays: (id: Id) => boolean): void {
    const kept = this.records.filter((record) => stays(this.rules.id(record)))
    if (kept.length === this.records.length) return
    this.records.length = 0
    this.rowOf.clear()
    this.orders.clear()
    this.shortcut?.clear()
    this.put(kept)
  }

  get(id: Id): Records[F] | undefined {
    const row = this.rowOf.get(id)
    return row === undefined ? undefined : this.records[row]
  }

  /** Rows that match, in the query's order. Not to be written to. */
  hits(query: Queries[F]): Uint32Array {
    return this.remember(canonical(this.facet, query), () => this.find(query))
  }

  /** The same rows in any order, for those who count: nothing is sorted. Not to be written to. */
  rows(query: Queries[F]): Uint32Array {
    const key = canonical(this.facet, query)
    return this.hitsOf.get(key) ?? this.remember(`unordered ${key}`, () => this.find(query, false))
  }

  private remember(key: string, find: () => Uint32Array): Uint32Array {
    const known = this.hitsOf.get(key)
    if (known) return known
    const hits = find()
    if (this.hitsOf.size >= remembered) for (const oldest of this.hitsOf.keys().take(1)) this.hitsOf.delete(oldest)
    this.hitsOf.set(key, hits)
    return hits
  }

  /** `source` names who asks, for the errors. A cursor of another query or of former records throws `bad-response`. */
  list(query: Queries[F], { limit, cursor }: PageRequest, source: string): Window<Records[F]> {
    const hits = this.hits(query)
    const mark = markOf(`${this.revision} ${canonical(this.facet, query)}`)
    const from = offsetOf(cursor, mark, hits.length, source)
    const to = Math.min(hits.length, from + Math.max(1, Math.floor(limit)))
    const items = Array.from(hits.subarray(from, to), (row) => this.records[row]!)
    return { items, total: hits.length, ...(to < hits.length && { cursor: cursorAt(mark, to) }) }
  }

  private find(query: Queries[F], ordered = true): Uint32Array {
    const matches = this.rules.matcher(query)
    const sort = (rows: Uint32Array) => (ordered ? rows.sort(this.comparer(query)) : rows)
    const ids = idsIn(query)
    if (ids.length > 0) {
      const named = [...new Set(ids)].flatMap((id) => this.rowOf.get(id) ?? [])
      return sort(Uint32Array.from(named.filter((row) => matches(this.records[row]!))))
    }
    const all = ordered ? this.inOrder(query) : this.asTheyLie()
    return this.shortcut?.select(query, all, sort) ?? all.filter((row) => matches(this.records[row]!))
  }

  private asTheyLie(): Uint32Array {
    if (this.lying.length !== this.records.length) this.lying = indices(this.records.length)
    return this.lying
  }

  private comparer(query: Queries[F]): (left: number, right: number) => number {
    const known = this.shortcut?.comparer?.(query)
    if (known) return known
    const compare = this.rules.comparer(query)
    return (left, right) => compare(this.records[left]!, this.records[right]!)
  }

  private inOrder(query: Queries[F]): Uint32Array {
    const name = orderName(query)
    const known = this.orders.get(name)
    if (known) return known.read()
    const order = new Ordered(this.comparer(query))
    for (const row of this.records.keys()) order.touch(row)
    this.orders.set(name, order)
    return order.read()
  }
}
