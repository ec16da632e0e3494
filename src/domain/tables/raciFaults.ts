import type { RaciPlan } from './raciRow'
import type { RaciFault, RaciSheet, SheetRow } from './raciSheet'
import type { Table } from './table'

/** Every fault of a table, in the order of its lines. */
export const faultsOf = (sheet: RaciSheet, plan: RaciPlan): readonly RaciFault[] =>
  [...sheet.faults, ...plan.rows.flatMap(({ faults }) => faults)].toSorted((left, right) => left.line - right.line)

/** The rows that could not be read, as they stood, with what is wrong with them: to be mended and given again. */
export function faultTable(sheet: RaciSheet, plan: RaciPlan, rows: readonly SheetRow[]): Table {
  const byLine = Map.groupBy(faultsOf(sheet, plan), ({ line }) => line)
  const wide = Math.max(sheet.header.length, ...rows.map(({ cells }) => cells.length), 0)
  return {
    title: 'Rows that could not be read',
    scope: [`${byLine.size} rows with faults`],
    definitions: ['Line and column are those of the table that was given. Mend the rows and import them again.'],
    columns: [
      { key: 'line', label: 'Line' },
      { key: 'wrong', label: 'What is wrong' },
      ...Array.from({ length: wide }, (_, index) => ({ key: `cell${index + 1}`, label: sheet.header[index] ?? '' })),
    ],
    rows: [...byLine].map(([line, faults]) => [
      line,
      faults.map(({ column, text }) => (column === undefined ? text : `${column}: ${text}`)),
      ...(rows.find((row) => row.line === line)?.cells ?? []),
    ]),
  }
}
