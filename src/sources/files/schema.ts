import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema'
import type { Path } from './yaml'

/** What is wrong at one place of a document, in words for the person who wrote it. */
export interface Complaint {
  readonly path: Path
  readonly reason: string
}

/** Checks a value against one definition of a published schema (`#/$defs/team`), or all of it (`#`). */
export function checkOf(schema: object, pointer: string): (value: unknown) => Complaint | undefined {
  const part = pointer === '#' ? schema : { $defs: '$defs' in schema ? schema.$defs : {}, $ref: pointer }
  const validator = new Validator(asSchema(part), '2020-12', false)
  return (value) => {
    const { valid, errors } = validator.validate(value)
    return valid ? undefined : worst(errors)
  }
}

/** Guarantee: the schemas in `public/` are JSON Schema 2020-12; a test reads a valid and a broken document with each. */
const asSchema = (schema: object): Schema => schema

/** Keywords that only say that something below them is wrong. */
const carriers = new Set(['properties', 'items', '$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'additionalProperties'])

const pathOf = ({ instanceLocation }: OutputUnit): Path =>
  instanceLocation
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

function wordsFor({ keyword, error }: OutputUnit, path: Path): string {
  const field = path.at(-1)
  const quoted = /"([^"]*)"/.exec(error)?.[1]
  switch (keyword) {
    case 'false':
      return `“${String(field)}” is not known here. Check the spelling, or leave it out.`
    case 'required':
      return `“${quoted ?? '?'}” is missing. Add it.`
    case 'type':
      return `It should be ${(/Expected (.*)\.$/.exec(error)?.[1] ?? 'something else').replaceAll('"', '')}, not ${quoted ?? 'this'}.`
    case 'enum':
      return `It should be one of ${(/\[(.*)\]/.exec(error)?.[1] ?? '').replaceAll('"', '').replaceAll(',', ', ')}.`
    case 'minLength':
      return 'It is empty. Write something, or leave it out.'
    default:
      return error
  }
}

/** The deepest error: the outer ones only say that something within them is wrong. */
function worst(errors: readonly OutputUnit[]): Complaint {
  const plain = errors.filter(({ keyword }) => !carriers.has(keyword))
  const [deepest] = (plain.length > 0 ? plain : errors).toSorted(
    (left, right) =>
      pathOf(right).length - pathOf(left).length ||
      Number(right.keyword === 'false') - Number(left.keyword === 'false'),
  )
  if (!deepest) return { path: [], reason: 'It does not fit the schema.' }
  const path = pathOf(deepest)
  const at = path.length === 0 ? '' : `${path.join('.')}: `
  return { path, reason: at + wordsFor(deepest, path) }
}
