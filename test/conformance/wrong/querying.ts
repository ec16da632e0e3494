import { instant } from '../../../src/domain/units'
import { queries, withReaders, without, type Wrong } from './mutations'

export const inQueries: readonly Wrong[] = [
  {
    name: 'ignores one filter',
    caught: /^events: filters by planned/,
    harness: queries((query) => without(query, 'planned')),
  },
  {
    name: 'ignores the order asked for',
    caught: /^incidents: filters by order/,
    harness: queries((query) => without(query, 'order')),
  },
  {
    name: 'ends a range one millisecond late',
    caught: /^incidents: filters by openedTo/,
    harness: queries((query) =>
      'openedTo' in query && query.openedTo !== undefined ? { ...query, openedTo: instant(query.openedTo + 1) } : query,
    ),
  },
  {
    name: 'leaves the known severities out when the unknown ones are asked for',
    caught: /^incidents: filters by severities/,
    harness: queries((query) =>
      'severities' in query && query.severities?.includes(0) ? { ...query, severities: [0] } : query,
    ),
  },
  {
    name: 'finds a text only as it is written',
    caught: /^workloads: a text means words in any order and any case/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        list: async (query, page, call) => {
          const answer = await reader.list(query, page, call)
          const text = 'text' in query ? (query.text ?? '') : ''
          const items = answer.items.filter((item) => JSON.stringify(item).includes(text))
          return { ...answer, items, total: answer.total === undefined ? 0 : items.length }
        },
      })),
  },
  {
    name: 'forgets all but the first part of a query',
    caught: /^activities: all parts of a query must hold/,
    harness: queries((query) => Object.fromEntries(Object.entries(query).slice(0, 1))),
  },
]
