import type { Ref } from 'react'
import type { Pending } from '../../../domain/matrix'
import type { MatrixHandle } from '../../../ui/matrix'
import type { Book, Listing } from '../model/listing'
import type { Understood } from '../model/query'
import type { QueryChange } from '../model/useQuery'

/** What every reading of the records is drawn from, and how it changes what is shown. */
export interface ReadingProps {
  readonly book: Book
  readonly listing: Listing
  readonly asked: Understood
  readonly pending: Pending
  /** The open activity. */
  readonly selected: string | null
  /** Groups of which only the header is shown, as the address has them. */
  readonly folded: readonly string[]
  readonly onOpen: (activity: string) => void
  readonly change: (change: QueryChange) => void
  /** Opens the page of a team or person. */
  readonly onParty: (id: string) => void
  readonly ref?: Ref<MatrixHandle>
}
