import { useMemo } from 'react'
import { useWhole } from '../../../data'
import type { Dimension, Within } from '../../../domain/dimension'
import { limitText, type NameOf } from '../../../domain/dimensionWords'
import { incidentStates } from '../../../domain/incident'
import { openValue, unknownText } from '../../../domain/units'
import type { Filters } from '../query'
import type { Names } from '../useNames'
import { stateWord } from '../words'
import { Removable } from './Removable'

interface LimitsProps {
  readonly limits: readonly Within[]
  readonly names: Names
  readonly set: (change: Partial<Filters>) => void
}

const valuesBy = (limits: readonly Within[], by: Dimension) => ({
  ids: limits.flatMap((limit) => (limit.by === by ? limit.values.filter((value) => value !== '') : [])),
})

/** What limits name by id, as people call it. */
function useNameOf(limits: readonly Within[], names: Names): NameOf {
  const activities = useMemo(() => valuesBy(limits, 'activity'), [limits])
  const problems = useMemo(() => valuesBy(limits, 'problem'), [limits])
  const activityItems = useWhole('activities', activities, activities.ids.length > 0).items
  const problemItems = useWhole('problems', problems, problems.ids.length > 0).items
  return useMemo(() => {
    const activityNames = new Map(activityItems.map(({ id, name }) => [id, name]))
    const problemTitles = new Map(problemItems.map(({ id, title }) => [id, title]))
    const known: Partial<Record<Dimension, (id: string) => string | undefined>> = {
      team: names.party,
      workload: names.workload,
      activity: (id) => activityNames.get(id),
      problem: (id) => problemTitles.get(id),
      state: (word) => stateWord(openValue(incidentStates, unknownText(word) ?? word)),
    }
    return (by, id) => known[by]?.(id)
  }, [activityItems, problemItems, names])
}

/** The limits of a count whose records are shown, each in plain words; pressing one takes it away. */
export function Limits({ limits, names, set }: LimitsProps) {
  const nameOf = useNameOf(limits, names)
  return limits.map((limit, index) => (
    <Removable
      key={`${limit.by} ${limit.clock ?? ''} ${limit.values.join(' ')}`}
      text={limitText(limit, nameOf)}
      what="Remove the limit"
      onRemove={() => set({ limits: limits.toSpliced(index, 1) })}
    />
  ))
}
