import { useMemo } from 'react'
import { pathTo } from '../../../app/paths'
import type { OwnershipView } from '../../../data'
import type { Id } from '../../../domain/units'
import { EmptyState, Link } from '../../../ui'
import { Alike } from '../list/Alike'
import { alike, rowsOf } from '../list/rows'

/** Nothing bears the id that the address asks for. */
export function Unknown({ id, view }: { readonly id: Id; readonly view: OwnershipView }) {
  const near = useMemo(() => alike(rowsOf(view), id.replace(/^(team|person):/, '')), [view, id])
  return (
    <EmptyState
      title={`There is no team or person “${id}”`}
      icon="person"
      action={<Link to={pathTo('parties')}>All teams and people</Link>}
    >
      {!view.whole && <p>Not all sources have answered: it may be known to one of the others.</p>}
      <Alike rows={near} />
    </EmptyState>
  )
}
