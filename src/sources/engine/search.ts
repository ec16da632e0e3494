import uFuzzy from '@leeoniya/ufuzzy'
import type { Facet, Records } from '../../domain/query/facets'
import type { Id } from '../../domain/units'

/** One record found by its words. */
export interface Found {
  readonly facet: Facet
  readonly id: Id
  readonly title: string
}

type Titled = Exclude<Facet, 'assignments' | 'timeline' | 'requests'>

/** What a record is called. Assignments, timeline entries and requests are not looked for: they are part of something. */
const titles: { readonly [F in Titled]: (record: Records[F]) => string } = {
  workloads: ({ name }) => name,
  activities: ({ name }) => name,
  parties: ({ name }) => name,
  events: ({ title }) => title,
  incidents: ({ title }) => title,
  problems: ({ title }) => title,
  improvements: ({ title }) => title,
}

/** Where names and numbers are looked for, the most looked-for first: equal hits come in this order. */
const searched = [
  'workloads',
  'activities',
  'parties',
  'incidents',
  'problems',
  'improvements',
  'events',
] as const satisfies readonly Titled[]

/** Letters of every script count as letters, not only those of English. */
const fuzzy = new uFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
})

/** More hits than this are given in the order of the records, unranked: ranking them would take longer than typing. */
const rankedUpTo = 1_000

/** Finds records of all facets by title and id. The text to search is joined once, when first asked after a change. */
export class SearchIndex {
  private readonly recordsOf: <F extends Facet>(facet: F) => readonly Records[F][]
  private texts: string[] | undefined
  private found: Found[] = []

  constructor(recordsOf: <F extends Facet>(facet: F) => readonly Records[F][]) {
    this.recordsOf = recordsOf
  }

  /** To be called after every change of the records. */
  outdate(): void {
    this.texts = undefined
  }

  /** Best first; nothing for a text without letters and digits. */
  search(text: string, limit: number): readonly Found[] {
    const texts = this.joined()
    const needle = uFuzzy.latinize(text)
    const [indexes, info, order] = fuzzy.search(texts, needle, 1, rankedUpTo)
    if (!indexes) return []
    const best = info && order ? order.slice(0, limit).map((at) => info.idx[at]!) : indexes.slice(0, limit)
    return best.map((index) => this.found[index]!)
  }

  private joined(): string[] {
    if (this.texts) return this.texts
    this.found = []
    for (const facet of searched) this.collect(facet)
    this.texts = uFuzzy.latinize(this.found.map(({ id, title }) => `${title} ${id}`))
    return this.texts
  }

  private collect<F extends (typeof searched)[number]>(facet: F): void {
    const titleOf: (record: Records[F]) => string = titles[facet]
    for (const record of this.recordsOf(facet)) this.found.push({ facet, id: record.id, title: titleOf(record) })
  }
}
