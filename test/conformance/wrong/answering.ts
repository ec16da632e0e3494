import { facetNames, type Facet, type Records } from '../../../src/domain/query/facets'
import { instant } from '../../../src/domain/units'
import type { Page } from '../../../src/sources/contract'
import { pages, records, withReaders, type Wrong } from './mutations'

export const inAnswers: readonly Wrong[] = [
  {
    name: 'throws for an unknown id',
    caught: /^incidents: an unknown id is nothing/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        get: async (id, call) => (await reader.get(id, call)) ?? Promise.reject(new Error(`${id} not found`)),
      })),
  },
  {
    name: 'gets less than it lists',
    caught: /^activities: a record got by id is the one that is listed/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        get: async (id, call) => {
          const record = await reader.get(id, call)
          return record && 'tags' in record ? { ...record, tags: [] } : record
        },
      })),
  },
  {
    name: 'fills what is not recorded with undefined',
    caught: /^problems: records are plain data/,
    harness: records((record) => ({ ...record, owner: 'owner' in record ? record.owner : undefined })),
  },
  {
    name: 'gives dates as objects',
    caught: /^incidents: records are plain data/,
    harness: records((record) => ('opened' in record ? { ...record, opened: new Date(record.opened ?? 0) } : record)),
  },
  {
    name: 'is true in the future',
    caught: /^events: answers say when they were true/,
    harness: pages((page) => ({ ...page, asOf: instant(page.asOf + 60_000) })),
  },
  {
    name: 'says nothing of what is missing',
    caught: /^incidents: a partial answer says so/,
    harness: pages((page) => ({ ...page, caveats: [] })),
  },
  {
    name: 'reads a severity that is not known as the lowest',
    caught: /^incidents: lists every record as it is/,
    harness: records((record) => ('clocks' in record ? { ...record, severity: record.severity ?? 5 } : record)),
  },
]

export const inCalls: readonly Wrong[] = [
  {
    name: 'ignores that a call was called off',
    caught: /^workloads: a call aborted in flight/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        list: (query, page) => reader.list(query, page, { signal: new AbortController().signal }),
      })),
  },
  {
    name: 'looks for an abort only at the beginning',
    caught: /^timeline: a call aborted in flight/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        list: (query, page, { signal }) =>
          reader.list(query, page, { signal: signal.aborted ? signal : new AbortController().signal }),
      })),
  },
  {
    name: 'throws a plain error',
    caught: /^faults: unreachable is told/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        list: (query, page, call) =>
          reader.list(query, page, call).catch((error: Error) => Promise.reject(new Error(error.message))),
      })),
  },
  {
    name: 'has a reader that only throws',
    caught: /^problems: the reader is there if and only if it is offered/,
    harness: (right) => ({
      ...withReaders(right, (_reader, facet) =>
        facet === 'problems' ? { list: () => Promise.reject(new Error('no problems')) } : {},
      ),
      offers: { ...right.offers, facets: facetNames.filter((facet) => facet !== 'problems') },
    }),
  },
  {
    name: 'answers from what it kept while the backend is gone',
    caught: /^faults: timeout is told/,
    harness: (right) => {
      const kept = new Map<string, Page<Records[Facet]>>()
      return withReaders(right, (reader, facet) => ({
        list: async (query, page, call) => {
          const key = JSON.stringify([facet, query, page])
          try {
            const answer = await reader.list(query, page, call)
            kept.set(key, answer)
            return answer
          } catch (error) {
            const empty = { items: [], asOf: instant(Date.UTC(2026, 0, 1)), caveats: [], total: 0 }
            if (error instanceof Error && /the backend was told/.test(error.message)) return kept.get(key) ?? empty
            throw error
          }
        },
      }))
    },
  },
]
