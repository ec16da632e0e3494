import type { Table } from './table'

/**
 * `{ title, scope, definitions, columns, count, records }`. Fields are named by column key; one that a record does not
 * have is absent. Several texts are a list, numbers are numbers.
 */
export function jsonText({ title, scope, definitions, columns, rows }: Table): string {
  const records = rows.map((row) =>
    Object.fromEntries(columns.flatMap(({ key }, index) => (row[index] === undefined ? [] : [[key, row[index]]]))),
  )
  const labels = Object.fromEntries(columns.map(({ key, label }) => [key, label]))
  return `${JSON.stringify({ title, scope, definitions, columns: labels, count: records.length, records }, undefined, 2)}\n`
}
