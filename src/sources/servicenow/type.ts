import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import type { ServicenowOptions } from './source'

const texts = ['incidentQuery', 'itemQuery'] as const
const numbers = ['timeoutSeconds', 'renewSeconds'] as const

/** The schema below has seen the options before a source is opened; this holds for callers that did not ask it. */
function optionsOf(options: Readonly<Record<string, unknown>>, source: string): ServicenowOptions {
  const { url } = options
  if (typeof url !== 'string') throw new SourceError('unsupported', source, 'The option "url" is missing.')
  const given = [
    ...texts.filter((name) => typeof options[name] === 'string'),
    ...numbers.filter((name) => typeof options[name] === 'number'),
  ].map((name) => [name, options[name]] as const)
  return { url, ...Object.fromEntries(given) }
}

/** An instance, through its Table API. */
export const servicenow: SourceType = {
  type: 'servicenow',
  title: 'ServiceNow',
  summary:
    'Incidents with journal and audit, problems, groups, people and configuration items of the Table API; commands.',
  tells: ['workloads', 'parties', 'incidents', 'timeline', 'problems'],
  options: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        description: 'What stands before /api/now: a path of your proxy, which signs in.',
      },
      incidentQuery: { type: 'string', minLength: 1, description: 'An encoded query that limits incidents.' },
      itemQuery: {
        type: 'string',
        minLength: 1,
        description: 'The same for configuration items, such as sys_class_name=cmdb_ci_service.',
      },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a request after so long (15).' },
      renewSeconds: { type: 'number', minimum: 5, description: 'Ask for changes this often (30).' },
    },
  },
  open: async (options, opening) => {
    const [{ openServicenow }, { spawnEngine }] = await Promise.all([import('./source'), import('../engine/spawn')])
    return openServicenow(optionsOf(options, opening.id), opening, spawnEngine(opening.id))
  },
}
