import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import type { RestOptions } from './source'

/** The schema below has seen the options before a source is opened; this holds for callers that did not ask it. */
function optionsOf({ url, timeoutSeconds }: Readonly<Record<string, unknown>>, source: string): RestOptions {
  if (typeof url !== 'string') throw new SourceError('unsupported', source, 'The option "url" is missing.')
  return { url, ...(typeof timeoutSeconds === 'number' && { timeoutSeconds }) }
}

/** A backend that speaks our own contract. */
export const rest: SourceType = {
  type: 'rest',
  title: 'Watchbill backend',
  summary: 'A backend that speaks the contract in openapi.json: every facet, writes, a stream of changes, summaries.',
  options: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        description: 'What stands before /v1: an address, or a path on this origin.',
      },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a request after so long (15).' },
    },
  },
  open: async (options, opening) => {
    const { openRest } = await import('./source')
    return openRest(optionsOf(options, opening.id), opening)
  },
}
