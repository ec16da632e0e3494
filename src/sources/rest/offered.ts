import type { Within } from '../../domain/dimension'
import type { EventWithin } from '../../domain/eventDimension'
import type { Facet } from '../../domain/query/facets'
import type { EventQuestion, SummaryQuestion } from '../../domain/summary'
import { SourceError } from '../contract'
import type { Wire } from './wire.generated'

/** What incidents could be counted by before backends told it. */
const first = ['severity', 'state', 'team', 'workload', 'problem', 'label', 'hourOfWeek']

/** What a backend says it can count by, and narrow by. */
export interface Offered {
  /** The dimensions it counts by. */
  readonly by: ReadonlySet<string>
  /** The dimensions it takes in `within`. Others are tested here, record by record. */
  readonly limits: ReadonlySet<string>
  /** It knows of moments that have not happened. */
  readonly locked: boolean
}

const nothing: ReadonlySet<string> = new Set()

/** What the backend offers for the records of a facet. One that does not tell its dimensions knows the first ones only. */
export function offeredFor(facet: Facet, { dimensions, eventDimensions }: Wire['Offer']): Offered {
  const told = facet === 'incidents' ? dimensions : facet === 'events' ? eventDimensions : undefined
  const limits = told ? new Set(told) : nothing
  return { by: facet === 'incidents' && !told ? new Set(first) : limits, limits, locked: told !== undefined }
}

/** Why the backend cannot answer the question; undefined where it can. Counting something near it would be a lie. */
export function refusalOf(
  facet: Facet,
  question: SummaryQuestion | EventQuestion,
  { by, limits, locked }: Offered,
  source: string,
): SourceError | undefined {
  const asked: readonly string[] = question.by.filter((each) => !by.has(each))
  const within: readonly (Within | EventWithin)[] = question.query.within ?? []
  const narrowed = within.flatMap((limit) => (limits.has(limit.by) ? [] : [limit.by]))
  const lacking = [...new Set([...asked, ...narrowed])]
  const refused = (what: string) =>
    new SourceError('unsupported', source, `The backend of ${source} cannot count ${facet} ${what}`)
  if (lacking.length > 0) return refused(`by ${lacking.join(', ')}`)
  if ('locked' in question && question.locked && !locked) return refused('as they stood at a moment that is past')
  return undefined
}

/**
 * A query in two: what the backend is asked, and the limits that are left to be tested here; none where it knows them all.
 * The casts hold: only queries of incidents and of events have limits, and a part of those is one of the same facet.
 */
export function shared<Q extends object>(
  query: Q,
  known: ReadonlySet<string>,
): { readonly theirs: Q; readonly ours?: Q } {
  const limits = 'within' in query ? (query.within as readonly (Within | EventWithin)[] | undefined) : undefined
  const foreign = limits?.filter(({ by }) => !known.has(by)) ?? []
  if (!limits || foreign.length === 0) return { theirs: query }
  return {
    theirs: { ...query, within: limits.filter(({ by }) => known.has(by)) },
    ours: { within: foreign } as unknown as Q,
  }
}
