import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import { fieldNames } from './fields'
import type { RtOptions } from './source'

type Options = Readonly<Record<string, unknown>>

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')
const isRecord = (value: unknown): value is Options => typeof value === 'object' && value !== null
/** The entries of an option whose values are of that type. */
function entries<T>(value: unknown, is: (each: unknown) => each is T): Readonly<Record<string, T>> {
  const all = isRecord(value) ? Object.entries(value) : []
  return Object.fromEntries(all.filter((entry): entry is [string, T] => is(entry[1])))
}
const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'

/** The schema below has seen the options before a source is opened; this holds for callers that did not ask it. */
function optionsOf(options: Options, source: string): RtOptions {
  const { url, incidentQueues, problemQueues, prefix, timeoutSeconds, renewSeconds } = options
  if (!isText(url) || !isTexts(incidentQueues) || incidentQueues.length === 0)
    throw new SourceError('unsupported', source, 'The options "url" and "incidentQueues" are needed.')
  return {
    url,
    incidentQueues,
    ...(isTexts(problemQueues) && { problemQueues }),
    ...(isText(prefix) && { prefix }),
    states: entries(options['states'], isText),
    problemStates: entries(options['problemStates'], isText),
    severities: entries(options['severities'], isNumber),
    fields: entries(options['fields'], isText),
    ...(isNumber(timeoutSeconds) && { timeoutSeconds }),
    ...(isNumber(renewSeconds) && { renewSeconds }),
  }
}

const queues = { type: 'array', items: { type: 'string', minLength: 1 } }
const words = (values: object) => ({ type: 'object', additionalProperties: values })

/** The tickets of some queues of Request Tracker 5, through its REST API 2. */
export const rt: SourceType = {
  type: 'rt',
  title: 'Request Tracker',
  summary: 'Tickets of some queues as incidents, of others as problems, with their history and links; commands.',
  tells: ['incidents', 'timeline', 'problems'],
  options: {
    type: 'object',
    required: ['url', 'incidentQueues'],
    additionalProperties: false,
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        description: 'What stands before /REST/2.0: a path of your proxy, which signs in.',
      },
      incidentQueues: { ...queues, minItems: 1, description: 'Queues whose tickets are incidents, by name.' },
      problemQueues: { ...queues, description: 'Queues whose tickets are problems: incidents are members of them.' },
      prefix: { type: 'string', minLength: 1, description: 'Stands before the numbers of tickets in ids (RT#).' },
      states: {
        ...words({ type: 'string', enum: ['triggered', 'acknowledged', 'mitigating', 'resolved', 'closed'] }),
        description: 'What a status of incidents means, such as stalled: mitigating. RT’s own words are known.',
      },
      problemStates: {
        ...words({
          type: 'string',
          enum: ['identified', 'analysing', 'known-error', 'fix-in-progress', 'resolved'],
        }),
        description: 'The same for problems.',
      },
      severities: {
        ...words({ type: 'integer', minimum: 1, maximum: 5 }),
        description: 'Severity by priority: 100 stands for itself and all above it; words are taken as they are.',
      },
      fields: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(fieldNames.map((name) => [name, { type: 'string', minLength: 1 }])),
        description: 'Names of the custom fields that tell workloads, team and more.',
      },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a request after so long (15).' },
      renewSeconds: { type: 'number', minimum: 5, description: 'Ask for changes this often (30).' },
    },
  },
  open: async (options, opening) => {
    const [{ openRt }, { spawnEngine }] = await Promise.all([import('./source'), import('../engine/spawn')])
    return openRt(optionsOf(options, opening.id), opening, spawnEngine(opening.id))
  },
}
