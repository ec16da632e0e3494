import type { ConfiguredSource } from '../../data'
import { type Facet, facetNames } from '../../domain/query/facets'

/** One facet of each source: asking these reaches every source that tells anything. */
export const asked = (sources: readonly ConfiguredSource[]): readonly Facet[] => [
  ...new Set(sources.flatMap(({ source }) => facetNames.find((facet) => source?.readers[facet] !== undefined) ?? [])),
]
