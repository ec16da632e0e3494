import type { Ownership, Standing } from '../coverage'
import { roleNames, roles } from '../ownership'
import { holdersText, ownedText } from './ownershipCells'
import { ownedLine, scopeLines, type Shown } from './ownershipScope'
import type { Cell, Table } from './table'

/** Activity × role with names in the cells: for paper, where hundreds of teams have no room side by side. */
export function rolesTable(standings: readonly Standing[], ownership: Ownership, shown: Shown): Table {
  return {
    title: 'Ownership by team',
    scope: scopeLines(shown),
    definitions: [
      'nobody: a gap, unless it is excused. —: no validator, nobody to ask or to tell. (placeholder): a text stands where an owner should, which is a gap too.',
      'none by design: with the reason. not recorded: the sources do not say. (from …): inherited from there.',
      ownedLine,
    ],
    columns: [
      { key: 'workload', label: 'Workload' },
      { key: 'activity', label: 'Activity' },
      ...roles.map((role) => ({ key: role, label: roleNames[role] })),
      { key: 'owned', label: 'Owned' },
      { key: 'gaps', label: 'Gaps' },
    ],
    rows: standings.map((standing): readonly Cell[] => [
      standing.workload?.name ?? standing.activity.workload,
      standing.activity.name,
      ...roles.map((role) => holdersText(standing, role, ownership)),
      ownedText(standing),
      standing.gaps.map(({ reason }) => reason),
    ]),
  }
}
