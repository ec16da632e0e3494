import { type Facet, facetNames, type Queries, type Records } from '../../../src/domain/query/facets'
import type { CommandTaker, Page, Question, Reader, Source, SummaryAnswer } from '../../../src/sources/contract'
import { readerOf } from '../../../src/sources/paging'
import type { Harness } from '../harness'

/** A source with one fault in it, and a case that must find it. */
export interface Wrong {
  readonly name: string
  /** The name of a case that fails. */
  readonly caught: RegExp
  readonly harness: (right: Harness) => Harness
}

type Part = Partial<Reader<Records[Facet], Queries[Facet], Question<Facet>>>
type AnyReader = Reader<Records[Facet], Queries[Facet], Question<Facet>>

/** The harness with other readers. The change sees each reader with its queries and records as any facet's. */
export function withReaders(right: Harness, change: (reader: AnyReader, facet: Facet) => Part): Harness {
  const readers = facetNames.map((facet) => {
    // A reader of one facet, seen as one of all: only ever asked the queries that were meant for it.
    const reader = readerOf(right.source, facet) as AnyReader | undefined
    return [facet, reader && { ...reader, ...change(reader, facet) }]
  })
  return withSource(right, { readers: Object.fromEntries(readers) })
}

export const withSource = (right: Harness, part: Partial<Source>): Harness => ({
  ...right,
  source: { ...right.source, ...part },
})

/** Changes each page. */
export const pages =
  (change: (page: Page<Records[Facet]>, asked: Queries[Facet], facet: Facet, limit: number) => Page<Records[Facet]>) =>
  (right: Harness) =>
    withReaders(right, (reader, facet) => ({
      list: async (query, page, call) => change(await reader.list(query, page, call), query, facet, page.limit),
    }))

/** Changes each query before it is asked. */
export const queries = (change: (query: Queries[Facet], facet: Facet) => Queries[Facet]) => (right: Harness) =>
  withReaders(right, (reader, facet) => ({
    list: (query, page, call) => reader.list(change(query, facet), page, call),
  }))

/** Changes each record. */
export const records = (change: (record: Records[Facet]) => unknown) =>
  pages((page) => ({ ...page, items: page.items.map((item) => change(item) as Records[Facet]) }))

/** Changes each question before it is asked, and each answer. The casts hold: a facet's reader is asked its questions only. */
const counting =
  <F extends 'incidents' | 'events'>(of: F) =>
  (
    change: (answer: SummaryAnswer, question: Question<F>) => SummaryAnswer,
    asked: (question: Question<F>) => Question<F> = (question) => question,
  ) =>
  (right: Harness) =>
    withReaders(right, (reader, facet) =>
      reader.summarise && facet === of
        ? {
            summarise: async (question, call) =>
              change(
                (await reader.summarise?.(asked(question as Question<F>), call)) ?? fail(),
                question as Question<F>,
              ),
          }
        : {},
    )

export const summaries = counting('incidents')
export const eventSummaries = counting('events')

const fail = (): never => {
  throw new Error('The right source has summaries.')
}

export const commands = (change: (taker: CommandTaker) => Partial<CommandTaker>) => (right: Harness) => {
  const taker = right.source.commands ?? fail()
  return withSource(right, { commands: { ...taker, ...change(taker) } })
}

export const without = <Q extends object>(query: Q, part: string): Q => ({ ...query, [part]: undefined })

export const cells = (
  change: (cell: SummaryAnswer['summary']['cells'][number]) => SummaryAnswer['summary']['cells'][number],
) => summaries((answer) => ({ ...answer, summary: { cells: answer.summary.cells.map(change) } }))
