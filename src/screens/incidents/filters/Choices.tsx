import { incidentStates, severities } from '../../../domain/incident'
import type { Id } from '../../../domain/units'
import { FilterSelect } from '../../../ui'
import { readState } from '../address'
import { type Filters, type Lack, lacks } from '../query'
import { lackText, stateWord } from '../words'
import type { Named, Vocabulary } from './vocabulary'

const levels = [
  ...severities.map((each) => ({ value: String(each), label: `SEV${each}` })),
  { value: '0', label: 'unknown' },
]
/** A list of people that nobody scrolls through: who is not in it is typed. */
const scrolled = 500

interface ChoicesProps {
  readonly filters: Filters
  readonly known: Vocabulary
  readonly set: (change: Partial<Filters>) => void
}

/** Those that can be chosen by name; a chosen one that nobody has a name for is among them. */
const options = (named: readonly Named[], chosen: readonly Id[]) => {
  const known = new Set(named.map(({ id }) => id))
  return [
    ...chosen.flatMap((id) => (known.has(id) ? [] : [{ value: id, label: id }])),
    ...named.map(({ id, name }) => ({ value: id, label: name })),
  ]
}
const plain = (values: readonly string[], chosen: readonly string[]) =>
  [...new Set([...chosen, ...values])].map((value) => ({ value, label: value }))

/** Filters as pills: two that are always at hand, and the others once something of them is chosen. */
export function Choices({ filters, known, set }: ChoicesProps) {
  const lackOptions: readonly { readonly value: Lack; readonly label: string }[] = lacks.map((value) => ({
    value,
    label: lackText[value],
  }))
  const states = [...new Set([...incidentStates, ...known.states.flatMap((state) => readState(state) ?? [])])]
  return (
    <>
      <FilterSelect
        label="Severity"
        options={levels}
        value={filters.severities.map(String)}
        onChange={(chosen) =>
          set({ severities: [...severities, 0 as const].filter((each) => chosen.includes(String(each))) })
        }
      />
      <FilterSelect
        label="Owner"
        options={options(known.teams, filters.teams)}
        value={filters.teams}
        onChange={(teams) => set({ teams })}
      />
      {filters.people.length > 0 && (
        <FilterSelect
          label="Person"
          options={options(known.people.length <= scrolled ? known.people : [], filters.people)}
          value={filters.people}
          onChange={(people) => set({ people })}
        />
      )}
      {filters.states.length > 0 && (
        <FilterSelect
          label="State"
          options={states.map((value) => ({ value, label: stateWord(value) }))}
          value={filters.states}
          onChange={(chosen) => set({ states: chosen })}
        />
      )}
      {filters.workloads.length > 0 && (
        <FilterSelect
          label="Workload"
          options={options(known.workloads, filters.workloads)}
          value={filters.workloads}
          onChange={(workloads) => set({ workloads })}
        />
      )}
      {filters.labels.length > 0 && (
        <FilterSelect
          label="Label"
          options={plain(known.labels, filters.labels)}
          value={filters.labels}
          onChange={(labels) => set({ labels })}
        />
      )}
      {filters.problems.length > 0 && (
        <FilterSelect
          label="Problem"
          options={options(known.problems, filters.problems)}
          value={filters.problems}
          onChange={(problems) => set({ problems })}
        />
      )}
      {filters.lacks.length > 0 && (
        <FilterSelect
          label="Lacks"
          options={lackOptions}
          value={filters.lacks}
          onChange={(chosen) => set({ lacks: chosen })}
        />
      )}
    </>
  )
}
