import { findings } from '../../domain/query/standing'
import { Select } from '../../ui'
import { Choosers, type ChoosersProps } from './Choosers'
import type { Listing } from './model/listing'
import { countText, findingNames } from './model/words'

const whatever = 'any'

interface MoreFiltersProps extends ChoosersProps {
  readonly listing: Listing
}

/** The filters that are needed less often, and the class of gap. Role means: a role of the team or person chosen. */
export function MoreFilters({ listing, ...rest }: MoreFiltersProps) {
  const { raw, change } = rest
  const found = findings.flatMap((finding) => {
    const count = listing.count(finding)
    return count === undefined ? [] : [{ value: finding, label: `${findingNames[finding]} (${countText(count)})` }]
  })
  return (
    <>
      <Choosers {...rest} />
      <Select
        label="Gap"
        options={[{ value: whatever, label: 'Any state of ownership' }, ...found]}
        value={found.find(({ value }) => value === raw.gap)?.value ?? whatever}
        onChange={(gap) => change({ gap: gap === whatever ? null : gap })}
      />
    </>
  )
}
