import { ChipButton, Icon, Select, useKeys } from '../../ui'
import styles from './incidents.module.css'
import { type Order, orders, rangeNames, rangeText } from './query'
import type { IncidentsUrl } from './useFilters'
import { useMoments } from './useMoments'

const orderText: Readonly<Record<Order, string>> = {
  urgent: 'Who must act now',
  severity: 'Worst first',
  newest: 'Newest first',
  oldest: 'Oldest first',
}
const opened = rangeNames.map((value) => ({ value, label: value === 'all' ? 'Any time' : `Last ${rangeText[value]}` }))

/** Over what time the list goes, and in what order. */
export function Arrange({ url: { filters, setFilters } }: { readonly url: IncidentsUrl }) {
  const { betweenText } = useMoments()
  // What has ended waits for nobody.
  const lawful = orders.filter((order) => order !== 'urgent' || filters.status === 'open')
  const next = lawful[(lawful.indexOf(filters.order) + 1) % lawful.length]
  useKeys('Incidents: order', [
    { keys: 'w', label: 'Next order of the list', run: () => next && setFilters({ order: next }) },
  ])
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
      <Select
        label="Order"
        value={filters.order}
        options={lawful.map((value) => ({ value, label: orderText[value] }))}
        onChange={(order) => setFilters({ order })}
      />
    </span>
  )
}
