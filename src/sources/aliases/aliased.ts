import { type Facet, facetNames, type Queries, type Records } from '../../domain/query/facets'
import { addUp } from '../../domain/summarise'
import type { Id } from '../../domain/units'
import type { Page, Question, Reader, Source, SummaryAnswer } from '../contract'
import { readerOf } from '../paging'
import { commandToTheirs } from './commands'
import { type AliasRules, type Names, namesOf } from './names'
import { queryToTheirs, valueToOurs } from './queries'
import { renamed, tells } from './records'

/** The ids under which a record of ours may be known there. */
const idsOf = (facet: Facet, id: Id, { party, workload }: Names): readonly Id[] =>
  facet === 'workloads' ? workload.theirs(id) : facet === 'parties' ? party.theirs(id) : [id]

function readerInOurs<F extends Facet>(
  facet: F,
  beneath: Reader<Records[F], Queries[F], Question<F>>,
  names: Names,
): Reader<Records[F], Queries[F], Question<F>> {
  const page = ({ total, ...rest }: Page<Records[F]>): Page<Records[F]> => {
    const items = rest.items.filter((record) => tells(facet, record, names))
    return {
      ...rest,
      items: items.map((record) => renamed(facet, record, names)),
      ...(total !== undefined && items.length === rest.items.length && { total }),
    }
  }
  const summary = ({ summary: { cells }, ...rest }: SummaryAnswer, by: readonly string[]): SummaryAnswer => ({
    ...rest,
    summary: addUp(
      cells.map((cell) => ({ ...cell, key: cell.key.map((value, at) => valueToOurs(by[at] ?? '', value, names)) })),
    ),
  })
  const summarise = beneath.summarise?.bind(beneath)
  return {
    list: async (query, wanted, call) => page(await beneath.list(queryToTheirs(facet, query, names), wanted, call)),
    get: async (id, call) => {
      for (const theirs of idsOf(facet, id, names)) {
        const record = await beneath.get(theirs, call)
        if (record && tells(facet, record, names)) return renamed(facet, record, names)
      }
      return undefined
    },
    ...(beneath.watch && { watch: beneath.watch.bind(beneath) }),
    ...(summarise && {
      summarise: async (question: Question<F>, call) => {
        // Only incidents and events are counted, and a query of theirs has the type that ours had.
        const theirs = { ...question, query: queryToTheirs(facet, question.query as Queries[F], names) } as Question<F>
        return summary(await summarise(theirs, call), question.by)
      },
    }),
  }
}

/**
 * A source whose teams, people and workloads go by the names they have here: its records, queries, counts and commands
 * are translated by the rules. An incident that is on two workloads of theirs which are one of ours counts twice for it
 * in summaries by workload. Activities keep the order of the source's own workload keys within a page.
 */
export function aliased(source: Source, rules: AliasRules): Source {
  const names = namesOf(rules)
  const readers: Partial<Record<Facet, unknown>> = {}
  const offer = <F extends Facet>(facet: F) => {
    const beneath = readerOf(source, facet)
    if (beneath) readers[facet] = readerInOurs(facet, beneath, names)
  }
  for (const facet of facetNames) offer(facet)
  const { commands } = source
  return {
    ...source,
    // Each facet got the reader made for it.
    readers: readers as Source['readers'],
    ...(commands && {
      commands: {
        takes: commands.takes,
        send: (envelope, call) =>
          commands.send({ ...envelope, command: commandToTheirs(envelope.command, names) }, call),
      },
    }),
  }
}
