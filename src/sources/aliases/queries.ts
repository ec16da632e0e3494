import type { Within } from '../../domain/dimension'
import type { EventWithin } from '../../domain/eventDimension'
import type { Facet, Queries } from '../../domain/query/facets'
import type { Id } from '../../domain/units'
import type { Names, Naming } from './names'

/** Fields of queries that name parties or workloads. Those of the same name mean the same in every facet. */
const partyFields: ReadonlySet<string> = new Set(['teams', 'people', 'parties', 'owners', 'memberOf'])
const workloadFields: ReadonlySet<string> = new Set(['workloads'])

const isList = (value: unknown): value is readonly Id[] => Array.isArray(value)

/** The dimensions whose values are names. */
const dimensionNames = ({ party, workload }: Names): Readonly<Record<string, Naming>> => ({
  team: party,
  workload,
})

/** Limits with the names that the source uses. */
export function limitsToTheirs<W extends Within | EventWithin>(limits: readonly W[], names: Names): readonly W[] {
  return limits.map((limit) => {
    const naming = dimensionNames(names)[limit.by]
    return naming ? { ...limit, values: limit.values.flatMap(naming.theirs) } : limit
  })
}

/** A query in the names of the source: one of ours is asked as all that may be meant by it. Other parts stay. */
export function queryToTheirs<F extends Facet>(facet: F, query: Queries[F], names: Names): Queries[F] {
  const own = facet === 'workloads' ? names.workload : facet === 'parties' ? names.party : undefined
  const parts = Object.entries(query).map(([name, value]: [string, unknown]) => {
    const naming = partyFields.has(name)
      ? names.party
      : workloadFields.has(name)
        ? names.workload
        : name === 'ids'
          ? own
          : undefined
    return [name, naming && isList(value) ? value.flatMap(naming.theirs) : value] as const
  })
  const asked = Object.fromEntries(parts)
  if ('within' in query && query.within) asked['within'] = limitsToTheirs<Within | EventWithin>(query.within, names)
  // Every part keeps its name and type: lists of ids stay lists of ids.
  return asked as Queries[F]
}

/** The value of a dimension as it is called here. */
export const valueToOurs = (by: string, value: string, names: Names): string =>
  value === '' ? value : (dimensionNames(names)[by]?.ours(value) ?? value)
