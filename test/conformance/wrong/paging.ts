import { pages, withReaders, type Wrong } from './mutations'

export const inPages: readonly Wrong[] = [
  {
    name: 'drops the last item of the last page',
    caught: /^workloads: lists every record/,
    harness: pages((page) => (page.cursor === undefined ? { ...page, items: page.items.slice(0, -1) } : page)),
  },
  {
    name: 'doubles an item at the border of two pages',
    caught: /^problems: pages of seven/,
    harness: pages((page, _query, _facet, limit) =>
      page.items.length === limit && page.cursor !== undefined
        ? { ...page, items: [...page.items.slice(1), ...page.items.slice(-1)] }
        : page,
    ),
  },
  {
    name: 'gives more than was asked for',
    caught: /^events: pages of seven/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        list: (query, page, call) => reader.list(query, { ...page, limit: page.limit + 1 }, call),
      })),
  },
  {
    name: 'stops after the first page',
    caught: /^timeline: pages of seven/,
    harness: pages(({ cursor: _cursor, ...page }) => page),
  },
  {
    name: 'has an empty page after the last one',
    caught: /^parties: there is no page after all have come/,
    harness: pages((page) => ({ ...page, cursor: page.cursor ?? 'end' })),
  },
  {
    name: 'comes in another order',
    caught: /^improvements: lists every record as it is, in order/,
    harness: pages((page) => ({ ...page, items: page.items.toReversed() })),
  },
  {
    name: 'counts one too few',
    caught: /^activities: the total is exact/,
    harness: pages((page) => (page.total === undefined ? page : { ...page, total: page.total - 1 })),
  },
  {
    name: 'estimates its total from the page',
    caught: /^incidents: the total is exact/,
    harness: pages((page) => ({ ...page, total: page.items.length + (page.cursor === undefined ? 0 : 100) })),
  },
  {
    name: 'takes a cursor for any query',
    caught: /^workloads: a cursor of another query is refused/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        list: async (query, { limit, cursor }, call) => {
          const from = cursor === undefined ? 0 : Number(cursor)
          const { items, cursor: _cursor, ...page } = await reader.list(query, { limit: 100_000 }, call)
          const more = from + limit < items.length ? { cursor: String(from + limit) } : {}
          return { ...page, items: items.slice(from, from + limit), ...more }
        },
      })),
  },
  {
    name: 'begins anew for a cursor it does not know',
    caught: /^assignments: a cursor that was never given is refused/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        list: (query, page, call) =>
          reader.list(query, page, call).catch(() => reader.list(query, { limit: page.limit }, call)),
      })),
  },
]
