import type { ReactNode } from 'react'
import { pathTo } from '../../../app/paths'
import type { View } from '../../../data'
import { EmptyState, FailedState, Link, PartialNote, Skeleton } from '../../../ui'
import { useMissing } from '../model/useMissing'

/** The list of problems that sources tell, or why there is none. What is missing from it stands over it. */
export function Told({ view, children }: { readonly view: View<'problems'>; readonly children: ReactNode }) {
  const missing = useMissing(view)
  if (view.state === 'loading') return <Skeleton label="Problems are loading" rows={10} />
  if (view.state === 'absent')
    return (
      <EmptyState
        title="No connected source tells of problems"
        icon="flag"
        action={<Link to={pathTo('sources')}>See the sources, or open files of your own</Link>}
      >
        <p>
          Files with a table of problems, a ServiceNow event log, or a backend that speaks the documented contract can
          bring them.
        </p>
      </EmptyState>
    )
  if (view.state === 'failed')
    return <FailedState what="Problems could not be read" where={missing.join(' ')} onRetry={view.retry} />
  return (
    <>
      {missing.map((text) => (
        <PartialNote key={text}>{text}</PartialNote>
      ))}
      {children}
    </>
  )
}
