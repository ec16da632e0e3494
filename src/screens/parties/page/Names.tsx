import { Fragment } from 'react'
import { pathTo } from '../../../app/paths'
import type { Ownership } from '../../../domain/coverage'
import { isInactive } from '../../../domain/holders'
import { nameOf } from '../../../domain/matrix'
import type { Id } from '../../../domain/units'
import { Link } from '../../../ui'

/** Parties, each a way to its page; those who have left are marked. */
export const Names = ({ ids, ownership }: { readonly ids: readonly Id[]; readonly ownership: Ownership }) => (
  <>
    {ids.map((id, index) => (
      <Fragment key={id}>
        {index > 0 && ', '}
        <Link to={pathTo('parties', { id })}>{nameOf(id, ownership)}</Link>
        {isInactive(id, ownership) && ' (has left)'}
      </Fragment>
    ))}
  </>
)
