import { type Facet, facetNames, type Queries, type Records } from '../../domain/query/facets'
import type { Summary } from '../../domain/summary'
import type { Id } from '../../domain/units'
import type { PageRequest, Question } from '../contract'
import { Axes } from './axes'
import { IncidentColumns } from './columns'
import { type Found, SearchIndex } from './search'
import { Shelf, type Window } from './shelf'
import { byColumns, byIncident } from './shortcuts'
import { counterOf } from './count'
import { EventCounter } from './eventCount'
import { emptyParcel, type Parcel, unpacked } from './parcel'

export type { Found } from './search'
export type { Window } from './shelf'

/**
 * Records in memory that answer every query as `facetRules` says. Synchronous and pure: it runs in a worker, in the
 * page or in Node alike.
 */
export interface Engine {
  /** Adds records; one with an id that is there takes its place. */
  put<F extends Facet>(facet: F, records: readonly Records[F][]): void
  /** All records of the facet are about to be put anew: `settle` drops those that were not. */
  begin(facet: Facet): void
  settle(facet: Facet): void
  /** Drops the records that are named; one that is not there is no fault. */
  remove(facet: Facet, ids: readonly Id[]): void
  /** Throws a SourceError `bad-response` for a cursor of another query, or of records that have changed since. */
  list<F extends Facet>(facet: F, query: Queries[F], page: PageRequest): Window<Records[F]>
  get<F extends Facet>(facet: F, id: Id): Records[F] | undefined
  /** What `summarise` and `summariseEvents` of the domain say of all records that match. */
  summarise<F extends Facet>(facet: F, question: Question<F>): Summary
  /** The same as a parcel, for another thread to unpack. */
  count<F extends Facet>(facet: F, question: Question<F>): Parcel
  /** Records of any facet by title and id, best first. */
  search(text: string, limit: number): readonly Found[]
  /** Forgets everything. */
  clear(): void
}

type Counters = { readonly [F in Facet]?: (question: Question<F>) => Parcel }
type Shelves = { readonly [F in Facet]: Shelf<F> }

function emptyShelves(columns: IncidentColumns, axes: Axes): Shelves {
  return {
    workloads: new Shelf('workloads'),
    activities: new Shelf('activities'),
    assignments: new Shelf('assignments'),
    parties: new Shelf('parties'),
    events: new Shelf('events'),
    incidents: new Shelf('incidents', (records) => byColumns(columns, axes, records)),
    timeline: new Shelf('timeline', byIncident),
    problems: new Shelf('problems'),
    improvements: new Shelf('improvements'),
    requests: new Shelf('requests'),
  }
}

class LocalEngine implements Engine {
  private readonly source: string
  private readonly columns = new IncidentColumns()
  private readonly axes = new Axes(this.columns)
  private readonly shelves = emptyShelves(this.columns, this.axes)
  private readonly incidents = counterOf(this.columns, this.axes)
  private readonly events = new EventCounter(this.shelves.events.records)
  private readonly counters: Counters = {
    incidents: (question) => this.incidents.count(this.shelves.incidents.rows(question.query), question),
    events: (question) => this.events.count(this.shelves.events.rows(question.query), question),
  }
  private readonly index = new SearchIndex((facet) => this.shelf(facet).records)

  constructor(source: string) {
    this.source = source
  }

  put<F extends Facet>(facet: F, records: readonly Records[F][]): void {
    this.shelf(facet).put(records)
    if (facet === 'events') this.events.outdate()
    this.index.outdate()
  }

  list<F extends Facet>(facet: F, query: Queries[F], page: PageRequest): Window<Records[F]> {
    return this.shelf(facet).list(query, page, this.source)
  }

  get<F extends Facet>(facet: F, id: Id): Records[F] | undefined {
    return this.shelf(facet).get(id)
  }

  summarise<F extends Facet>(facet: F, question: Question<F>): Summary {
    return unpacked(this.count(facet, question))
  }

  count<F extends Facet>(facet: F, question: Question<F>): Parcel {
    return this.counters[facet]?.(question) ?? emptyParcel()
  }

  search(text: string, limit: number): readonly Found[] {
    return this.index.search(text, limit)
  }

  begin(facet: Facet): void {
    this.shelf(facet).begin()
  }

  settle(facet: Facet): void {
    this.shelf(facet).settle()
    if (facet === 'events') this.events.outdate()
    this.index.outdate()
  }

  remove(facet: Facet, ids: readonly Id[]): void {
    this.shelf(facet).remove(new Set(ids))
    if (facet === 'events') this.events.outdate()
    this.index.outdate()
  }

  clear(): void {
    for (const facet of facetNames) {
      this.begin(facet)
      this.settle(facet)
    }
  }

  /** TypeScript cannot relate `Shelves[F]` to `Shelf<F>` for a generic F; the mapped type guarantees it for each F. */
  private shelf<F extends Facet>(facet: F): Shelf<F> {
    return this.shelves[facet] as unknown as Shelf<F>
  }
}

/** An empty engine. `source` is the id that its errors name. */
export const createEngine = (source: string): Engine => new LocalEngine(source)
