import type { IncidentList } from '../useIncidentList'
import { missingText, useMissingParts } from '../useMissing'
import { counted } from '../words'

/** How many the filters let through; undefined where that is not known. */
export const totalOf = ({ view }: IncidentList): number | undefined =>
  view.state === 'ready' ? (view.total ?? (view.complete ? view.items.length : undefined)) : undefined

/** `5 of 1,512 incidents`: how many the filters let through, of how many. Unknown totals are not guessed. */
export function Total({ list }: { readonly list: IncidentList }) {
  const { view, all } = list
  const cut = useMissingParts(view).filter(({ kind }) => kind === 'cut')
  if (view.state !== 'ready') return null
  const shown = totalOf(list)
  const few = shown === undefined ? `the first ${view.items.length.toLocaleString('en')}` : shown.toLocaleString('en')
  return (
    <span className="num" aria-live="off">
      {all === undefined || shown === all
        ? counted(shown ?? view.items.length, 'incident')
        : `${few} of ${counted(all, 'incident')}`}
      {view.outdated && ' …'}
      {cut.length > 0 && <span title={missingText(cut)}> · not all could be read</span>}
    </span>
  )
}
