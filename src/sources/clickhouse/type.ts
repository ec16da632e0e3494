import type { SourceType } from '../catalogue'
import { SourceError } from '../contract'
import type { ClickHouseOptions } from './source'

/** The schema below has seen the options before a source is opened; this holds for callers that did not ask it. */
function optionsOf(options: Readonly<Record<string, unknown>>, source: string): ClickHouseOptions {
  const { url, transport, database, user, timeoutSeconds } = options
  if (typeof url !== 'string') throw new SourceError('unsupported', source, 'The option "url" is missing.')
  return {
    url,
    ...(transport === 'sql' && { transport }),
    ...(typeof database === 'string' && { database }),
    ...(typeof user === 'string' && { user }),
    ...(typeof timeoutSeconds === 'number' && { timeoutSeconds }),
  }
}

/** A ClickHouse with Watchbill's tables, for those who outgrow one machine. */
export const clickhouse: SourceType = {
  type: 'clickhouse',
  title: 'ClickHouse',
  summary: 'Records in a ClickHouse of one or many nodes: every facet; lists, searches and counts are computed there.',
  options: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        description: 'Where its HTTP interface is: an address, or a path on this origin that a proxy hands on.',
      },
      transport: {
        enum: ['handlers', 'sql'],
        description:
          'handlers: named questions deployed there, the browser sends neither SQL nor a password (default). sql: the browser sends SQL, for trusted networks.',
      },
      database: {
        type: 'string',
        minLength: 1,
        description: 'The database of the tables; that of the user when absent.',
      },
      user: {
        type: 'string',
        minLength: 1,
        description: 'With sql: the user to ask as. Its password never stands here: the proxy adds it.',
      },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a question after so long (15).' },
    },
  },
  open: async (options, opening) => {
    const { openClickHouse } = await import('./source')
    return openClickHouse(optionsOf(options, opening.id), opening)
  },
}
