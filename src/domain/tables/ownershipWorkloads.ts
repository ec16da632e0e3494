import type { Ownership, Standing } from '../coverage'
import { byShownName, byWorkload } from '../matrix'
import { roleNames } from '../ownership'
import { holdersText } from './ownershipCells'
import { ownedLine, scopeLines, type Shown } from './ownershipScope'
import { distinctColumns } from './ownershipTeams'
import type { Cell, Table } from './table'

/** Activity × workload: who is accountable. Activities of one name share a row; an empty cell: no such activity there. */
export function workloadsTable(standings: readonly Standing[], ownership: Ownership, shown: Shown): Table {
  const workloads = byWorkload(standings)
  const names = new Map(workloads.map(({ id, name }) => [id, name]))
  const byName = Map.groupBy(standings, ({ activity }) => activity.name)
  const rows = [...byName]
    .toSorted(([left], [right]) => byShownName(left, right))
    .map(([name, all]): readonly Cell[] => {
      const at = Map.groupBy(all, ({ activity }) => activity.workload)
      return [name, ...workloads.map(({ id }) => at.get(id)?.flatMap((each) => holdersText(each, 'A', ownership)))]
    })
  return {
    title: 'Accountable by workload',
    scope: scopeLines(shown),
    definitions: [
      `Cells name who is ${roleNames.A.toLowerCase()}. Empty: the workload has no activity of that name among those shown.`,
      'nobody: a gap, unless it is excused. (placeholder): a text stands where an owner should, which is a gap too. none by design: with the reason. not recorded: the sources do not say.',
      '(from …): inherited from there.',
      ownedLine,
    ],
    columns: [
      { key: 'activity', label: 'Activity' },
      ...distinctColumns(
        workloads.map(({ id }) => id),
        (id) => names.get(id) ?? id,
      ),
    ],
    rows,
  }
}
