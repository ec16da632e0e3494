import { FilterSelect } from '../../ui'
import type { Book } from './model/listing'
import type { FilterKey, RawQuery } from './model/query'
import type { QueryChange } from './model/useQuery'

const names: Readonly<Record<FilterKey, string>> = {
  workload: 'Workload',
  team: 'Team',
  person: 'Person',
  role: 'Role',
  kind: 'Kind',
  risk: 'Risk',
  automation: 'Automation',
  tag: 'Tag',
  tier: 'Tier',
}

export interface ChoosersProps {
  readonly book: Book
  readonly raw: RawQuery
  readonly change: (change: QueryChange) => void
  readonly keys: readonly FilterKey[]
}

/** A choice of many for each of the keys. One in which nothing could be chosen is left out. */
export const Choosers = ({ book, raw, change, keys }: ChoosersProps) =>
  keys.map((key) => {
    const value = raw[key].filter((each) => book.choices[key].has(each))
    const options = book.options(key)
    return (
      (options.length > 1 || value.length > 0) && (
        <FilterSelect
          key={key}
          label={names[key]}
          options={options}
          value={value}
          onChange={(chosen) => change({ [key]: chosen })}
        />
      )
    )
  })
