import { useSources, useWhole, type View } from '../../../data'
import type { Facet } from '../../../domain/query/facets'
import { comparable, type Contradiction, contradictions, recordsOf } from './disagreements'

const everything = {}

export interface Compared {
  readonly all: readonly Contradiction[]
  /** Facets that more than one source tells. */
  readonly shared: readonly Facet[]
  /** Facets of which something is still awaited. */
  readonly waiting: readonly Facet[]
  /** Facets of which not all was compared: a source failed, or there are too many records. */
  readonly cut: readonly Facet[]
  readonly title: (id: string) => string
}

/** Compares what sources tell of the same records. Incidents only when asked for: they are many. */
export function useContradictions(incidents: boolean): Compared {
  const sources = useSources()
  const told = (facet: Facet) => sources.filter(({ source }) => source?.readers[facet]).length > 1
  const wanted = (facet: Facet) => told(facet) && (facet !== 'incidents' || incidents)
  const workloads = useWhole('workloads', everything, wanted('workloads'))
  const activities = useWhole('activities', everything, wanted('activities'))
  const assignments = useWhole('assignments', everything, wanted('assignments'))
  const parties = useWhole('parties', everything, wanted('parties'))
  const problems = useWhole('problems', everything, wanted('problems'))
  const happened = useWhole('incidents', everything, wanted('incidents'))
  const improvements = useWhole('improvements', everything, wanted('improvements'))
  const requests = useWhole('requests', everything, wanted('requests'))
  const views = { workloads, activities, assignments, parties, problems, incidents: happened, improvements, requests }
  const asked = comparable.filter(wanted)
  const title = (id: string) => sources.find((source) => source.id === id)?.title ?? id
  const all = asked.flatMap((facet) => {
    const { disagreements, claims, items } = views[facet]
    return contradictions({ disagreements, claims }, recordsOf(items), title)
  })
  const view = (facet: (typeof comparable)[number]): Pick<View<Facet>, 'state' | 'complete' | 'parts'> => views[facet]
  return {
    all,
    shared: comparable.filter(told),
    waiting: asked.filter((facet) => view(facet).parts.some(({ pending }) => pending)),
    cut: asked.filter((facet) => !view(facet).complete && view(facet).parts.every(({ pending }) => !pending)),
    title,
  }
}
