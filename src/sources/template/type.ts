import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import type { TemplateOptions } from './source'

// 4. What people configure: the form on the Sources screen is made from this schema. Never a secret: the proxy adds those.

function optionsOf(options: Readonly<Record<string, unknown>>, source: string): TemplateOptions {
  const { url, timeoutSeconds, renewSeconds } = options
  if (typeof url !== 'string') throw new SourceError('unsupported', source, 'The option "url" is missing.')
  return {
    url,
    ...(typeof timeoutSeconds === 'number' && { timeoutSeconds }),
    ...(typeof renewSeconds === 'number' && { renewSeconds }),
  }
}

/** An invented backend, to copy from. It is not in the catalogue. */
export const template: SourceType = {
  type: 'template',
  title: 'Plain list',
  summary: 'Teams and incidents of a plain JSON API.',
  tells: ['parties', 'incidents'],
  options: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      url: { type: 'string', minLength: 1, description: 'What stands before /teams and /incidents.' },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a request after so long (15).' },
      renewSeconds: { type: 'number', minimum: 5, description: 'Ask for changes this often (30).' },
    },
  },
  open: async (options, opening) => {
    const [{ openTemplate }, { spawnEngine }] = await Promise.all([import('./source'), import('../engine/spawn')])
    return openTemplate(optionsOf(options, opening.id), opening, spawnEngine(opening.id))
  },
}
