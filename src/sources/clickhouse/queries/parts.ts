/** A condition that holds for all when the choice is empty, and folds away then: its column is not read. */
export const choice = (param: string, column = param, type = 'String'): string =>
  `(empty({${param}:Array(${type})}) OR ${column} IN {${param}:Array(${type})})`

/** The same for a column with several values. */
export const overlap = (param: string, column = param): string =>
  `(empty({${param}:Array(String)}) OR hasAny(${column}, {${param}:Array(String)}))`

/** A condition on one value, such as a moment; it holds for all when the parameter is NULL. */
export const given = (param: string, type: string, condition: (value: string) => string): string => {
  const value = `{${param}:Nullable(${type})}`
  return `(${value} IS NULL OR ${condition(value)})`
}

/** Milliseconds as a moment. */
export const moment = (milliseconds: string): string => `fromUnixTimestamp64Milli(${milliseconds}, 'UTC')`

/** A moment as milliseconds. */
export const ms = (column: string): string => `toUnixTimestamp64Milli(${column})`

/** Every word of a search, which comes in lower case, stands in the record's own words. */
export const text = '(empty({text:Array(String)}) OR arrayAll(word -> position(words, word) > 0, {text:Array(String)}))'

/** One column of an order. */
export interface Key {
  readonly column: string
  /** The column as a text of a cursor. */
  readonly told: string
  /** A parameter from a cursor as a value of the column. */
  readonly heard: (param: string) => string
  readonly descending?: true
}

export const textKey = (column: string): Key => ({ column, told: column, heard: (param) => `{${param}:String}` })
export const numberKey = (column: string): Key => ({
  column,
  told: `toString(${column})`,
  heard: (param) => `{${param}:Int64}`,
})
export const momentKey = (column: string, descending?: true): Key => ({
  column,
  told: `toString(${ms(column)})`,
  heard: (param) => moment(`{${param}:Int64}`),
  ...(descending && { descending }),
})

const beyond = ({ column, heard, descending }: Key, index: number, orEqual = ''): string =>
  `${column} ${descending ? '<' : '>'}${orEqual} ${heard(`after${index}`)}`

/** What comes after the cursor. The first column's bound says it again alone: only that skips what need not be read. */
function afterCursor(keys: readonly Key[]): string {
  const later = keys.reduceRight((rest, key, index) => {
    const further = beyond(key, index)
    return rest === '' ? further : `${further} OR (${key.column} = ${key.heard(`after${index}`)} AND (${rest}))`
  }, '')
  const [first] = keys
  return `(NOT {paged:Bool} OR (${first ? beyond(first, 0, '=') : '1'} AND (${later})))`
}

/** A page of records as JSON texts, each with its place in the order. */
export const list = (table: string, conditions: readonly string[], keys: readonly Key[]): string => `SELECT
  record,
  ${keys.map(({ told }) => told).join(',\n  ')}
FROM ${table}
WHERE ${[...conditions, afterCursor(keys)].join('\n  AND ')}
ORDER BY ${keys.map(({ column, descending }) => `${column}${descending ? ' DESC' : ''}`).join(', ')}
LIMIT {limit:UInt32}`

/** What each dimension's values are, as an array; `''` where nothing is recorded. */
export type Values<D extends string> = Readonly<Record<D, string>>

/** One value, or nothing. */
export const one = (value: string): string => `[ifNull(toString(${value}), '')]`
/** Several values, or nothing. */
export const each = (values: string): string => `if(empty(${values}), [''], CAST(${values}, 'Array(String)'))`
export const yesOrNo = (flag: string): string => `[multiIf(${flag} IS NULL, '', ${flag}, 'yes', 'no')]`

/** Limits by dimensions: of each limit, one of the values. A dimension that is not limited by is not read. */
export const limits = <D extends string>(values: Values<D>): readonly string[] =>
  Object.entries<string>(values).map(
    ([by, own]) =>
      `(empty({in_${by}:Array(Array(String))}) OR arrayAll(limit -> hasAny(limit, ${own}), {in_${by}:Array(Array(String))}))`,
  )

/** One column for each dimension: its values one by one where it is counted by, else nothing. */
export const keyColumns = <D extends string>(values: Values<D>): readonly string[] =>
  Object.entries<string>(values).map(
    ([by, own]) => `arrayJoin(if(has({by:Array(String)}, '${by}'), ${own}, [''])) AS key_${by}`,
  )

/** The values that were counted by, in the order of the dimensions. */
export const keyOf = (dimensions: readonly string[]): string =>
  `arrayFilter((value, by) -> has({by:Array(String)}, by), [${dimensions.map((by) => `key_${by}`).join(', ')}], [${dimensions.map((by) => `'${by}'`).join(', ')}])`

/** The first day of a moment's day, ISO week or month on the calendar of `zone`; nothing without buckets, or without a moment. */
export const bucketOf = (column: string): string => {
  const local = `toTimeZone(${column}, {zone:String})`
  const first = `multiIf({bucket:String} = 'week', toStartOfWeek(${local}, 1), {bucket:String} = 'month', toStartOfMonth(${local}), toDate(${local}))`
  return `if({bucket:String} = '', '', ifNull(toString(${first}), ''))`
}

/** The same, or the instant itself, as `instantLabel` of the domain has it. */
export const bucketOrInstantOf = (column: string): string =>
  `if({bucket:String} = 'instant', ifNull(concat(replaceOne(toString(toTimeZone(${column}, 'UTC')), ' ', 'T'), 'Z'), ''), ${bucketOf(column)})`
