import type { Ownership, Standing } from '../coverage'
import { type LoadCell, loadOf } from '../load'
import { byWorkload } from '../matrix'
import { scopeLines, type Shown } from './ownershipScope'
import { distinctColumns } from './ownershipTeams'
import type { Cell, Table } from './table'

const carried = (cell: LoadCell | undefined): Cell =>
  cell && [
    ...(cell.accountable > 0 ? [`A ${cell.accountable}`] : []),
    ...(cell.responsible > 0 ? [`R ${cell.responsible}`] : []),
    ...(cell.soleAccountable ? ['sole A'] : []),
    ...(cell.soleResponsible ? ['sole R'] : []),
  ]

/** Team × workload: how many activities a team, or a holder in none, answers for and performs, and where it is alone. */
export function loadTable(
  listed: readonly Standing[],
  all: readonly Standing[],
  ownership: Ownership,
  shown: Shown,
): Table {
  const { rows, cells, nobody } = loadOf(listed, all, ownership)
  const workloads = byWorkload(listed)
  const names = new Map(workloads.map(({ id, name }) => [id, name]))
  const byParty = new Map(
    [...Map.groupBy(cells, ({ party }) => party)].map(([party, own]) => [
      party,
      new Map(own.map((cell) => [cell.workload, cell])),
    ]),
  )
  const labels = distinctColumns(
    rows.map(({ id }) => id),
    (id) => rows.find((row) => row.id === id)?.name ?? id,
  )
  const unowned = [...nobody.values()].reduce((sum, count) => sum + count, 0)
  return {
    title: 'Load by team',
    scope: scopeLines(shown),
    definitions: [
      'A n: is accountable for n activities of the workload. R n: is responsible for n. A person counts for their team.',
      'sole A, sole R: nobody else is accountable, or responsible, for anything in the workload, filtered out or not.',
      'Sole in: the number of workloads in which it alone is accountable or responsible.',
      'An activity with several holders counts for each of them, so columns may add up to more than there are.',
    ],
    columns: [
      { key: 'team', label: 'Team' },
      { key: 'accountable', label: 'A' },
      { key: 'responsible', label: 'R' },
      { key: 'sole', label: 'Sole in' },
      ...distinctColumns(
        workloads.map(({ id }) => id),
        (id) => names.get(id) ?? id,
      ),
    ],
    rows: [
      ...rows.map(({ id, accountable, responsible, sole }, index): readonly Cell[] => [
        labels[index]?.label ?? id,
        accountable,
        responsible,
        sole,
        ...workloads.map((workload) => carried(byParty.get(id)?.get(workload.id))),
      ]),
      ...(unowned === 0
        ? []
        : [['nobody accountable', unowned, undefined, undefined, ...workloads.map(({ id }) => nobody.get(id))]]),
    ],
  }
}
