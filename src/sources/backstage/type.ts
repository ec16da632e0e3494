import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import type { BackstageOptions } from './source'

const texts = ['appUrl', 'filter', 'prefix', 'tier'] as const
const lists = ['kinds', 'namespaces'] as const
const others = { maintenance: 'boolean', timeoutSeconds: 'number', renewSeconds: 'number' } as const

/** The schema below has seen the options before a source is opened; this holds for callers that did not ask it. */
function optionsOf(options: Readonly<Record<string, unknown>>, source: string): BackstageOptions {
  const { url } = options
  if (typeof url !== 'string') throw new SourceError('unsupported', source, 'The option "url" is missing.')
  const isList = (value: unknown) => Array.isArray(value) && value.length > 0
  const names = [
    ...texts.filter((name) => typeof options[name] === 'string' && options[name] !== ''),
    ...lists.filter((name) => isList(options[name])),
    ...Object.entries(others).flatMap(([name, type]) => (typeof options[name] === type ? [name] : [])),
  ]
  return { url, ...Object.fromEntries(names.map((name) => [name, options[name]])) }
}

const words = (description: string) => ({
  type: 'array',
  items: { type: 'string', pattern: '^[^,=\\s]+$' },
  description,
})
const text = (description: string) => ({ type: 'string', minLength: 1, description })

/** The catalogue of a Backstage: who there is, what they own, and what annotations say must be done on it. */
export const backstage: SourceType = {
  type: 'backstage',
  title: 'Backstage catalogue',
  summary:
    'Groups and users, what they own (components, resources, systems, domains), and the activities, runbooks and reviews in annotations.',
  tells: ['workloads', 'activities', 'assignments', 'parties'],
  options: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      url: text('What stands before /entities: a path of your proxy to /api/catalog, which adds the token.'),
      appUrl: text('Where people see Backstage, for links to entities and their TechDocs.'),
      kinds: words('Kinds that are workloads (component, resource, system, domain).'),
      namespaces: words('Read these namespaces only (all).'),
      filter: text(
        'A further condition on workloads in the words of the catalogue, such as spec.lifecycle=production.',
      ),
      prefix: text('What stands before the slash in annotations that are meant for Watchbill (watchbill.io).'),
      tier: text('The annotation or label that says the tier (watchbill.io/tier).'),
      maintenance: {
        type: 'boolean',
        description: 'Whether each entity has the activity “Develop and maintain”, which its owner answers for (yes).',
      },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a request after so long (15).' },
      renewSeconds: { type: 'number', minimum: 5, description: 'Read the catalogue again this often (120).' },
    },
  },
  open: async (options, opening) => {
    const [{ openBackstage }, { spawnEngine }] = await Promise.all([import('./source'), import('../engine/spawn')])
    return openBackstage(optionsOf(options, opening.id), opening, spawnEngine(opening.id))
  },
}
