import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import type { GithubOptions } from './source'

type Options = Readonly<Record<string, unknown>>

/** The schema below has seen the options before a source is opened; this holds for callers that did not ask it. */
function optionsOf(options: Options, source: string): GithubOptions {
  const { url, repository } = options
  if (typeof url !== 'string' || typeof repository !== 'string')
    throw new SourceError('unsupported', source, 'The options "url" and "repository" are needed.')
  const text = (name: 'incidentLabel' | 'problemLabel') => {
    const value = options[name]
    return typeof value === 'string' ? { [name]: value } : {}
  }
  const number = (name: 'timeoutSeconds' | 'renewSeconds') => {
    const value = options[name]
    return typeof value === 'number' ? { [name]: value } : {}
  }
  return {
    url,
    repository,
    ...text('incidentLabel'),
    ...text('problemLabel'),
    ...number('timeoutSeconds'),
    ...number('renewSeconds'),
  }
}

/** The issues of one repository. */
export const github: SourceType = {
  type: 'github',
  title: 'GitHub issues',
  summary:
    'Issues of a repository as incidents and problems, told apart and described by their labels; comments and commands.',
  tells: ['parties', 'incidents', 'timeline', 'problems'],
  options: {
    type: 'object',
    required: ['url', 'repository'],
    additionalProperties: false,
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        description: 'What stands before /repos: a path of your proxy, which adds the token.',
      },
      repository: {
        type: 'string',
        pattern: '^[^/\\s]+/[^/\\s]+$',
        description: 'Owner and name, such as acme/operations.',
      },
      incidentLabel: { type: 'string', minLength: 1, description: 'Issues with this label are incidents (incident).' },
      problemLabel: { type: 'string', minLength: 1, description: 'Issues with this label are problems (problem).' },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a request after so long (15).' },
      renewSeconds: { type: 'number', minimum: 5, description: 'Ask for changes this often (30).' },
    },
  },
  open: async (options, opening) => {
    const [{ openGithub }, { spawnEngine }] = await Promise.all([import('./source'), import('../engine/spawn')])
    return openGithub(optionsOf(options, opening.id), opening, spawnEngine(opening.id))
  },
}
