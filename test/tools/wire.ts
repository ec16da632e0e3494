import { compile } from 'json-schema-to-typescript'

type Json = Readonly<Record<string, unknown>>

/** The parts of an OpenAPI document that types and checks are made from. */
export interface WireDocument {
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

const header = '// Made from public/openapi.json by `npm run wire`. Do not edit.\n'
const here = '#/components/schemas/'

/** Points the references of a schema at `$defs`, and drops what only people read. */
function terse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(terse)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]): readonly (readonly [string, unknown])[] => {
      if ((key === 'description' || key === 'title') && typeof part === 'string') return []
      if (key === '$ref' && typeof part === 'string') return [[key, part.replace(here, '#/$defs/')]]
      return [[key, terse(part)]]
    }),
  )
}

/** References as json-schema-to-typescript wants them: into one schema that holds all, with nothing beside them. */
function reference(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reference)
  if (typeof value !== 'object' || value === null) return value
  if ('$ref' in value && typeof value.$ref === 'string') return { $ref: value.$ref.replace(here, '#/definitions/') }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, reference(part)]))
}

/** The types of the wire, as the text of a TypeScript module. */
export async function wireTypes({ components: { schemas } }: WireDocument): Promise<string> {
  const root = {
    title: 'Wire',
    description: 'Every schema of the document, by name.',
    type: 'object',
    required: Object.keys(schemas),
    properties: Object.fromEntries(Object.keys(schemas).map((name) => [name, { $ref: `#/definitions/${name}` }])),
    definitions: reference(schemas),
  }
  const text = await compile(root as Parameters<typeof compile>[0], 'Wire', {
    additionalProperties: false,
    bannerComment: '',
    format: false,
  })
  return header + text
}

/** Answers are checked record by record, so that whole pages need no schema of their own at run time. */
const isChecked = (name: string): boolean => name === 'Page' || !name.endsWith('Page')

/** The schemas of the wire without descriptions, as the text of a TypeScript module. */
export function wireSchemas({ components: { schemas } }: WireDocument): string {
  const checked = Object.entries(schemas).filter(([name]) => isChecked(name))
  return `${header}export const wireSchemas = ${JSON.stringify(terse(Object.fromEntries(checked)), undefined, 1)}\n`
}
