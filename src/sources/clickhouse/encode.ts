import type { Parameter } from './parameters'

/** As ClickHouse reads texts in addresses: its TSV escapes. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')

const quoted = (value: string | number | readonly string[]): string => {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? `'${escaped(value)}'` : `[${value.map(quoted).join(',')}]`
}

/** The text of a parameter, for an address (https://clickhouse.com/docs/interfaces/http#cli-queries-with-parameters). */
export function encode(value: Parameter): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (isList(value)) return `[${value.map(quoted).join(',')}]`
  const pairs = Object.entries(value).map(([name, each]) => `${quoted(name)}:${each}`)
  return `{${pairs.join(',')}}`
}

const isList = (value: Parameter): value is readonly string[] | readonly number[] | readonly (readonly string[])[] =>
  Array.isArray(value)
