import { ChipButton, Select } from '../../../ui'
import { allFolded } from '../model/fold'
import type { Book, Listing } from '../model/listing'
import type { LoadOrder } from '../model/query'
import type { Order } from '../../../domain/order'
import type { QueryChange } from '../model/useQuery'
import { countText } from '../model/words'
import styles from './Bar.module.css'

const orderNames: Readonly<Record<Order, string>> = {
  tier: 'Tier, then name',
  name: 'Name',
  due: 'Review due first',
  gap: 'Worst gap first',
  automation: 'Least automated first',
}
const loadNames: Readonly<Record<LoadOrder, string>> = {
  name: 'Name',
  load: 'Most to do first',
  sole: 'Most alone first',
}
const options = <T extends string>(names: Readonly<Record<T, string>>) =>
  Object.entries<string>(names).map(([value, label]) => ({ value, label }))

interface BarProps {
  readonly book: Book
  readonly listing: Listing
  /** What the activities are set against, in words, such as `× 12 teams`. */
  readonly size?: string
  readonly sort: { readonly order: Order; readonly loadOrder: LoadOrder }
  /** Teams stand in rows, which have orders of their own. */
  readonly byLoad?: boolean
  /** Whether there is anything to fold. */
  readonly folds?: boolean
  readonly change: (change: QueryChange) => void
}

/** Stands over a reading: how many activities of all it shows, against what, in which order it stands, and the switch for all of its groups. */
export function Bar({ book, listing, size, sort, byLoad = false, folds = false, change }: BarProps) {
  return (
    <div className={styles.bar}>
      <span className={styles.size}>
        <span role="status">
          <b>{countText(listing.listed.length)}</b> of {countText(book.standings.length)} activities
        </span>
        {size !== undefined && ` ${size}`}
      </span>
      <span className={styles.sort}>
        <Select
          label="Sort by"
          options={byLoad ? options(loadNames) : options(orderNames)}
          value={byLoad ? sort.loadOrder : sort.order}
          onChange={(value) => change({ sort: value === (byLoad ? 'name' : 'tier') ? null : value })}
        />
      </span>
      {folds && (
        <>
          <ChipButton onClick={() => change({ folded: allFolded })}>Collapse all</ChipButton>
          <ChipButton onClick={() => change({ folded: null })}>Expand all</ChipButton>
        </>
      )}
    </div>
  )
}
