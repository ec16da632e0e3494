type Schema = Readonly<Record<string, unknown>>

/** How one option is asked for. What no control fits is asked for as JSON. */
type Control =
  | { readonly kind: 'text' | 'number' | 'flag' | 'texts' | 'renames' | 'json' }
  | { readonly kind: 'choice' | 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'group'; readonly schema: Schema }

/** One option of a source, as its schema describes it. */
export type Field = Control & {
  readonly name: string
  /** `Timeout seconds`, from its title or its name. */
  readonly label: string
  readonly hint: string | undefined
  readonly required: boolean
}

export const isRecord = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []

/** `timeoutSeconds` as `Timeout seconds`. */
const wordsOf = (name: string): string => {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function controlOf(schema: Schema): Control {
  const values = texts(schema['enum'])
  if (values.length > 0) return { kind: 'choice', values }
  const { type, items, properties, additionalProperties } = schema
  if (type === 'string') return { kind: 'text' }
  if (type === 'number' || type === 'integer') return { kind: 'number' }
  if (type === 'boolean') return { kind: 'flag' }
  if (type === 'array' && isRecord(items)) {
    const known = texts(items['enum'])
    if (known.length > 0) return { kind: 'choices', values: known }
    if (items['type'] === 'string') return { kind: 'texts' }
  }
  if (type === 'object' && isRecord(properties)) return { kind: 'group', schema }
  if (type === 'object' && isRecord(additionalProperties) && additionalProperties['type'] === 'string')
    return { kind: 'renames' }
  return { kind: 'json' }
}

/** The fields of a JSON Schema of an object, required ones first. */
export function fieldsOf(schema: Schema): readonly Field[] {
  const { properties } = schema
  if (!isRecord(properties)) return []
  const needed = texts(schema['required'])
  const fields = Object.entries(properties).map(([name, each]): Field => {
    const own = isRecord(each) ? each : {}
    return {
      ...controlOf(own),
      name,
      label: textOf(own['title']) ?? wordsOf(name),
      hint: textOf(own['description']),
      required: needed.includes(name),
    }
  })
  return fields.toSorted((left, right) => Number(right.required) - Number(left.required))
}
