import { Select, useKeys } from '../../ui'
import styles from './incidents.module.css'
import { useAnchor } from './anchor'
import { type Order, orders } from './query'
import type { IncidentsUrl } from './useFilters'

const orderText: Readonly<Record<Order, string>> = {
  urgent: 'Who must act now',
  severity: 'Worst first',
  newest: 'Newest first',
  oldest: 'Oldest first',
}

/** In what order the list goes. A log of the past waits for nobody: it says who had to act when it ended. */
export function Arrange({ url: { filters, setFilters } }: { readonly url: IncidentsUrl }) {
  const { live } = useAnchor()
  // What has ended waits for nobody.
  const lawful = orders.filter(
    (order) => order !== 'urgent' || (filters.status === 'open' && filters.openAt === undefined),
  )
  const next = lawful[(lawful.indexOf(filters.order) + 1) % lawful.length]
  useKeys('Incidents: order', [
    { keys: 'w', label: 'Next order of the list', run: () => next && setFilters({ order: next }) },
  ])
  const text = (order: Order) => (order === 'urgent' && !live ? 'Who had to act then' : orderText[order])
  return (
    <span className={styles.arrange}>
      <Select
        label="Order"
        value={filters.order}
        options={lawful.map((value) => ({ value, label: text(value) }))}
        onChange={(order) => setFilters({ order })}
      />
    </span>
  )
}
