import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import type { FilesOptions } from './source'

/** The schema below has seen the options before a source is opened; this holds for callers that did not ask it. */
function optionsOf({ url, workspace }: Readonly<Record<string, unknown>>, source: string): FilesOptions {
  if (typeof url === 'string') return { url }
  if (typeof workspace === 'string') return { workspace }
  throw new SourceError('unsupported', source, 'One of the options "url" and "workspace" is needed.')
}

/** A folder of files: no backend at all. */
export const files: SourceType = {
  type: 'files',
  title: 'Files',
  summary:
    'A folder of files: ownership as code (YAML), tables (CSV, JSON), and exports of known shapes. Read in the browser; edits stay in it.',
  options: {
    type: 'object',
    additionalProperties: false,
    oneOf: [{ required: ['url'] }, { required: ['workspace'] }],
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        description:
          'Address of a folder (with watchbill.yaml, or index.json naming its files), of a manifest, or of one file.',
      },
      workspace: { type: 'string', minLength: 1, description: 'Id of data that was opened from disk in this browser.' },
    },
  },
  open: async (options, opening) => {
    const { openFiles } = await import('./source')
    return openFiles(optionsOf(options, opening.id), opening)
  },
}
