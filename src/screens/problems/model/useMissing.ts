import { useSources, type View } from '../../../data'
import type { Facet } from '../../../domain/query/facets'

/** What keeps an answer from being whole: one sentence for each source that did not answer, or not with all. */
export function useMissing<F extends Facet>(view: Pick<View<F>, 'parts'>): readonly string[] {
  const sources = useSources()
  return view.parts.flatMap(({ source, error, pending, caveats }) => {
    const title = sources.find(({ id }) => id === source)?.title ?? source
    if (error) return [`${title} does not answer: ${error.message}`]
    if (pending) return [`${title} has not answered yet.`]
    return caveats.flatMap(({ kind, text }) =>
      kind === 'partial' || kind === 'truncated' || kind === 'set-aside' ? [`${title}: ${text}`] : [],
    )
  })
}
