import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema'
import type { JsonSchema } from './schema'

/** Something wrong in the configuration, in words a person can act on. */
export interface ConfigFault {
  /** Where: `sources[1].options.url`. */
  readonly place: string
  /** What is wrong there, naming the key or value. */
  readonly wrong: string
  /** What may stand there. */
  readonly allowed?: string
}

/** `#/sources/1/options` as `sources[1].options`. */
export function placeOf(pointer: string, below = ''): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
  const path = parts.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`)).join('')
  return `${below}${path}`.replace(/^\./, '') || 'the file as a whole'
}

/** What stands at a JSON pointer (`#/a/0/b`). */
function at(root: unknown, pointer: string): unknown {
  let value = root
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([key]) => key === decodeURIComponent(part))?.[1]
  }
  return value
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const list = (values: readonly unknown[]): string => values.map((value) => String(value)).join(', ')

/** How many letters have to change to make one word the other (Levenshtein). */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_cell, index) => index)
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}

/** The known word that was probably meant. */
export const meant = (word: string, known: readonly string[]): string | undefined =>
  known
    .map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, far }) => far <= (each.length < 4 ? 1 : Math.max(2, each.length / 3)))
    .toSorted((left, right) => left.far - right.far)[0]?.each

const suggestion = (word: string, known: readonly string[]): string => {
  const found = meant(word, known)
  return found === undefined ? '' : ` Did you mean “${found}”?`
}

type Telling = (found: { schema: unknown; value: unknown; place: string }) => readonly ConfigFault[]

const tellings: Readonly<Record<string, Telling>> = {
  additionalProperties: ({ schema, value, place }) => {
    const known = isRecord(schema) && isRecord(schema['properties']) ? Object.keys(schema['properties']) : []
    const extra = isRecord(value) ? Object.keys(value).filter((key) => !known.includes(key)) : []
    return extra.map((key) => ({
      place: place === 'the file as a whole' ? key : `${place}.${key}`,
      wrong: `“${key}” is not known here.${suggestion(key, known)}`,
      allowed: list(known),
    }))
  },
  required: ({ schema, value, place }) => {
    const needed = isRecord(schema) && Array.isArray(schema['required']) ? schema['required'].map(String) : []
    const missing = needed.filter((key) => !isRecord(value) || !(key in value))
    return missing.map((key) => ({ place, wrong: `“${key}” is missing.` }))
  },
  contains: ({ schema, place }) => {
    const needed = isRecord(schema) && isRecord(schema['contains']) ? schema['contains']['const'] : undefined
    return [{ place, wrong: `“${String(needed)}” is missing.` }]
  },
  type: ({ schema, value, place }) => {
    const type = isRecord(schema) ? schema['type'] : undefined
    const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
    return [{ place, wrong: `A value of type ${found} stands here.`, allowed: list([type].flat()) }]
  },
  enum: ({ schema, value, place }) => {
    const known = isRecord(schema) && Array.isArray(schema['enum']) ? schema['enum'].map(String) : []
    return [
      { place, wrong: `“${String(value)}” is not known.${suggestion(String(value), known)}`, allowed: list(known) },
    ]
  },
  pattern: ({ schema, value, place }) => {
    const says = isRecord(schema) ? (schema['description'] ?? schema['pattern']) : ''
    return [{ place, wrong: `“${String(value)}” does not fit.`, allowed: String(says) }]
  },
}

/** Keywords that only pass on what lies deeper. */
const passing = new Set([
  'false',
  'properties',
  'items',
  'prefixItems',
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'then',
  'else',
])

function tell(unit: OutputUnit, schema: JsonSchema, value: unknown, below: string): readonly ConfigFault[] {
  const place = placeOf(unit.instanceLocation, below)
  const telling = tellings[unit.keyword]
  const parent = unit.keywordLocation.split('/').slice(0, -1).join('/')
  if (telling) return telling({ schema: at(schema, parent), value: at(value, unit.instanceLocation), place })
  return passing.has(unit.keyword) ? [] : [{ place, wrong: unit.error }]
}

/** Everything in a value that its schema does not allow. `below` is the place of the value in the whole file. */
export function faultsOf(schema: JsonSchema, value: unknown, below = ''): readonly ConfigFault[] {
  const { valid, errors } = new Validator(schema as Schema, '2020-12', false).validate(value)
  if (valid) return []
  const told = errors.flatMap((unit) => tell(unit, schema, value, below))
  const unique = new Map(told.map((fault) => [`${fault.place} ${fault.wrong}`, fault]))
  const first = errors.at(-1)
  return unique.size > 0 || !first
    ? [...unique.values()]
    : [{ place: placeOf(first.instanceLocation, below), wrong: first.error }]
}
