import { severities } from '../../domain/incident'
import { ChipButton, FilterSelect, Icon, SearchBox, Select } from '../../ui'
import { isTeamId } from '../../domain/ownership'
import { type Filters as Values, statuses } from './query'
import styles from './incidents.module.css'
import type { IncidentsUrl } from './useFilters'
import type { Names } from './useNames'

const levels = [
  ...severities.map((each) => ({ value: String(each), label: `SEV${each}` })),
  { value: '0', label: 'unknown' },
]
const statusWords: Readonly<Record<Values['status'], string>> = { open: 'Open', ended: 'Ended', all: 'Open and ended' }
interface FiltersProps {
  readonly url: IncidentsUrl
  readonly names: Names
}

/** Every way to narrow the list. All of it is in the address. */
export function Filters({ url, names }: FiltersProps) {
  const { filters, setFilters } = url
  return (
    <div role="group" aria-label="Filters" className={styles.filters}>
      <SearchBox label="Search incidents" value={filters.text} onChange={(text) => setFilters({ text })} />
      <Select
        label="Status"
        value={filters.status}
        options={statuses.map((value) => ({ value, label: statusWords[value] }))}
        onChange={(status) => setFilters({ status })}
      />
      <FilterSelect
        label="Severity"
        options={levels}
        value={filters.severities.map(String)}
        onChange={(chosen) =>
          setFilters({ severities: [...severities, 0 as const].filter((each) => chosen.includes(String(each))) })
        }
      />
      <FilterSelect
        label="Team"
        options={names.parties.flatMap(({ id, name }) => (isTeamId(id) ? [{ value: id, label: name }] : []))}
        value={filters.teams}
        onChange={(teams) => setFilters({ teams })}
      />
      <FilterSelect
        label="Workload"
        options={names.workloads.map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.workloads}
        onChange={(workloads) => setFilters({ workloads })}
      />
      {filters.problems.length > 0 && (
        <ChipButton onClick={() => setFilters({ problems: [] })}>
          Problem {filters.problems.join(', ')}
          <Icon name="close" size={12} />
          <span className="hidden">Remove the problem filter</span>
        </ChipButton>
      )}
      {url.narrowed && (
        <button type="button" className={styles.clear} onClick={url.clear}>
          Clear filters
        </button>
      )}
    </div>
  )
}
