import type { Facet, Records } from '../../../domain/query/facets'
import type { GivenFile } from '../given'
import { FileFault, placeOf, type Reading, sayZoneAssumed } from '../sink'
import { textOf, wholeText } from '../text'
import { readDocuments } from '../yaml'
import { columnMapper, type ColumnSpec, howOf, type Lookup } from './columns'
import { csvRows } from './csv'
import { linesOf } from './lines'
import { isPlainObject, type Shape, ShapeFault } from './shape'
import { recordShapes } from './shapes'

/** How a table of the workspace is to be read. */
export interface TableSpec {
  readonly facet: Facet
  /** Domain field → column. Absent: the columns are named like the fields, and JSON may nest them. */
  readonly columns?: Readonly<Record<string, ColumnSpec>>
  readonly format?: 'csv' | 'json' | 'jsonl'
  readonly delimiter?: string
  /** Ways dates are written; default ISO 8601. */
  readonly dates?: readonly string[]
  readonly zone?: string
  /** Texts that stand for nothing; an empty cell always does. */
  readonly missing?: readonly string[]
  readonly decimal?: '.' | ','
  /** JSON: where the list stands, e.g. `result.items`. */
  readonly at?: string
}

interface Row {
  readonly line: number
  readonly lookup: Lookup
  /** The row as it stands, where it is an object. */
  readonly whole?: unknown
  readonly fault?: string
}

const formatOf = (path: string): TableSpec['format'] =>
  /\.(jsonl|ndjson)(\.gz)?$/i.test(path) ? 'jsonl' : /\.json(\.gz)?$/i.test(path) ? 'json' : 'csv'

/** The value under a dotted name. */
const within = (value: unknown, name: string): unknown =>
  name === ''
    ? value
    : name
        .split('.')
        .reduce<unknown>((at, key) => (isPlainObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), value)

const objectRow = (line: number, whole: unknown): Row => ({
  line,
  whole,
  lookup: (name) => (isPlainObject(whole) && Object.hasOwn(whole, name) ? whole[name] : within(whole, name)),
  ...(!isPlainObject(whole) && { fault: 'the row is not an object with named fields' }),
})

async function* jsonlBatches(file: GivenFile, reading: Reading): AsyncGenerator<readonly Row[]> {
  for await (const lines of linesOf(textOf(file, reading).pieces))
    yield lines.map(({ line, text }) => {
      try {
        return objectRow(line, JSON.parse(text))
      } catch {
        return { line, lookup: () => undefined, fault: 'the line is not JSON' }
      }
    })
}

async function* jsonBatches(file: GivenFile, spec: TableSpec, reading: Reading): AsyncGenerator<readonly Row[]> {
  const located = readDocuments(file.path, await wholeText(file, reading), reading.limits.depth)
  const list = within(located.documents[0], spec.at ?? '')
  if (!Array.isArray(list))
    throw new FileFault(`There is no list ${spec.at ? `at ${spec.at}` : 'at the top'}. Name its place with “at”.`)
  const path = spec.at ? spec.at.split('.') : []
  yield list.map((whole: unknown, index) => {
    const row = objectRow(0, whole)
    return { ...row, get line() { return located.lineOf(0, [...path, index]) } } // prettier-ignore
  })
}

async function* csvBatches(file: GivenFile, spec: TableSpec, reading: Reading): AsyncGenerator<readonly Row[]> {
  const delimiter = spec.delimiter ?? (/\.tsv(\.gz)?$/i.test(file.path) ? '\t' : ',')
  let index: ReadonlyMap<string, number> | undefined
  for await (const batch of csvRows(textOf(file, reading).pieces, delimiter)) {
    let rows = batch
    if (index === undefined) {
      const [head, ...below] = batch
      index = new Map(head?.cells.map((name, at) => [name.trim(), at]))
      for (const each of Object.values(spec.columns ?? {})) {
        const column = typeof each === 'string' ? each : each.column
        if (column !== undefined && !index.has(column))
          throw new FileFault(`There is no column “${column}”. The header has: ${[...index.keys()].join(', ')}.`, 1)
      }
      rows = below
    }
    const columns = index
    yield rows.map(({ line, cells, fault }) => ({
      line,
      lookup: (name: string) => cells[columns.get(name) ?? -1],
      ...(fault !== undefined && { fault }),
      ...(fault === undefined &&
        cells.length !== columns.size && { fault: `the row has ${cells.length} cells, the header ${columns.size}` }),
    }))
  }
}

