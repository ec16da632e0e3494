import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import type { PagerdutyOptions } from './source'

const numbers = ['historyDays', 'timeoutSeconds', 'renewSeconds'] as const

/** The schema below has seen the options before a source is opened; this holds for callers that did not ask it. */
function optionsOf(options: Readonly<Record<string, unknown>>, source: string): PagerdutyOptions {
  const { url } = options
  if (typeof url !== 'string') throw new SourceError('unsupported', source, 'The option "url" is missing.')
  const given = numbers
    .filter((name) => typeof options[name] === 'number')
    .map((name) => [name, options[name]] as const)
  return { url, ...Object.fromEntries(given) }
}

/** An account of PagerDuty. */
export const pagerduty: SourceType = {
  type: 'pagerduty',
  title: 'PagerDuty',
  summary: 'Incidents with their log, services, escalation policies, teams, people and who is on call; commands.',
  tells: ['workloads', 'activities', 'assignments', 'parties', 'incidents', 'timeline'],
  options: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        description: 'What stands before /incidents: a path of your proxy, which adds the token.',
      },
      historyDays: { type: 'number', minimum: 1, description: 'How many days back incidents are read (365).' },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a request after so long (15).' },
      renewSeconds: { type: 'number', minimum: 5, description: 'Ask for changes this often (30).' },
    },
  },
  open: async (options, opening) => {
    const [{ openPagerduty }, { spawnEngine }] = await Promise.all([import('./source'), import('../engine/spawn')])
    return openPagerduty(optionsOf(options, opening.id), opening, spawnEngine(opening.id))
  },
}
