import { Fragment } from 'react'
import { pathTo } from '../../../app/paths'
import type { Id } from '../../../domain/units'
import { Link } from '../../../ui'
import type { Book } from '../model/book'
import styles from '../rows.module.css'

/** Parties, each a way to its page. */
export const PartyLinks = ({ ids, book }: { readonly ids: readonly Id[]; readonly book: Book }) => (
  <>
    {ids.map((id, index) => (
      <Fragment key={id}>
        {index > 0 && ', '}
        <Link to={pathTo('parties', { id })}>{book.name(id)}</Link>
      </Fragment>
    ))}
  </>
)

interface ActivityLinkProps {
  readonly id: Id
  readonly book: Book
  /** The workload that is plain from what stands around it. */
  readonly within?: Id | undefined
}

/** An activity with its workload: opens it beside the matrix. One that no source has is named by its id. */
export function ActivityLink({ id, book, within }: ActivityLinkProps) {
  const standing = book.ownership.byId.get(id)
  if (!standing) return <span className={styles.id}>{id}</span>
  const { name, workload } = standing.activity
  return (
    <span className={styles.activity}>
      <Link to={pathTo('ownership', { activity: id })}>{name}</Link>
      {workload !== within && <span className="muted"> {book.workloadName(workload)}</span>}
    </span>
  )
}