const batchesOf = (file: GivenFile, spec: TableSpec, reading: Reading): AsyncGenerator<readonly Row[]> => {
  const format = spec.format ?? formatOf(file.path)
  if (format === 'jsonl') return jsonlBatches(file, reading)
  return format === 'json' ? jsonBatches(file, spec, reading) : csvBatches(file, spec, reading)
}

/** Every field of the facet from the column of its name: what a table without declared columns means. */
const sameNames = (shape: Shape<unknown>): Readonly<Record<string, ColumnSpec>> =>
  Object.fromEntries(Object.keys(shape.fields ?? {}).map((name) => [name, name]))

/** Reads a table into one facet. A row that does not fit is set aside with its line and the reason. */
export async function readTable<F extends Facet>(
  file: GivenFile,
  facet: F,
  spec: Omit<TableSpec, 'facet'>,
  reading: Reading,
): Promise<void> {
  const { sink, limits } = reading
  const shape: Shape<Records[F]> = recordShapes[facet]
  const zone = spec.zone ?? reading.zone
  const how = howOf(spec.dates ?? ['iso'], zone)
  const mapper = columnMapper(
    {
      columns: spec.columns ?? sameNames(shape),
      missing: new Set(['', ...(spec.missing ?? [])]),
      dates: spec.dates ?? ['iso'],
      zone,
      decimal: spec.decimal ?? '.',
    },
    shape,
  )
  const aside = (row: Row, record: string, reason: string) =>
    sink.aside({ facet, record, place: placeOf(file.path, row.line), reason })
  let count = 0
  for await (const rows of batchesOf(file, { facet, ...spec }, reading)) {
    const records: Records[F][] = []
    const ids = new Set<string>()
    for (const row of rows) {
      count += 1
      if (count > limits.rows) break
      if (row.fault !== undefined) {
        aside(row, `row ${count}`, `Set aside: ${row.fault}.`)
        continue
      }
      try {
        const direct = spec.columns === undefined && row.whole !== undefined
        const record = shape.read(direct ? row.whole : mapper.record(row.lookup), how, [])
        if (ids.has(record.id) || sink.has(facet, record.id))
          aside(row, record.id, 'It is told already: the first one counts.')
        else {
          ids.add(record.id)
          records.push(record)
        }
      } catch (cause) {
        if (!(cause instanceof ShapeFault)) throw cause
        const column = mapper.columnOf(cause.path)
        const name = row.lookup('id')
        aside(
          row,
          typeof name === 'string' ? name : `row ${count}`,
          column ? `Column ${column}: ${cause.message}` : cause.message,
        )
      }
    }
    sink.put(facet, records)
    if (count > limits.rows) break
  }
  if (count > limits.rows) sayTruncated(file.path, facet, reading)
  if (spec.zone === undefined && (spec.dates ?? []).some((format) => !/^unix|Z/.test(format)))
    sayZoneAssumed(reading, file.path)
}

/** Says that a table was longer than is read. */
export function sayTruncated(path: string, facet: Facet, { sink, limits }: Reading): void {
  const most = limits.rows.toLocaleString('en')
  sink.caveat({ kind: 'truncated', text: `${path} has more than ${most} rows: only the first ${most} were read.` })
  sink.aside({
    facet,
    record: `rows after ${most}`,
    place: path,
    reason: `The limit of ${most} rows was reached. Raise limits.rows in watchbill.yaml.`,
  })
}
