import { pathTo } from '../../../app/paths'
import type { Id } from '../../../domain/units'
import { Badge, Link } from '../../../ui'
import type { Book } from './book'

interface PartyProps {
  readonly id: Id | undefined
  readonly book: Pick<Book, 'name' | 'left'>
  /** Who is missing matters less once the work is over. */
  readonly over?: boolean
}

/** Who has it, leading to their page; said loudly where nobody does, or where they have left. */
export function Party({ id, book, over = false }: PartyProps) {
  if (id === undefined) return over ? <span className="muted">nobody</span> : <Badge tone="stale">nobody owns it</Badge>
  return (
    <>
      <Link to={pathTo('parties', { id })}>{book.name(id)}</Link>
      {book.left(id) && !over && (
        <>
          {' '}
          <Badge tone="warn">has left</Badge>
        </>
      )}
    </>
  )
}
