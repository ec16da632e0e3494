import { useSources, type View } from '../../data'
import type { Facet } from '../../domain/query/facets'

/** What keeps a picture from being whole: `Larkmere: has not answered yet; …`. Empty when nothing does. */
export function useMissing<F extends Facet>(view: Pick<View<F>, 'parts'>): string {
  const sources = useSources()
  return view.parts
    .flatMap(({ source, error, pending, caveats }) => {
      const title = sources.find(({ id }) => id === source)?.title ?? source
      if (error) return [`${title}: ${error.message}`]
      if (pending) return [`${title}: has not answered yet`]
      return caveats.flatMap(({ kind, text }) =>
        kind === 'partial' || kind === 'truncated' || kind === 'set-aside' ? [`${title}: ${text}`] : [],
      )
    })
    .join('; ')
}
