import { facetNames } from '../../domain/query/facets'
import type { SourceType } from '../../sources/catalogue'
import { signInSchema } from '../signIn/schema'

/** A JSON Schema (2020-12), as far as this module builds them. */
export type JsonSchema = Readonly<Record<string, unknown>>

const texts = (description: string): JsonSchema => ({
  type: 'array',
  minItems: 1,
  items: { type: 'string', minLength: 1 },
  description,
})

const renaming = (description: string): JsonSchema => ({
  type: 'object',
  additionalProperties: { type: 'string', minLength: 1 },
  description,
})

/** What of a source is wanted, whatever its type. */
const only: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  description: 'What of this source is wanted. Absent: all of it.',
  properties: {
    facets: {
      type: 'array',
      minItems: 1,
      items: { enum: [...facetNames] },
      description: 'Only these facets.',
    },
    teams: texts('Only what belongs to these teams, by their ids here, such as “team:payments”.'),
    workloads: texts('Only what concerns these workloads, by their ids here.'),
  },
}

/** How the names of a source are called here, whatever its type. */
const aliases: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  description:
    'What the source calls things, and what they are called here, such as { "teams": { "PAY": "payments" } }.',
  properties: {
    teams: renaming('Keys of teams without “team:”.'),
    people: renaming('Keys of people without “person:”.'),
    workloads: renaming('Ids of workloads.'),
  },
}

/** What may stand in an entry of any type besides its id, title, type and options. */
export const entrySchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { only, aliases },
}

const entry = (type: JsonSchema, options: JsonSchema): JsonSchema => ({
  type: 'object',
  required: ['id', 'type'],
  additionalProperties: false,
  properties: {
    id: {
      type: 'string',
      pattern: '^[a-z0-9][a-z0-9-]*$',
      description: 'Unique key of the source: small letters, digits and hyphens.',
    },
    title: { type: 'string', minLength: 1, description: 'What people call it. Absent: the id.' },
    type,
    options,
    only,
    aliases,
  },
})

const whole = (items: JsonSchema): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Watchbill configuration',
  description: 'Which sources Watchbill reads, first believed first. It holds no secrets: browsers can read it.',
  type: 'object',
  required: ['sources'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    actor: { type: 'string', minLength: 1, description: 'Who acts here, where nobody signs in: goes into commands.' },
    signIn: signInSchema,
    sources: {
      type: 'array',
      description: 'In the order of belief: where sources disagree, the first is believed.',
      items,
    },
  },
})

/** What holds for every configuration, whatever types of source exist. */
export const outline: JsonSchema = whole(entry({ type: 'string' }, { type: 'object' }))

/** The published schema: the outline with the options of each type of source. */
export const published = (types: readonly SourceType[]): JsonSchema =>
  whole({
    oneOf: types.map(({ type, title, summary, options }) => ({
      title,
      description: summary,
      ...entry({ const: type }, options),
    })),
  })
