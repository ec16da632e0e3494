import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import type { AwsOptions } from './source'

const texts = ['healthUrl', 'eventsUrl', 'teamKey'] as const
const numbers = ['timeoutSeconds', 'renewSeconds'] as const

/** The schema below has seen the options before a source is opened; this holds for callers that did not ask it. */
function optionsOf(options: Readonly<Record<string, unknown>>, source: string): AwsOptions {
  const { url } = options
  if (typeof url !== 'string') throw new SourceError('unsupported', source, 'The option "url" is missing.')
  const given = [
    ...texts.filter((name) => typeof options[name] === 'string'),
    ...numbers.filter((name) => typeof options[name] === 'number'),
  ].map((name) => [name, options[name]] as const)
  return { url, ...Object.fromEntries(given) }
}

/** OpsItems of AWS Systems Manager, events of AWS Health and of a log. */
export const aws: SourceType = {
  type: 'aws',
  title: 'AWS OpsCenter',
  summary: 'OpsItems of Systems Manager as incidents; events of AWS Health, EventBridge, CloudWatch alarms and Config.',
  tells: ['events', 'incidents', 'timeline'],
  options: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        description: 'Where a proxy of yours signs requests for Systems Manager (ssm).',
      },
      healthUrl: { type: 'string', minLength: 1, description: 'The same for AWS Health. Absent: no events of Health.' },
      eventsUrl: {
        type: 'string',
        minLength: 1,
        description: 'A JSON list of events, such as an archive of EventBridge.',
      },
      teamKey: {
        type: 'string',
        minLength: 1,
        description: 'The OperationalData that holds the team of an OpsItem (team).',
      },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a request after so long (15).' },
      renewSeconds: { type: 'number', minimum: 5, description: 'Ask for changes this often (30).' },
    },
  },
  open: async (options, opening) => {
    const [{ openAws }, { spawnEngine }] = await Promise.all([import('./source'), import('../engine/spawn')])
    return openAws(optionsOf(options, opening.id), opening, spawnEngine(opening.id))
  },
}
