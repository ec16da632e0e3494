import type { ReactNode } from 'react'
import type { View } from '../../../data'
import type { Facet } from '../../../domain/query/facets'
import { pathTo } from '../../../app/paths'
import { EmptyState, FailedState, Link, PartialNote, Skeleton } from '../../../ui'
import { useMissing } from './useMissing'

interface ToldProps<F extends Facet> {
  readonly view: View<F>
  /** What is told: "Change requests". */
  readonly what: string
  /** Which kinds of source could bring it. */
  readonly could: string
  readonly children: ReactNode
}

/** A list that sources tell, or why there is none. What is missing from it stands over it. */
export function Told<F extends Facet>({ view, what, could, children }: ToldProps<F>) {
  const missing = useMissing(view)
  if (view.state === 'loading') return <Skeleton label={what} />
  if (view.state === 'absent')
    return (
      <EmptyState
        title={`No connected source tells of ${what.toLowerCase()}`}
        icon="flag"
        action={<Link to={pathTo('sources')}>See the sources, or open files of your own</Link>}
      >
        <p>{could}</p>
      </EmptyState>
    )
  if (view.state === 'failed')
    return <FailedState what={`${what} could not be read`} where={missing.join(' ')} onRetry={view.retry} />
  return (
    <>
      {missing.map((text) => (
        <PartialNote key={text}>{text}</PartialNote>
      ))}
      {children}
    </>
  )
}
