import { isWhole, type View } from '../../../data'
import type { Facet } from '../../../domain/query/facets'

/** What a picture lacks, in words; empty where it shows all there is. `what`: events, incidents. */
export function lackOf<F extends Facet>(view: View<F>, what: string, titleOf: (source: string) => string): string {
  if (view.state === 'absent') return `No source tells ${what}.`
  if (view.state === 'loading') return 'Waiting for the first answer …'
  const failed = view.parts.filter(({ error }) => error)
  if (failed.length > 0) {
    const named = failed.map(({ source, error }) => `${titleOf(source)}: ${error?.message ?? ''}`)
    return `${view.state === 'failed' ? `No ${what} are known` : 'Not all is known'}. ${named.join(' · ')}`
  }
  return isWhole(view) || view.parts.some(({ pending }) => pending)
    ? ''
    : 'Not all is known: a source tells a part only.'
}
