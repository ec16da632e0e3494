import type { IncidentOrder } from '../../domain/query/incident'
import { ChipButton, Icon, Select } from '../../ui'
import styles from './incidents.module.css'
import { rangeNames, rangeText } from './query'
import type { IncidentsUrl } from './useFilters'
import { useMoments } from './useMoments'

const orders: readonly { readonly value: IncidentOrder; readonly label: string }[] = [
  { value: 'severity', label: 'Worst first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
]
const opened = rangeNames.map((value) => ({ value, label: value === 'all' ? 'Any time' : `Last ${rangeText[value]}` }))

/** Over what time the list goes, and in what order. */
export function Arrange({ url: { filters, setFilters } }: { readonly url: IncidentsUrl }) {
  const { betweenText } = useMoments()
  const between = filters.from !== undefined || filters.to !== undefined
  return (
    <span className={styles.arrange}>
      {between ? (
        <ChipButton onClick={() => setFilters({ range: 'all' })}>
          {betweenText(filters.from, filters.to)}
          <Icon name="close" size={12} />
          <span className="hidden">Remove the range</span>
        </ChipButton>
      ) : (
        <Select label="Opened" value={filters.range} options={opened} onChange={(range) => setFilters({ range })} />
      )}
      <Select label="Order" value={filters.order} options={orders} onChange={(order) => setFilters({ order })} />
    </span>
  )
}
