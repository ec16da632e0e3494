import type { ReactNode } from 'react'
import { isWhole, type View } from '../../../data'
import { Button, EmptyState, FailedState, PartialNote, Skeleton } from '../../../ui'
import { isListed } from '../query'
import type { IncidentsUrl } from '../useFilters'
import type { IncidentList } from '../useIncidentList'
import { missingText, useMissingParts } from '../useMissing'
import { counted } from '../words'

interface ListStatesProps {
  readonly list: IncidentList
  readonly url: IncidentsUrl
  readonly children: ReactNode
}

/** Nothing has answered yet. A source that does not even open is named. */
export function Loading({ view }: { readonly view: View<'incidents'> }) {
  const named = useMissingParts(view).filter(({ kind }) => kind === 'broken' || kind === 'opening')
  return (
    <>
      {named.length > 0 && <PartialNote>{missingText(named)}</PartialNote>}
      <Skeleton label="Incidents are loading" rows={12} />
    </>
  )
}

/** The list, or what stands in its place: on its way, failed, nothing there, only a part. */
export function ListStates({ list, url, children }: ListStatesProps) {
  const { view, all } = list
  const missing = useMissingParts(view)
  const broken = missing.filter(({ kind }) => kind === 'broken')
  const told = missingText(missing)
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
  // With a filter on, something else may burn.
  const calm = open && !isListed(url.filters)
  return (
    <EmptyState
      title={calm ? 'Nothing is burning' : open ? 'No open incident matches' : 'No incident matches'}
      icon={calm ? 'check' : 'filter'}
      {...(action && { action })}
    >
      {calm ? 'No incident is open.' : 'The filters let none through. Remove one, or look at a longer range.'}
    </EmptyState>
  )
}
