import type { Severity } from '../../domain/incident'
import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import type { IcingaOptions } from './source'

const texts = ['workloadVar', 'teamVar'] as const
const numbers = ['timeoutSeconds', 'renewSeconds'] as const

const isSeverities = (value: unknown): value is Readonly<Record<string, Severity>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => [1, 2, 3, 4, 5].includes(each))

/** The schema below has seen the options before a source is opened; this holds for callers that did not ask it. */
function optionsOf(options: Readonly<Record<string, unknown>>, source: string): IcingaOptions {
  const { url, severities } = options
  if (typeof url !== 'string') throw new SourceError('unsupported', source, 'The option "url" is missing.')
  const given = [
    ...texts.filter((name) => typeof options[name] === 'string'),
    ...numbers.filter((name) => typeof options[name] === 'number'),
  ].map((name) => [name, options[name]] as const)
  return { url, ...Object.fromEntries(given), ...(isSeverities(severities) && { severities }) }
}

const text = (description: string) => ({ type: 'string', minLength: 1, description })

/** Problems of Icinga 2, live. */
export const icinga: SourceType = {
  type: 'icinga',
  title: 'Icinga 2',
  summary: 'Hosts and services that have a problem as incidents, live; their comments; acknowledge, comment, undo.',
  tells: ['incidents', 'timeline'],
  options: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      url: text('What stands before /v1: a path of your proxy, which signs in as an ApiUser.'),
      workloadVar: text('The custom variable of services or hosts that names the workload (workload).'),
      teamVar: text('The custom variable of services or hosts that names the team (team).'),
      severities: {
        type: 'object',
        additionalProperties: { type: 'integer', minimum: 1, maximum: 5 },
        description: 'Severities by state (DOWN: 1, CRITICAL: 2, WARNING: 3).',
      },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a request after so long (15).' },
      renewSeconds: { type: 'number', minimum: 5, description: 'Ask anew this often where the stream is silent (30).' },
    },
  },
  open: async (options, opening) => {
    const [{ openIcinga }, { spawnEngine }] = await Promise.all([import('./source'), import('../engine/spawn')])
    return openIcinga(optionsOf(options, opening.id), opening, spawnEngine(opening.id))
  },
}
