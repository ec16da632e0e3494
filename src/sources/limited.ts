import { type Facet, facetNames, facetRules, type Queries, type Records } from '../domain/query/facets'
import { emptySummary } from '../domain/summarise'
import { instant, type Id, type Instant } from '../domain/units'
import { type Caveat, type Page, type Question, type Reader, type Source, SourceError } from './contract'
import { readerOf } from './paging'

/** What of a source is wanted; an absent part does not limit. Ids as they are called here. */
export interface Limits {
  readonly facets?: readonly Facet[]
  readonly teams?: readonly Id[]
  readonly workloads?: readonly Id[]
}

/** The part of a facet's query that limits are put into; a facet without one is told whole. */
const limitedBy: { readonly [F in Facet]: Partial<Readonly<Record<'teams' | 'workloads', string>>> } = {
  workloads: { teams: 'teams', workloads: 'ids' },
  activities: { workloads: 'workloads' },
  assignments: {},
  parties: {},
  events: { workloads: 'workloads' },
  incidents: { teams: 'teams', workloads: 'workloads' },
  timeline: {},
  problems: { workloads: 'workloads' },
  improvements: {},
  requests: {},
}

const listed = (value: unknown): readonly Id[] | undefined =>
  Array.isArray(value) && value.length > 0 ? (value as readonly Id[]) : undefined

/**
 * The query within the limits; undefined when nothing can match. Where records hold several values (the workloads of an
 * incident), a query for one of them that lies outside the limits is answered with nothing, although a record could
 * stand on both sides.
 */
function within<F extends Facet>(facet: F, query: Queries[F], limits: Limits): Queries[F] | undefined {
  const asked: Record<string, unknown> = { ...query }
  for (const kind of ['teams', 'workloads'] as const) {
    const [field, wanted] = [limitedBy[facet][kind], limits[kind]]
    if (field === undefined || !wanted) continue
    const named = listed(asked[field])
    const both = named ? named.filter((id) => wanted.includes(id)) : wanted
    if (both.length === 0) return undefined
    asked[field] = both
  }
  // Only lists of ids were narrowed.
  return asked as Queries[F]
}

const nothing = (asOf: Instant): { readonly asOf: Instant; readonly caveats: readonly Caveat[] } => ({
  asOf,
  caveats: [],
})

function readerWithin<F extends Facet>(
  facet: F,
  beneath: Reader<Records[F], Queries[F], Question<F>>,
  limits: Limits,
  now: () => Instant,
): Reader<Records[F], Queries[F], Question<F>> {
  const summarise = beneath.summarise?.bind(beneath)
  const everything: Queries[Facet] = {}
  const all = within(facet, everything as Queries[F], limits)
  const matches = all ? facetRules[facet].matcher(all) : () => false
  return {
    list: async (query, page, call): Promise<Page<Records[F]>> => {
      const asked = within(facet, query, limits)
      return asked ? beneath.list(asked, page, call) : { items: [], total: 0, ...nothing(now()) }
    },
    get: async (id, call) => {
      const record = await beneath.get(id, call)
      return record && matches(record) ? record : undefined
    },
    ...(beneath.watch && { watch: beneath.watch.bind(beneath) }),
    ...(summarise && {
      summarise: async (question: Question<F>, call) => {
        const query = within(facet, question.query as Queries[F], limits)
        return query
          ? summarise({ ...question, query } as Question<F>, call)
          : { summary: emptySummary, ...nothing(now()) }
      },
    }),
  }
}

/**
 * A source of which only a part is wanted: some facets, the records of some teams or workloads. Commands on what is left
 * out are refused by nobody here, for nobody sees it. Throws SourceError `unsupported` for a facet that it does not tell.
 */
export function limited(source: Source, limits: Limits, now: () => number): Source {
  const absent = limits.facets?.filter((facet) => !source.readers[facet]) ?? []
  if (absent.length > 0)
    throw new SourceError(
      'unsupported',
      source.id,
      `It does not tell ${absent.join(', ')}: take that out of “only.facets”.`,
    )
  const present = () => instant(now() + (source.clockOffset?.() ?? 0))
  const readers: Partial<Record<Facet, unknown>> = {}
  const offer = <F extends Facet>(facet: F) => {
    const beneath = readerOf(source, facet)
    if (beneath && (limits.facets?.includes(facet) ?? true))
      readers[facet] = readerWithin(facet, beneath, limits, present)
  }
  for (const facet of facetNames) offer(facet)
  // Each facet got the reader made for it.
  return { ...source, readers: readers as Source['readers'] }
}
