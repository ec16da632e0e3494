import type { Path } from '../yaml'
import { FileFault } from '../sink'
import { anyDateReader, type DateReader } from './dates'
import { Cell, type How, type Optional, type Shape } from './shape'

/** How one field is filled from a row. A plain text names the column. */
export type ColumnSpec =
  | string
  | {
      readonly column?: string
      /** The same for every row. */
      readonly value?: string | number | boolean
      /** Ways this column writes dates, where they differ from the table's. */
      readonly dates?: readonly string[]
      readonly zone?: string
      /** What stands in the column → what it means. Others stay as they are. */
      readonly values?: Readonly<Record<string, string | number | boolean>>
      /** Put before the text: `team:`. */
      readonly prefix?: string
      /** Splits a list; default `;`. */
      readonly separator?: string
    }

export interface ColumnRules {
  readonly columns: Readonly<Record<string, ColumnSpec>>
  readonly missing: ReadonlySet<string>
  readonly dates: readonly string[]
  readonly zone: string
  /** The character before the fraction of a number, `.` or `,`. */
  readonly decimal: '.' | ','
}

/** Gives the value under a name of the row, or undefined where the row has none. */
export type Lookup = (column: string) => unknown

const unwrap = (field: Shape<unknown> | Optional<unknown>): Shape<unknown> =>
  'optional' in field ? field.optional : field

/** Refuses a mapping to a field that the facet does not have. */
function check(field: string, shape: Shape<unknown>): void {
  let at: Shape<unknown> = shape
  for (const name of field.split('.')) {
    const fields = at.fields ?? {}
    const next = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!next)
      throw new FileFault(
        `columns.${field}: there is no such field. Known here: ${Object.keys(fields).join(', ') || 'none'}.`,
      )
    at = unwrap(next)
  }
}

const plainNumber = (text: string): string =>
  /^[+-]?[\d.\s]+(,\d+)?$/.test(text) ? text.replaceAll(/[.\s]/g, '').replace(',', '.') : text

export function howOf(dates: readonly string[], zone: string): How {
  let reader: DateReader
  try {
    reader = anyDateReader(dates, zone)
  } catch (cause) {
    if (cause instanceof RangeError) throw new FileFault(cause.message, undefined, { cause })
    throw cause
  }
  return { dates: reader, dateWords: `${dates.join(' or ')} (${zone})` }
}

type Fill = (record: Map<string, unknown>, row: Lookup) => void

/** The record's nested fields as an object that has nothing but them. */
function nested(flat: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> {
  const root = new Map<string, unknown>()
  for (const [field, value] of flat) {
    const names = field.split('.')
    let at = root
    for (const name of names.slice(0, -1)) {
      const inner = at.get(name)
      const next: Map<string, unknown> =
        inner instanceof Map ? (inner as Map<string, unknown>) : new Map<string, unknown>()
      at.set(name, next)
      at = next
    }
    at.set(names.at(-1) ?? field, value)
  }
  const plain = (map: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      [...map].map(([name, value]) => [name, value instanceof Map ? plain(value as Map<string, unknown>) : value]),
    )
  return plain(root)
}

/** The rules as a function from a row to a record of cells, which the facet's shape then reads. */
export function columnMapper(
  rules: ColumnRules,
  shape: Shape<unknown>,
): {
  readonly record: (row: Lookup) => Readonly<Record<string, unknown>>
  readonly columnOf: (path: Path) => string | undefined
} {
  const fills: Fill[] = []
  const named = new Map<string, string>()
  for (const [field, spec] of Object.entries(rules.columns)) {
    check(field, shape)
    const {
      column,
      value,
      dates,
      zone,
      values,
      prefix = '',
      separator,
    } = typeof spec === 'string' ? { column: spec } : spec
    if (column === undefined) {
      fills.push((record) => value !== undefined && record.set(field, value))
      continue
    }
    named.set(field, column)
    const known = new Map(Object.entries(values ?? {}))
    const how = dates || zone ? howOf(dates ?? rules.dates, zone ?? rules.zone) : undefined
    fills.push((record, row) => {
      const raw = row(column)
      if (raw === undefined || raw === null) return
      if (typeof raw === 'object') return void record.set(field, raw)
      const text = String(raw as string | number | boolean).trim()
      if (rules.missing.has(text)) return
      const meant = known.get(text)
      if (meant !== undefined && typeof meant !== 'string') return void record.set(field, meant)
      const said = `${prefix}${meant ?? (rules.decimal === ',' ? plainNumber(text) : text)}`
      record.set(field, new Cell(said, how, separator))
    })
  }
  return {
    record: (row) => {
      const record = new Map<string, unknown>()
      for (const fill of fills) fill(record, row)
      return nested(record)
    },
    columnOf: (path) => named.get(path.filter((part) => typeof part === 'string').join('.')),
  }
}
