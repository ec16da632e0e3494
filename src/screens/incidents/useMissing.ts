import { useSources, type View } from '../../data'
import type { Facet } from '../../domain/query/facets'

/** A source whose part is missing, and why: it failed, is opening, is waited for, or left something out. */
export interface Missing {
  readonly title: string
  readonly why: string
  readonly kind: 'broken' | 'opening' | 'waited for' | 'cut'
}

/** What keeps a picture from being whole, source by source. Empty when nothing does. */
export function useMissingParts<F extends Facet>(view: Pick<View<F>, 'parts'>): readonly Missing[] {
  const sources = useSources()
  return view.parts.flatMap<Missing>(({ source, error, pending, caveats }) => {
    const configured = sources.find(({ id }) => id === source)
    const title = configured?.title ?? source
    if (error) return [{ title, why: error.message, kind: 'broken' }]
    if (pending && !configured?.source) return [{ title, why: 'is still opening', kind: 'opening' }]
    if (pending) return [{ title, why: 'has not answered yet', kind: 'waited for' }]
    return caveats.flatMap(({ kind, text }) =>
      kind === 'partial' || kind === 'truncated' || kind === 'set-aside' ? [{ title, why: text, kind: 'cut' }] : [],
    )
  })
}

/** All of it in a line: `Larkmere: the line is down; Files is still opening`. */
export const missingText = (missing: readonly Missing[]): string =>
  missing
    .map(({ title, why, kind }) => (kind === 'broken' || kind === 'cut' ? `${title}: ${why}` : `${title} ${why}`))
    .join('; ')

/** What keeps a picture from being whole, in a line. Empty when nothing does. */
export const useMissing = <F extends Facet>(view: Pick<View<F>, 'parts'>): string => missingText(useMissingParts(view))
