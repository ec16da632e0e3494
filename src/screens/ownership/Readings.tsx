import { phone, Segmented, useMedia } from '../../ui'
import { type Reading, readings } from './model/query'
import { useQuery } from './model/useQuery'

const names: Readonly<Record<Reading, readonly [long: string, short: string]>> = {
  teams: ['Activity × Team', 'Teams'],
  workloads: ['Activity × Workload', 'Workloads'],
  load: ['Team × Workload', 'Load'],
}

/** Switches between the readings of one record set. The filters stay; the order of teams is none of activities. */
export function Readings() {
  const { raw, change } = useQuery()
  const narrow = useMedia(phone)
  return (
    <Segmented
      label="Reading"
      value={readings.find((each) => each === raw.view) ?? 'teams'}
      onChange={(view) =>
        change({
          view: view === 'teams' ? null : view,
          folded: null,
          ...((view === 'load') !== (raw.view === 'load') && { sort: null }),
        })
      }
      options={readings.map((value) => ({
        value,
        label: names[value][narrow ? 1 : 0],
        ...(narrow && { name: names[value][0] }),
      }))}
    />
  )
}
