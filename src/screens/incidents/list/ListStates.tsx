import type { ReactNode } from 'react'
import { isWhole, useSources, type View } from '../../../data'
import { Button, EmptyState, FailedState, PartialNote, Skeleton } from '../../../ui'
import type { IncidentsUrl } from '../useFilters'
import type { IncidentList } from '../useIncidentList'
import { counted } from '../words'

interface ListStatesProps {
  readonly list: IncidentList
  readonly url: IncidentsUrl
  readonly children: ReactNode
}

interface Missing {
  readonly title: string
  readonly why: string
  readonly kind: 'broken' | 'opening' | 'waited for' | 'cut'
}

/** Sources whose part is missing, by name and with the reason. */
function useMissing(view: View<'incidents'>): readonly Missing[] {
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

const toldAll = (missing: readonly Missing[]): string =>
  missing
    .map(({ title, why, kind }) => (kind === 'broken' || kind === 'cut' ? `${title}: ${why}` : `${title} ${why}`))
    .join('; ')

/** Nothing has answered yet. A source that does not even open is named. */
export function Loading({ view }: { readonly view: View<'incidents'> }) {
  const named = useMissing(view).filter(({ kind }) => kind === 'broken' || kind === 'opening')
  return (
    <>
      {named.length > 0 && <PartialNote>{toldAll(named)}</PartialNote>}
      <Skeleton label="Incidents are loading" rows={12} />
    </>
  )
}

/** The list, or what stands in its place: on its way, failed, nothing there, only a part. */
export function ListStates({ list, url, children }: ListStatesProps) {
  const { view, all } = list
  const missing = useMissing(view)
  const broken = missing.filter(({ kind }) => kind === 'broken')
  const told = toldAll(missing)
  if (view.state === 'loading') return <Loading view={view} />
  if (view.state === 'failed')
    return (
      <FailedState
        what="Incidents could not be read"
        where={told}
        advice="Nothing here says that all is well."
        onRetry={view.retry}
      />
    )
  if (view.items.length > 0)
    return (
      <>
        {broken.length > 0 && (
          <PartialNote action={<Button onClick={view.retry}>Try again</Button>}>
            {broken.map(({ title }) => title).join(', ')} does not answer. What is shown is what was last heard.
          </PartialNote>
        )}
        {children}
      </>
    )
  const open = url.filters.status === 'open'
  const action = all !== undefined && all > 0 && (
    <Button onClick={url.showAll}>Show all {counted(all, 'incident')}</Button>
  )
  if (!isWhole(view))
    return (
      <EmptyState
        title={open ? 'No open incident was heard of' : 'No incident that matches was heard of'}
        icon="warn"
        action={broken.length > 0 ? <Button onClick={view.retry}>Try again</Button> : action || undefined}
      >
        There may be some: not everything was heard. {told}
      </EmptyState>
    )
  return (
    <EmptyState
      title={open ? 'Nothing is burning' : 'No incident matches'}
      icon={open ? 'check' : 'filter'}
      {...(action && { action })}
    >
      {open
        ? 'No incident that the filters let through is open.'
        : 'The filters let none through. Remove one, or look at a longer range.'}
    </EmptyState>
  )
}
